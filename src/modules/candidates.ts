import { readFileSync } from "node:fs";
import { ownModule } from "./own-package.ts";
import { pathMappings } from "./tsconfig-paths.ts";

/** What an author may mean by a specifier that Node does not find, the likeliest first. */
export function* candidatesFor(specifier: string, parentURL: string | undefined): Generator<string> {
  if (isPath(specifier)) {
    yield* filesFor(specifier);
    return;
  }
  const own = ownModule(specifier);
  if (own !== undefined) yield own;
  if (parentURL?.startsWith("file:")) {
    for (const mapped of pathMappings(specifier, parentURL)) {
      yield mapped;
      yield* filesFor(mapped);
    }
  }
}

/** `./x.js` may be `./x.ts`, as the compiler has it; `./x` any file of that name, or the index of the folder. */
function* filesFor(path: string): Generator<string> {
  const written = /\.([cm]?)jsx?$/.exec(path);
  if (written) yield `${path.slice(0, written.index)}.${written[1]}ts`;
  for (const ending of [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json", "/index.ts", "/index.mts", "/index.js", "/index.mjs"]) yield path.replace(/\/$/, "") + ending;
}

function isPath(specifier: string): boolean {
  return /^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier);
}

/** Reads a JSON file, or nothing when it is not there or no JSON. */
export function readJson(path: string | URL, clean: (text: string) => string = (text) => text): unknown {
  try {
    return JSON.parse(clean(readFileSync(path, "utf8")));
  } catch {
    // Asked for speculatively: a file that cannot be read answers nothing, and Node's own error stands.
    return undefined;
  }
}
