import { applyOperations } from "../../operations/apply.ts";
import type { Operation } from "../../operations/index.ts";
import { findTable } from "../../schema/find.ts";
import type { Check, Schema, Table } from "../../schema/types.ts";
import { checkSql, columnList } from "../ansi/table-sql.ts";
import type { Flavour } from "./flavours.ts";
import { implicitIndexes, type ImplicitIndex } from "./implicit-indexes.ts";
import { quote, serverSql, tableName } from "./quoting.ts";
import { columnSql } from "./spelling.ts";

/** A table on both sides of an operation, with the schemas around it. */
export interface TableChange {
  readonly key: string;
  readonly before: Table;
  readonly after: Table;
  readonly schemaBefore: Schema;
  readonly schemaAfter: Schema;
}

/** What an operation on one table makes of it. */
export function tableChange(operation: Operation, key: string, before: Schema): TableChange {
  const schemaAfter = applyOperations(before, [operation]);
  return { key, before: findTable(before, key), after: findTable(schemaAfter, key), schemaBefore: before, schemaAfter };
}

/** One ALTER TABLE with its clauses, and with the indexes that nobody declared as the table now needs them. */
export function alterTableSql({ key, before, after }: TableChange, clauses: readonly string[]): string {
  const [had, has] = [implicitIndexes(before), implicitIndexes(after)];
  const without = (some: readonly ImplicitIndex[], others: readonly ImplicitIndex[]) => some.filter((index) => !others.some((other) => sameIndex(index, other)));
  return alterSql(key, [
    ...clauses,
    ...without(had, has).map(({ name }) => `DROP INDEX ${quote(name)}`),
    ...without(has, had).map((index) => `ADD ${keySql(index)}`),
  ]);
}

/** `ALTER TABLE t a, b`. */
export function alterSql(key: string, clauses: readonly string[]): string {
  return `ALTER TABLE ${tableName(key)} ${clauses.join(", ")}`;
}

export function keySql({ name, columns }: ImplicitIndex): string {
  return `KEY ${quote(name)} (${columnList(quote, columns)})`;
}

/** The whole column again, as it stands in `table`. */
export function modifyClause(flavour: Flavour, table: Table, column: string, schema: Schema): string {
  return `MODIFY COLUMN ${columnSql(flavour, table, table.columns.find(({ name }) => name === column)!, schema)}`;
}

/** Whether a check is part of its column's definition. */
export function isColumnCheck(flavour: Flavour, table: Table, name: string): boolean {
  return flavour.columnChecks && table.columns.some((column) => column.name === name);
}

export function addCheckClause(flavour: Flavour, { after, schemaAfter }: TableChange, check: Check): string {
  if (isColumnCheck(flavour, after, check.name)) return modifyClause(flavour, after, check.name, schemaAfter);
  return `ADD ${checkSql({ quote }, { ...check, sql: serverSql(check.sql) })}`;
}

export function dropCheckClause(flavour: Flavour, { after, schemaAfter }: TableChange, name: string): string {
  // A check of the table may carry a column's name too, where others made the table.
  if (isColumnCheck(flavour, after, name)) return `${modifyClause(flavour, after, name, schemaAfter)}, ${flavour.dropCheck} IF EXISTS ${quote(name)}`;
  return `${flavour.dropCheck} ${quote(name)}`;
}

function sameIndex(a: ImplicitIndex, b: ImplicitIndex): boolean {
  return a.name === b.name && a.columns.join("\0") === b.columns.join("\0");
}
