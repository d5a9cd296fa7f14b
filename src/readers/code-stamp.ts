import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../base/version.ts";

/** A hash of the sources, which the build puts in. */
declare const GRAVEN_SOURCES: string | undefined;

let stamp: string | undefined;

/** Differs between any two states of this package's code, so that what one found out is no word for another. */
export function codeStamp(): string {
  return (stamp ??= typeof GRAVEN_SOURCES === "string" ? `${version}-${GRAVEN_SOURCES}` : `${version}-${newest(fileURLToPath(new URL("../", import.meta.url)))}`);
}

/** When the last file of a folder was changed, where the code runs as it lies there. */
function newest(folder: string): number {
  return Math.max(0, ...readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs)));
}
