import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { readModels } from "../../src/readers/models/read-models.ts";
import { readSqlFiles } from "../../src/readers/sql/read-files.ts";
import { printPlan } from "../../src/runtime/offline.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";

/** A schema as an SQL file of the database, read by the reader of SQL files. */
export async function readBackFromSql(schema: Schema, dialect: Dialect): Promise<Schema> {
  const bare = { ...schema, requiredRows: {} };
  const operations = diffSchemas(emptySchema, bare, { comparison: dialect });
  const folder = mkdtempSync(join(tmpdir(), "graven-read-back-"));
  try {
    const file = join(folder, "schema.sql");
    writeFileSync(file, printPlan(dialect, dialect.plan(operations, emptySchema), operations));
    const { declarations } = readSqlFiles([file], dialect, { privileges: true });
    return (await readModels([], async () => ({}), dialect.naming, { beside: declarations, allowEmpty: true })).schema;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
