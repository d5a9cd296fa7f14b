import { GravenError, messageOf } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import type { DataRow } from "../commands/test-options.ts";
import { insertSql } from "../dialects/ansi/rows-sql.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { loadSpellings } from "../fixtures/counters.ts";
import { countsUp } from "../fixtures/plan.ts";
import type { Schema, Table } from "../schema/types.ts";
import type { Stand } from "./stand.ts";

/** A row that was inserted, and how it is found again. */
export interface InsertedRow {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
}

/** Inserts rows one by one, in their order, in one transaction. Throws TST-004 to TST-007, and then nothing was inserted. */
export async function insertRows(stand: Stand, rows: readonly DataRow[], subject: string): Promise<InsertedRow[]> {
  const { connection, dialect, schema } = stand;
  const checked = rows.map((row, index) => checkedRow(row, schema, `Row ${index + 1} of ${subject}`));
  await connection.begin();
  const inserted: InsertedRow[] = [];
  let index = 0;
  try {
    for (; index < checked.length; index++) inserted.push(await insertRow(stand, checked[index]!));
    await connection.commit();
    return inserted;
  } catch (error) {
    await connection.rollback().catch(() => {});
    const { table, values } = checked[index]!;
    throw new GravenError("TST-007", `Row ${index + 1} of ${subject} is refused by table "${table}": ${messageOf(error)}\n${shown(values)}`, { hint: `Correct the row: ${dialect.title} says why.`, cause: error });
  }
}

export interface CheckedRow {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row against the tables as they stand. Throws TST-004 without a table, TST-005 for an unknown one, TST-006 for an unknown column. */
export function checkedRow(row: DataRow, schema: Schema, subject: string): CheckedRow {
  const { __tablename__: name, ...values } = row;
  if (typeof name !== "string" || name === "") throw new GravenError("TST-004", `${subject} names no table: ${shown(values)}`, { hint: 'Name it in the row, as in { __tablename__: "foo", id: 1 }, or "schema.foo".' });
  const table = schema.tables[name];
  if (!table) {
    const known = Object.keys(schema.tables);
    throw new GravenError("TST-005", `${subject} is for table "${name}", which does not stand there.`, { hint: didYouMean(name, known) ?? (known.length ? `The tables are ${quotedList(known)}.` : "There are no tables yet.") });
  }
  for (const column of Object.keys(values)) {
    if (table.columns.some((each) => each.name === column)) continue;
    throw new GravenError("TST-006", `${subject} has the column "${column}", which table "${name}" does not have there.`, { hint: didYouMean(column, table.columns.map((each) => each.name)) ?? `Its columns are ${quotedList(table.columns.map((each) => each.name))}.` });
  }
  return { table: name, values };
}

async function insertRow(stand: Stand, { table: key, values }: CheckedRow): Promise<InsertedRow> {
  const { connection, dialect, schema } = stand;
  const table = schema.tables[key]!;
  const columns = Object.fromEntries(table.columns.map(({ name, type }) => [name, type]));
  const spelling = loadSpellings[dialect.name];
  const counters = table.columns.filter((column) => countsUp(column) && values[column.name] !== undefined);
  const primary = table.primaryKey?.columns ?? [];
  const isKnown = primary.length > 0 && primary.every((name) => values[name] !== undefined);
  const keys = async () => (primary.length && !isKnown ? await keyRows(stand, key, primary) : []);
  const before = new Set((await keys()).map((row) => JSON.stringify(row)));
  for (const sql of insertSql({ quote: dialect.quote, tableName: dialect.tableName, literal: dialect.literal }, { table: key, columns, rows: [values] })) {
    await connection.execute(counters.length ? spelling.numbering(sql) : sql);
  }
  for (const { name } of counters) if (spelling.moveCounter) await connection.query(spelling.moveCounter(dialect, key, name));
  if (isKnown) return { table: key, key: Object.fromEntries(primary.map((name) => [name, values[name]])) };
  const own = (await keys()).find((row) => !before.has(JSON.stringify(row)));
  return { table: key, key: own ?? values };
}

function keyRows({ connection, dialect }: Stand, table: string, columns: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  return connection.query(`SELECT ${columns.map(dialect.quote).join(", ")} FROM ${dialect.tableName(table)}`);
}

/** `"id" = 1 AND "name" IS NULL`; nothing for a row whose columns cannot be compared. */
export function conditionSql(dialect: Dialect, table: Table, values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const type = table.columns.find((column) => column.name === name)?.type;
      if (value === undefined || !type || type.kind === "json" || type.kind === "jsonb" || type.kind === "array") return [];
      return [value === null ? `${dialect.quote(name)} IS NULL` : `${dialect.quote(name)} = ${dialect.literal(value, type)}`];
    })
    .join(" AND ");
}

/** A row as a person can read it. */
export function shown(values: unknown): string {
  return JSON.stringify(values, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ?? "undefined";
}
