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
