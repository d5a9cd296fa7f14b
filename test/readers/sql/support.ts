import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadDialect, type DialectName } from "../../../src/dialects/index.ts";
import type { ReadSchema } from "../../../src/models/build.ts";
import { readModels } from "../../../src/readers/models/read-models.ts";
import { readSqlFiles, type ReadSql, type ReadSqlOptions } from "../../../src/readers/sql/read-files.ts";

/** Reads texts as SQL files of a scratch folder, one after the other: `1.sql`, `2.sql` … */
export async function readTexts(name: DialectName, texts: readonly string[], options: ReadSqlOptions = {}): Promise<ReadSql & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "graven-sql-"));
  try {
    const files = texts.map((text, at) => join(folder, `${at + 1}.sql`));
    for (const [at, file] of files.entries()) writeFileSync(file, texts[at]!);
    return { ...readSqlFiles(files, await loadDialect(name), options), folder };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The schema that SQL declares, as a project reads it. */
export async function readSql(name: DialectName, ...texts: readonly string[]): Promise<ReadSchema> {
  const dialect = await loadDialect(name);
  const { declarations } = await readTexts(name, texts);
  return readModels([], async () => ({}), dialect.naming, { beside: declarations });
}

/** What is told of faults: code, sentence, place, excerpt and hint, with the scratch folder left out. */
export async function faultsOf(name: DialectName, ...texts: readonly string[]): Promise<string[]> {
  try {
    await readSql(name, ...texts);
    return [];
  } catch (error) {
    const errors = (error as { errors?: readonly unknown[] }).errors ?? [error];
    return (errors as { code: string; message: string; place?: { file: string; line: number; column: number }; excerpt?: string; hint?: string }[]).map(({ code, message, place, excerpt, hint }) => {
      if (code === undefined) throw error;
      const where = place && `${place.file.slice(place.file.lastIndexOf("/") + 1)}:${place.line}:${place.column}`;
      return [`${code} ${message}`, where, excerpt, hint].filter((each) => each !== undefined).join("\n").replace(/\/\S*graven-sql-\w+\//g, "");
    });
  }
}
