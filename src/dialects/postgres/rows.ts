import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { UpsertRows } from "../../operations/upsert-rows.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { insertKeyedSql, type KeyedSpelling } from "../ansi/keyed-rows-sql.ts";
import { namedConflict } from "../ansi/named-conflict.ts";
import { identityOf } from "./identity.ts";
import { literal } from "./literal.ts";
import { quote, tableName } from "./quote.ts";
import { sequencePast } from "./sequence.ts";

export const rowSpelling: KeyedSpelling = { quote, tableName, literal, ...namedConflict(quote) };

type Rows = BulkInsert["rows"];

/** INSERT statements, and what keeps the sequences of identity columns ahead of values that the rows bring. */
export function insertRows(operation: BulkInsert | UpsertRows, before: Schema): readonly string[] {
  const { table, rows } = operation;
  const identities = (before.tables[table]?.columns ?? []).filter((column) => identityOf(column));
  const given = identities.filter(({ name }) => rows.some((row) => row[name] !== undefined));
  const always = given.filter(({ identity }) => identity?.generation === "always").map(({ name }) => name);
  return [...runs(rows).flatMap((run) => insertRun(operation, run, always, before)), ...given.map((column) => sequencePast(table, column))];
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

function insertRun(operation: BulkInsert | UpsertRows, { keys, rows }: ReturnType<typeof runs>[number], always: readonly Table["name"][], before: Schema): string[] {
  const { table } = operation;
  if (!keys.length && !operation.by) return rows.map(() => `INSERT INTO ${tableName(table)} DEFAULT VALUES`);
  const statements = insertKeyedSql(rowSpelling, { ...operation, rows }, before);
  if (!keys.some((key) => always.includes(key))) return statements;
  // https://www.postgresql.org/docs/current/sql-insert.html: GENERATED ALWAYS refuses given values without this clause.
  const head = `INSERT INTO ${tableName(table)} (${keys.map(quote).join(", ")})`;
  return statements.map((statement) => (statement.startsWith("UPDATE") ? statement : `${head} OVERRIDING SYSTEM VALUE${statement.slice(head.length)}`));
}
