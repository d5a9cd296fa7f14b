import nodeModule from "node:module";
import * as hooks from "./hooks.ts";
import { ownModule } from "./own-package.ts";

type SyncHooks = { readonly resolve: typeof hooks.resolveSync; readonly load: typeof hooks.loadSync };

let registered: Promise<void> | undefined;

/**
 * Teaches this process, once, to import what authors write: TypeScript, imports without an extension, JSON, and `graven`
 * itself where the project has not installed it. Where graven runs from its own TypeScript source, whatever runs that
 * (a test runner) handles TypeScript already, and nothing is registered.
 */
export function registerLoader(): Promise<void> {
  registered ??= import.meta.url.endsWith(".ts") ? Promise.resolve() : register();
  return registered;
}

async function register(): Promise<void> {
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: SyncHooks) => void };
  // In the thread and in step where Node can; Node 20 runs hooks in a thread of their own.
  if (registerHooks) registerHooks({ resolve: hooks.resolveSync, load: hooks.loadSync });
  else {
    // From here on every import asks that thread, those of graven itself too: what authors import of it is imported before.
    // A fault is left to the import that meets it again.
    await Promise.allSettled(ownModules().map((url) => import(url)));
    nodeModule.register(new URL("../modules/hooks.js", import.meta.url));
  }
}

/** What every project imports: the config's and the models' builders. */
function ownModules(): string[] {
  return ["graven", "graven/models"].flatMap((specifier) => ownModule(specifier) ?? []);
}
