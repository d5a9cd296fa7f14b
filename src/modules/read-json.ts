import { readFileSync } from "node:fs";

/** Reads a JSON file, or nothing when it is not there or no JSON. */
export function readJson(path: string | URL, clean: (text: string) => string = (text) => text): unknown {
  try {
    return JSON.parse(clean(readFileSync(path, "utf8")));
  } catch {
    // Asked for speculatively: a file that cannot be read answers nothing, and Node's own error stands.
    return undefined;
  }
}
