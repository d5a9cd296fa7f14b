import type { Schema, Table } from "../../schema/types.ts";
import type { Statement } from "../ansi/compilers.ts";
import { copyStatement, type Sources } from "./copy.ts";
import { freeName } from "./free-name.ts";
import { guardStatements, schemaTest } from "./guard.ts";
import { literal } from "./literal.ts";
import { lowered } from "./lower.ts";
import { createObjectStatement } from "./objects.ts";
import { throwRefused } from "./refuse.ts";
import { createIndexStatement, createTableStatement, quote } from "./spelling.ts";

/** A table on its way from one definition to another. Both stand under the same name. */
export interface Rebuild {
  /** The table as it stands. */
  readonly standing: Table;
  readonly after: Table;
  /** The schema that `after` belongs to. */
  readonly schema: Schema;
  readonly sources: Sources;
  /** Whether a column of the standing table does not come along. */
  readonly losesColumn: boolean;
  /** A word that no other rebuild of the plan has. */
  readonly mark: string;
}

/** Foreign keys must be off before the transaction begins: within one the pragma does nothing, and DROP TABLE would delete child rows. */
export const rebuildSetup = ["PRAGMA foreign_keys = OFF"];
export const rebuildCleanup = ["PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = OFF"];
export const rebuildVerify = [
  {
    query: 'SELECT "table", "rowid", "parent" FROM pragma_foreign_key_check',
    message: "Rows point at rows that are not there. Foreign keys do not act while tables are rebuilt, so a DELETE of this revision leaves the rows that point at what it deletes. They may also have stood so before.",
  },
];

/** The statements that rebuild a table: https://www.sqlite.org/lang_altertable.html#otheralter */
export function rebuildStatements({ standing, after, schema, sources, losesColumn, mark }: Rebuild): readonly Statement[] {
  throwRefused(after);
  const low = lowered(after, schema);
  const temporary = freeName(`_graven_new_${after.name}`, schema);
  const kept = `${after.name} ${mark}`;
  const triggers = Object.values(schema.objects).flatMap((object) => (object.kind === "trigger" && object.table === after.name ? [object] : []));
  const known = [...standing.indexes, ...after.indexes].map(({ name }) => name);
  return [
    ...guardStatements(standing, schema),
    { step: { kind: "keep", name: kept, query: keepQuery(standing.name, known), unknownQuery: keepQuery(standing.name, known, triggers.map(({ name }) => name)) } },
    // What an interrupted run of another tool left under the name.
    `DROP TABLE IF EXISTS ${quote(temporary)}`,
    createTableStatement(low, schema, temporary),
    copyStatement(low, temporary, standing.name, sources),
    ...(low.columns.some((column) => column.autoIncrement) ? [counterStatement(temporary, standing.name)] : []),
    `DROP TABLE ${quote(standing.name)}`,
    // Without this, RENAME would refuse the views and triggers that name the table, which is not there at this moment.
    "PRAGMA legacy_alter_table = ON",
    `ALTER TABLE ${quote(temporary)} RENAME TO ${quote(after.name)}`,
    "PRAGMA legacy_alter_table = OFF",
    ...after.indexes.map((index) => createIndexStatement(after.name, index)),
    { step: { kind: "restore", name: kept, known: triggers.map(createObjectStatement) } },
    ...(losesColumn ? schemaTest(schema) : []),
  ];
}

/** DROP TABLE takes triggers along, and indexes that the schema does not know. */
function keepQuery(table: string, known: readonly string[], triggers: readonly string[] = []): string {
  const names = known.map((name) => literal(name)).join(", ");
  return `SELECT sql FROM sqlite_master WHERE tbl_name = ${literal(table)} COLLATE NOCASE AND (${triggers.length ? `(type = 'trigger' AND name NOT IN (${triggers.map((name) => literal(name)).join(", ")}))` : "type = 'trigger'"} OR (type = 'index' AND sql IS NOT NULL AND name NOT IN (${names}))) ORDER BY rowid`;
}

/** The counter of AUTOINCREMENT may stand above the largest key, so that a deleted row's key is never given again. */
function counterStatement(target: string, standing: string): string {
  return `UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT former.seq FROM sqlite_sequence AS former WHERE former.name = ${literal(standing)}), 0)) WHERE name = ${literal(target)}`;
}
