import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { UpsertRows } from "../../operations/upsert-rows.ts";
import type { Column, ColumnType, Schema, Table } from "../../schema/types.ts";
import { insertKeyedSql } from "../ansi/keyed-rows-sql.ts";
import { loadStatements } from "../ansi/row-load.ts";
import type { KeyedSpelling } from "../ansi/row-conditions.ts";
import { namedConflict } from "../ansi/named-conflict.ts";
import { identityOf } from "./identity.ts";
import { literal } from "./literal.ts";
import { quote, tableName } from "./quote.ts";
import { sequencePast } from "./sequence.ts";
import { typeSql } from "./types.ts";
import { inspectionsOf } from "../ansi/row-guards.ts";
import type { Statement } from "../ansi/compilers.ts";
import type { RowOperation } from "../../operations/index.ts";
import { deleteRowsSql, updateRowsSql } from "../ansi/keyed-rows-sql.ts";

export const rowSpelling: KeyedSpelling = { quote, tableName, literal, ...namedConflict(quote), same, sameOrNull: (a, b) => `${a} IS NOT DISTINCT FROM ${b}` };

/** Types that have no equality are compared as ones that have it; values that a column rounds are rounded likewise. */
function same(column: string, written: string, type: ColumnType | undefined): string {
  if (!type) return `${column} = ${written}`;
  if (type.kind === "json" || type.kind === "jsonb") return `${column}::jsonb = ${written}::jsonb`;
  if (type.kind === "sql") return `${column}::text = ${written}::${typeSql(type)}::text`;
  if (type.kind === "array" && holdsJson(type)) return `${column}::text = (${written})::text`;
  return rounds(type) ? `${column} = ${written}::${typeSql(type)}` : `${column} = ${written}`;
}

function rounds(type: ColumnType): boolean {
  return type.kind === "real" || ("precision" in type && type.precision !== undefined);
}

function holdsJson(type: ColumnType): boolean {
  return type.kind === "array" ? holdsJson(type.element) : type.kind === "json";
}

type Rows = BulkInsert["rows"];

/** The statements of an operation on rows. */
export function rowStatements(operation: RowOperation, before: Schema): readonly Statement[] {
  return [...inspectionsOf(rowSpelling, operation), ...writeRows(operation, before)];
}

function writeRows(operation: RowOperation, before: Schema): readonly Statement[] {
  if (operation.kind === "updateRows") return [...updateRowsSql(rowSpelling, operation, before), ...givenIdentities(operation, before).map((column) => sequencePast(operation.table, column))];
  return operation.kind === "deleteRows" ? deleteRowsSql(rowSpelling, operation, before) : insertRows(operation, before);
}

function givenIdentities({ table, rows }: Pick<RowOperation, "table" | "rows">, before: Schema): readonly Column[] {
  const identities = (before.tables[table]?.columns ?? []).filter((column) => identityOf(column));
  return identities.filter(({ name }) => rows.some((row) => row[name] !== undefined));
}

/** INSERT statements, and what keeps the sequences of identity columns ahead of values that the rows bring. */
function insertRows(operation: BulkInsert | UpsertRows, before: Schema): readonly Statement[] {
  const { table, rows } = operation;
  const given = givenIdentities(operation, before);
  const always = given.filter(({ identity }) => identity?.generation === "always").map(({ name }) => name);
  const insert = (some: Rows) => runs(some).flatMap((run) => insertRun(operation, run, always, before));
  const many = operation.kind === "bulkInsert" ? loadStatements({ ...rowSpelling, insert, isOpen: takesCopy(table, before) }, operation, before) : undefined;
  return [...(many ?? insert(rows)), ...given.map((column) => sequencePast(table, column))];
}

/**
 * COPY runs no rules, and refuses a table whose policies concern the one who copies. https://www.postgresql.org/docs/current/sql-copy.html
 */
function takesCopy(table: string, { tables, objects }: Schema): boolean {
  return tables[table] !== undefined && tables[table].facts?.rowSecurity === undefined && !Object.values(objects).some((object) => object.kind === "rule" && object.table === table);
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
