import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { glob } from "tinyglobby";
import { GravenError } from "../../base/errors.ts";

const MODEL = /\.(ts|mts|cts|js|mjs|cjs|sql)$/;

/**
 * The model files that paths, folders and globs name, absolute: in the order of the patterns, as statements of SQL build on each
 * other, and sorted within each. Throws MOD-034 for one that names nothing.
 */
export async function findModelFiles(patterns: readonly string[], folder: string, key = "models"): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const path = resolve(folder, pattern);
    const files = !existsSync(path) ? await matching(pattern, folder) : statSync(path).isDirectory() ? await matching(`${pattern.replace(/\/+$/, "")}/**/*`, folder) : [path];
    if (!files.length) throw new GravenError("MOD-034", key === "models" ? `No model file matches "${pattern}".` : `No file of required rows matches "${pattern}".`, { hint: `It is looked for from ${folder}. Correct \`${key}\` in the config.` });
    for (const file of files) found.add(file);
  }
  return [...found];
}

async function matching(pattern: string, folder: string): Promise<readonly string[]> {
  const files = await glob(pattern, { cwd: folder, absolute: true, onlyFiles: true, ignore: ["**/node_modules/**", "**/*.d.ts", "**/*.d.mts"] });
  return files.filter((file) => MODEL.test(file)).sort();
}
