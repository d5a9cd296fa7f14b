import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { loadFault } from "./faults.ts";
import { withOwnNames } from "./own-names.ts";
import { registerLoader } from "./register.ts";
import { GravenError } from "../base/errors.ts";

export interface LoadOptions {
  /** Runs the module again, and the author's modules it imports, though this process has loaded them before. */
  readonly fresh?: boolean | FreshRound | undefined;
}

let freshCount = 0;

/** Modules of one round are loaded afresh once: those that import each other meet the same ones. */
export type FreshRound = number;

export function freshRound(): FreshRound {
  return ++freshCount;
}

/**
 * Loads an author's TypeScript or JavaScript module in this process and gives its exports.
 * Throws MOD-030 when it does not parse, MOD-031 when it throws, MOD-032 when a module is missing; each with its place.
 * @example const { default: config } = await loadModule("graven.config.ts");
 */
export async function loadModule(path: string, options: LoadOptions = {}): Promise<Record<string, unknown>> {
  const file = resolve(path);
  if (!existsSync(file)) throw new GravenError("MOD-032", `The module "${path}" is not there.`);
  await registerLoader();
  const query = options.fresh ? `?graven-fresh=${options.fresh === true ? freshRound() : options.fresh}` : "";
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(file).href + query)) as Record<string, unknown>;
  } catch (error) {
    throw await withOwnNames(loadFault(error, file));
  }
}
