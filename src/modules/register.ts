import nodeModule from "node:module";
import * as hooks from "./hooks.ts";

type SyncHooks = { readonly resolve: typeof hooks.resolveSync; readonly load: typeof hooks.loadSync };

let registered = false;

/**
 * Teaches this process, once, to import what authors write: TypeScript, imports without an extension, JSON, and `graven`
 * itself where the project has not installed it. Where graven runs from its own TypeScript source, whatever runs that
 * (a test runner) handles TypeScript already, and nothing is registered.
 */
export function registerLoader(): void {
  if (registered || import.meta.url.endsWith(".ts")) return;
  registered = true;
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: SyncHooks) => void };
  // In the thread and in step where Node can; Node 20 runs hooks in a thread of their own.
  if (registerHooks) registerHooks({ resolve: hooks.resolveSync, load: hooks.loadSync });
  else nodeModule.register(new URL("./hooks.js", import.meta.url));
}
