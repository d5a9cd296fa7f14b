import { GravenError } from "../base/errors.ts";
import { renameInSql } from "../base/sql-tokens.ts";
import { editTable, type Draft } from "../schema/edit.ts";
import { columnNamed, findColumn } from "../schema/find.ts";
import type { Table } from "../schema/types.ts";
import type { StoredRow } from "../schema/row-values.ts";
import type { OperationDefinition } from "./definition.ts";
import { mapReferences, mapRequired } from "./required-rows.ts";

/** Gives a column another name; constraints, indexes and expressions follow it. */
export interface RenameColumn {
  readonly kind: "renameColumn";
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

export const renameColumn: OperationDefinition<RenameColumn> = {
  parameters: { table: "table", from: "name", to: "name" },
  apply: (draft, { table, from, to }) => {
    editTable(draft, table, (each) => {
      findColumn(each, from);
      if (columnNamed(each, to)) throw new GravenError("MOD-015", `Column "${table}.${to}" is there already.`);
      return withRenamedColumn(each, from, to);
    });
    for (const [key, each] of Object.entries(draft.tables)) {
      if (!each.foreignKeys.some(({ references }) => references.table === table && references.columns.includes(from))) continue;
      const foreignKeys = each.foreignKeys.map((foreignKey) =>
        foreignKey.references.table === table ? { ...foreignKey, references: { table, columns: renamedIn(foreignKey.references.columns, from, to) } } : foreignKey,
      );
      draft.tables[key] = { ...each, foreignKeys };
    }
    renameInRows(draft, table, from, to);
  },
  invert: ({ table, from, to }) => [{ kind: "renameColumn", table, from: to, to: from }],
  describe: ({ table, from, to }) => `rename column ${table}.${from} to ${to}`,
};

function renameInRows(draft: Draft, table: string, from: string, to: string): void {
  const renamed = (row: StoredRow) => (from in row ? Object.fromEntries(Object.entries(row).map(([column, value]) => [column === from ? to : column, value])) : row);
  mapRequired(draft, (row, key) =>
    mapReferences(key === table ? renamed(row) : row, (ref) => (ref.table === table ? { ...ref, column: ref.column === from ? to : ref.column, key: renamed(ref.key) } : ref)),
  );
}

/** The table with the column renamed wherever the table itself names it. */
export function withRenamedColumn(table: Table, from: string, to: string): Table {
  const inColumns = (columns: readonly string[]) => renamedIn(columns, from, to);
  const renamed = withExpressions(table, (sql) => renameInSql(sql, from, to, [table.name]));
  return {
    ...renamed,
    columns: renamed.columns.map((column) => (column.name === from ? { ...column, name: to } : column)),
    ...(table.primaryKey && { primaryKey: { ...table.primaryKey, columns: inColumns(table.primaryKey.columns) } }),
    uniques: table.uniques.map((unique) => ({ ...unique, columns: inColumns(unique.columns) })),
    foreignKeys: table.foreignKeys.map((foreignKey) => ({ ...foreignKey, columns: inColumns(foreignKey.columns) })),
    indexes: renamed.indexes.map((index) => ({
      ...index,
      parts: index.parts.map((part) => ("column" in part && part.column === from ? { ...part, column: to } : part)),
      ...(index.include && { include: inColumns(index.include) }),
    })),
  };
}

/** The table with each expression in it replaced: of generated columns, checks and indexes. */
export function withExpressions(table: Table, change: (sql: string) => string): Table {
  return {
    ...table,
    columns: table.columns.map((column) => (column.generated ? { ...column, generated: { ...column.generated, sql: change(column.generated.sql) } } : column)),
    checks: table.checks.map((check) => ({ ...check, sql: change(check.sql) })),
    indexes: table.indexes.map((index) => ({
      ...index,
      parts: index.parts.map((part) => ("column" in part ? part : { ...part, expression: change(part.expression) })),
      ...(index.where !== undefined && { where: change(index.where) }),
    })),
  };
}

function renamedIn(columns: readonly string[], from: string, to: string): readonly string[] {
  return columns.map((column) => (column === from ? to : column));
}
