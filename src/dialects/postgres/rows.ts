import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { insertSql, type RowSpelling } from "../ansi/rows-sql.ts";
import { identityOf } from "./identity.ts";
import { literal } from "./literal.ts";
import { quote, tableName } from "./quote.ts";
import { sequencePast } from "./sequence.ts";

export const rowSpelling: RowSpelling = { quote, tableName, literal };

type Rows = BulkInsert["rows"];

/** INSERT statements, and what keeps the sequences of identity columns ahead of values that the rows bring. */
export function bulkInsert({ table, columns, rows }: BulkInsert, before: Schema): readonly string[] {
  const identities = (before.tables[table]?.columns ?? []).filter((column) => identityOf(column));
  const given = identities.filter(({ name }) => rows.some((row) => row[name] !== undefined));
  const always = given.filter(({ identity }) => identity?.generation === "always").map(({ name }) => name);
  return [...runs(rows).flatMap((run) => insertRun(table, columns, run, always)), ...given.map((column) => sequencePast(table, column))];
}

/** Neighbours with the same keys. */
function runs(rows: Rows): { readonly keys: readonly string[]; readonly rows: Rows[number][] }[] {
  const found: { keys: readonly string[]; rows: Rows[number][] }[] = [];
  for (const row of rows) {
    const keys = Object.keys(row).filter((key) => row[key] !== undefined);
    const last = found.at(-1);
    if (last && last.keys.length === keys.length && keys.every((key) => last.keys.includes(key))) last.rows.push(row);
    else found.push({ keys, rows: [row] });
  }
  return found;
}

function insertRun(table: string, columns: BulkInsert["columns"], { keys, rows }: ReturnType<typeof runs>[number], always: readonly Table["name"][]): string[] {
  if (!keys.length) return rows.map(() => `INSERT INTO ${tableName(table)} DEFAULT VALUES`);
  const statements = insertSql(rowSpelling, { table, columns, rows });
  if (!keys.some((key) => always.includes(key))) return statements;
  // https://www.postgresql.org/docs/current/sql-insert.html: GENERATED ALWAYS refuses given values without this clause.
  const head = `INSERT INTO ${tableName(table)} (${keys.map(quote).join(", ")})`;
  return statements.map((statement) => `${head} OVERRIDING SYSTEM VALUE${statement.slice(head.length)}`);
}
