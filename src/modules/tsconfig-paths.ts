import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readJson } from "./read-json.ts";

interface Mappings {
  readonly base: string;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

const byFolder = new Map<string, Mappings | undefined>();

/** The URLs that the nearest tsconfig.json's `paths` give for a specifier. */
export function pathMappings(specifier: string, parentURL: string): string[] {
  const mappings = mappingsFor(dirname(fileURLToPath(parentURL)));
  if (!mappings) return [];
  for (const [pattern, targets] of Object.entries(mappings.paths)) {
    const rest = matchOf(pattern, specifier);
    if (rest !== undefined) return targets.map((target) => pathToFileURL(resolve(mappings.base, target.replace("*", rest))).href);
  }
  return [];
}

function matchOf(pattern: string, specifier: string): string | undefined {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === specifier ? "" : undefined;
  const fits = specifier.length >= before.length + after.length && specifier.startsWith(before) && specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}

function mappingsFor(folder: string): Mappings | undefined {
  if (byFolder.has(folder)) return byFolder.get(folder);
  const file = join(folder, "tsconfig.json");
  const parent = dirname(folder);
  const found = existsSync(file) ? readMappings(file) : parent === folder ? undefined : mappingsFor(parent);
  byFolder.set(folder, found);
  return found;
}

/** Follows `extends` by path; one that is a package seldom maps paths of this project. */
function readMappings(file: string, depth = 0): Mappings | undefined {
  const config = readJson(file, withoutComments) as { extends?: string | string[]; compilerOptions?: { baseUrl?: string; paths?: Mappings["paths"] } } | undefined;
  const { paths, baseUrl } = config?.compilerOptions ?? {};
  if (paths) return { base: resolve(dirname(file), baseUrl ?? "."), paths };
  for (const parent of [config?.extends ?? []].flat()) {
    if (!parent.startsWith(".") || depth > 5) continue;
    const path = resolve(dirname(file), parent.endsWith(".json") ? parent : `${parent}.json`);
    const found = readMappings(path, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** JSON for a tsconfig's text, which may hold comments and trailing commas. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "$1").replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, "$1");
}
