import type { Operation, OperationKind, OperationOf } from "../../operations/index.ts";
import { changedColumn } from "../../operations/alter-column.ts";
import { sameJson } from "../../base/json.ts";
import { findColumn, findIndex, findTable } from "../../schema/find.ts";
import type { Column, Schema, Table } from "../../schema/types.ts";
import { lowered } from "./lower.ts";
import { physicalTable } from "./physical.ts";
import { isLiteral, columnDefinition, createIndexStatement, quote, tableName } from "./spelling.ts";

/** The kinds that change one table that is there. */
export type TableKind =
  | "setTableComment"
  | "alterTable"
  | "addColumn"
  | "dropColumn"
  | "alterColumn"
  | "renameColumn"
  | "createPrimaryKey"
  | "createUnique"
  | "createForeignKey"
  | "createCheck"
  | "alterConstraint"
  | "dropConstraint"
  | "renameConstraint"
  | "createIndex"
  | "alterIndex"
  | "dropIndex"
  | "renameIndex";

export type TableOperation = OperationOf<TableKind>;

/** `undefined`: SQLite has no safe statement for it, the table must be rebuilt. */
type Native<K extends OperationKind> = (operation: OperationOf<K>, before: Schema) => readonly string[] | undefined;

const rebuilt = () => undefined;
const nothing = () => [];

const natives: { readonly [K in TableKind]: Native<K> } = {
  // SQLite keeps no comments.
  setTableComment: nothing,
  // WITHOUT ROWID and STRICT are words of CREATE TABLE; what other databases know of tables is nothing here.
  alterTable: ({ changes }) => ("withoutRowid" in changes || "strict" in changes ? undefined : []),
  addColumn: ({ table, column }, before) => {
    const added = loweredWith(findTable(before, table), column, before);
    return added === undefined ? undefined : [`ALTER TABLE ${tableName(table)} ADD COLUMN ${added}`];
  },
  dropColumn: ({ table, column }, before) => (mayDrop(findTable(before, table), column) ? [`ALTER TABLE ${tableName(table)} DROP COLUMN ${quote(column)}`] : undefined),
  alterColumn: ({ table, column, changes }, before) => {
    const present = findTable(before, table);
    const altered = { ...present, columns: present.columns.map((each) => (each.name === column ? changedColumn(each, changes) : each)) };
    const same = changes.using === undefined && sameJson(physicalTable(present, before), physicalTable(altered, before));
    return same ? [] : undefined;
  },
  renameColumn: ({ table, from, to }) => [renameColumnStatement(table, from, to)],
  createPrimaryKey: rebuilt,
  createUnique: rebuilt,
  createForeignKey: rebuilt,
  createCheck: rebuilt,
  alterConstraint: rebuilt,
  dropConstraint: rebuilt,
  renameConstraint: rebuilt,
  createIndex: ({ table, index }, before) => [createIndexStatement(findTable(before, table).name, index)],
  // SQLite keeps none of what an index takes over: it has no comments, tablespaces or options.
  alterIndex: nothing,
  dropIndex: ({ name }) => [`DROP INDEX ${quote(name)}`],
  renameIndex: ({ table, from, to }, before) => {
    const present = findTable(before, table);
    return [`DROP INDEX ${quote(from)}`, createIndexStatement(present.name, { ...findIndex(present, from), name: to })];
  },
};

/** Whether an operation changes one table that is there. */
export function isTableOperation(operation: Operation): operation is TableOperation {
  return Object.hasOwn(natives, operation.kind);
}

/** SQLite's own statements for the operation on `before`; `undefined` where only a rebuild of the table does it. */
export function nativeStatements(operation: TableOperation, before: Schema): readonly string[] | undefined {
  return (natives[operation.kind] as Native<TableKind>)(operation, before);
}

/** Rewrites the name in checks, indexes, triggers, views and other tables' foreign keys as well. */
export function renameColumnStatement(table: string, from: string, to: string): string {
  return `ALTER TABLE ${tableName(table)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`;
}

/** The definition for ADD COLUMN, where its rules let the column in: https://www.sqlite.org/lang_altertable.html#alter_table_add_column */
function loweredWith(table: Table, column: Column, schema: Schema): string | undefined {
  const low = lowered({ ...table, columns: [...table.columns, column] }, schema);
  const added = low.columns.at(-1)!;
  const hasValue = added.default !== undefined && ("value" in added.default || (isLiteral(added.default.sql) && !/^\s*null\s*$/i.test(added.default.sql)));
  if (added.autoIncrement || added.generated?.storage === "stored") return undefined;
  if (added.default && !("value" in added.default) && !isLiteral(added.default.sql)) return undefined;
  if (!added.nullable && !hasValue && !added.generated) return undefined;
  const checks = column.type.kind === "enum" ? low.checks.slice(-1).map(({ name, sql }) => `CONSTRAINT ${quote(name)} CHECK (${sql})`) : [];
  return [columnDefinition(added, schema), ...checks].join(" ");
}

/** DROP COLUMN refuses a column that a table's constraint names, and an enum's CHECK is one. */
function mayDrop(table: Table, name: string): boolean {
  const column = findColumn(table, name);
  const pointedAt = table.foreignKeys.some(({ references }) => references.table === table.name && references.columns.includes(name));
  return column.type.kind !== "enum" && !column.autoIncrement && !column.identity && !pointedAt && table.columns.length > 1;
}
