import { readFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { glob } from "tinyglobby";
import type { LoadedConfig } from "../commands/config.ts";
import { findModelFiles } from "../readers/models/find-files.ts";
import { plainFolder } from "../revisions/store.ts";

/** What no model file is called. */
const TESTS = /\.(test|spec|bench|stories)\.[cm]?[jt]sx?$|(^|\/)(__tests__|__mocks__|tests?)\//;

/** Files beside the models, or those that patterns name, that may declare tables: their text imports the builders. */
export async function candidateFiles(registered: readonly string[], config: LoadedConfig, patterns: string | readonly string[] | undefined): Promise<readonly string[]> {
  const known = new Set([...registered, config.file]);
  const files = patterns === undefined ? await beside(registered, config) : await findModelFiles([patterns].flat() as string[], config.folder);
  const found: string[] = [];
  for (const file of files) if (!known.has(file) && /["']graven\/models["']/.test(await readFile(file, "utf8"))) found.push(file);
  return found;
}

async function beside(registered: readonly string[], { folder, folders: revisions, fixtures }: LoadedConfig): Promise<readonly string[]> {
  const folders = [...new Set(registered.map(dirname))];
  const outermost = folders.filter((each) => !folders.some((other) => other !== each && !relative(other, each).startsWith("..")));
  const ignore = ["**/node_modules/**", "**/dist/**", "**/*.d.ts", "**/*.d.mts"];
  const found = await Promise.all(outermost.map((cwd) => glob("**/*.{ts,mts,cts,js,mjs,cjs}", { cwd, absolute: true, onlyFiles: true, ignore })));
  const own = [...revisions.map(plainFolder), fixtures].map((each) => `${each}/`);
  return found.flat().filter((file) => !TESTS.test(relative(folder, file)) && !own.some((each) => file.startsWith(each))).sort();
}
