import type { InsertKey } from "../operations/bulk-insert.ts";
import type { RowOperation } from "../operations/index.ts";
import type { Rows } from "../operations/rows.ts";
import { isRowReference, type RowReference } from "../schema/row-reference.ts";
import type { ColumnType, Named } from "../schema/types.ts";
import { rowValue } from "./column-values.ts";
import { call, imported, list, record, type Expression } from "./expression.ts";
import { rowList } from "./format-rows.ts";
import { stringLiteral, valueLiteral } from "./literal.ts";
import type { FileScope, RowHolder } from "./scope.ts";

/** `[{ name: "admin" }, …]`, by the properties of the operation's stub. Many of them are laid out after the rest. */
export function rowsExpression(rows: Rows, operation: RowOperation, scope: FileScope): Expression {
  return rowList(rows.map((row) => rowExpression(row, operation, scope)));
}

/** `{ key: "name" }`. */
export function rowKeyExpression({ key, ...rest }: InsertKey, operation: RowOperation, scope: FileScope): Expression {
  const { properties } = scope.rowsStub(operation);
  const named = (columns: readonly string[]) => columns.map((column) => stringLiteral(properties.get(column) ?? column));
  const names = named(key);
  return record([["key", names.length === 1 ? names[0]! : list(names)], ...Object.entries(rest).map(([name, value]) => [name, name === "ignore" ? list(named(value as readonly string[])) : valueLiteral(value)] as const)]);
}

function rowExpression(row: Named<unknown>, holder: RowHolder, scope: FileScope): Expression {
  const { properties } = scope.rowsStub(holder);
  const present = Object.entries(row).filter(([, value]) => value !== undefined);
  return record(present.map(([column, value]) => [properties.get(column) ?? column, cellExpression(value, holder.columns[column], scope)]));
}

function cellExpression(value: unknown, type: ColumnType | undefined, scope: FileScope): Expression {
  return isRowReference(value) ? referenceExpression(value, scope) : rowValue(value, type, scope.labels);
}

function referenceExpression({ ref }: RowReference, scope: FileScope): Expression {
  const { constant, properties } = scope.rowsStub(ref);
  return call(imported("ref"), [constant, rowExpression(ref.key, ref, scope), stringLiteral(properties.get(ref.column) ?? ref.column)]);
}
