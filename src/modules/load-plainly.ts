import { resolve } from "node:path";
import { loadFault } from "./faults.ts";
import { loadModule } from "./load.ts";
import { plainModule } from "./plain-module.ts";

const loaded = new Map<string, Promise<Record<string, unknown>>>();

/**
 * Loads a module that seldom imports anything but graven, a revision or a config, and gives its exports, as `loadModule` does, once a
 * process. One that imports nothing else runs at once: hooks are not registered for it, which on Node 20 takes a thread of its own,
 * and the parser that takes types out is seldom loaded. `source` is the file's text, where it has been read. Throws MOD-030 to MOD-032.
 */
export function loadPlainly(path: string, source?: string): Promise<Record<string, unknown>> {
  // What runs graven from its own source (a test runner) handles TypeScript already, in its own way.
  if (import.meta.url.endsWith(".ts")) return loadModule(path);
  const file = resolve(path);
  let module = loaded.get(file);
  if (!module) loaded.set(file, (module = load(file, source)));
  return module;
}

async function load(file: string, source: string | undefined): Promise<Record<string, unknown>> {
  const run = await plainModule(file, source);
  if (!run) return loadModule(file);
  try {
    return await run();
  } catch (error) {
    throw loadFault(error, file);
  }
}
