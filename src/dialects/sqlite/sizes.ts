import type { Dependents } from "../knowledge.ts";
import { quote } from "./spelling.ts";

/** Rows counted, and the pages of the table and its indexes, where the library was built to tell: https://www.sqlite.org/dbstat.html */
export function sizeSql(table: string): string {
  return `SELECT (SELECT count(*) FROM ${quote(table)}) AS rows, (SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name = ${text(table)})) AS bytes`;
}

/** Views, and triggers of other tables. Renames go on into them: https://www.sqlite.org/lang_altertable.html#alter_table_rename */
export const dependents: Dependents = {
  sql: (table) => `SELECT type || ' ' || name AS name, sql AS text FROM sqlite_master WHERE type IN ('view', 'trigger') AND tbl_name <> ${text(table)} ORDER BY 1`,
  words: { dropTable: "It fails when it is used from then on.", dropColumn: "SQLite refuses it while that stands, or leaves it broken." },
};

export const readOnly = ["PRAGMA query_only = ON", "PRAGMA query_only = OFF"] as const;

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
