import { GravenError } from "../base/errors.ts";
import { renameInSql } from "../base/sql-tokens.ts";
import { editTable, type Draft } from "../schema/edit.ts";
import { columnNamed, findColumn } from "../schema/find.ts";
import type { Table } from "../schema/types.ts";
import type { StoredRow } from "../schema/row-values.ts";
import type { OperationDefinition } from "./definition.ts";
import { renameColumnInObjects } from "./object-references.ts";
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
    renameColumnInObjects(draft, table, from, to);
  },
  invert: ({ table, from, to }) => [{ kind: "renameColumn", table, from: to, to: from }],
  describe: ({ table, from, to }) => `rename column ${table}.${from} to ${to}`,
};

function renameInRows(draft: Draft, table: string, from: string, to: string): void {
  const renamed = (row: StoredRow) => (from in row ? Object.fromEntries(Object.entries(row).map(([column, value]) => [column === from ? to : column, value])) : row);
  mapRequired(draft, { table, referring: true }, (row, key) =>
    mapReferences(key === table ? renamed(row) : row, (ref) => (ref.table === table ? { ...ref, column: ref.column === from ? to : ref.column, key: renamed(ref.key) } : ref)),
  );
}

/** The table with the column renamed wherever the table itself names it. */
export function withRenamedColumn(table: Table, from: string, to: string): Table {
  const inColumns = (columns: readonly string[]) => renamedIn(columns, from, to);
  const keyed = <T extends { readonly columns: readonly string[]; readonly include?: readonly string[] }>(key: T): T => ({ ...key, columns: inColumns(key.columns), ...(key.include && { include: inColumns(key.include) }) });
  const inPart = <T extends { readonly column: string } | { readonly expression: string }>(part: T): T => ("column" in part && part.column === from ? { ...part, column: to } : part);
  const renamed = withExpressions(table, (sql) => renameInSql(sql, from, to, [table.name]));
  return {
    ...renamed,
    columns: renamed.columns.map((column) => (column.name === from ? { ...column, name: to } : column)),
    ...(table.primaryKey && { primaryKey: keyed(table.primaryKey) }),
    uniques: table.uniques.map(keyed),
    foreignKeys: table.foreignKeys.map((foreignKey) => ({ ...foreignKey, columns: inColumns(foreignKey.columns), ...(foreignKey.onDeleteColumns && { onDeleteColumns: inColumns(foreignKey.onDeleteColumns) }) })),
    indexes: renamed.indexes.map((index) => ({ ...index, parts: index.parts.map(inPart), ...(index.include && { include: inColumns(index.include) }) })),
    ...(renamed.exclusions && { exclusions: renamed.exclusions.map((exclusion) => ({ ...exclusion, elements: exclusion.elements.map(inPart), ...(exclusion.include && { include: inColumns(exclusion.include) }) })) }),
    ...(renamed.facts && {
      facts: {
        ...renamed.facts,
        ...(renamed.facts.partitionBy && { partitionBy: { ...renamed.facts.partitionBy, parts: renamed.facts.partitionBy.parts.map(inPart) } }),
        ...(renamed.facts.periods && { periods: Object.fromEntries(Object.entries(renamed.facts.periods).map(([name, [start, end]]) => [name, [start === from ? to : start, end === from ? to : end] as const])) }),
      },
    }),
  };
}

/** The table with each expression in it replaced: of generated columns, checks, indexes, exclusions and the partition key. */
export function withExpressions(table: Table, change: (sql: string) => string): Table {
  const inPart = <T extends { readonly column: string } | { readonly expression: string }>(part: T): T => ("column" in part ? part : { ...part, expression: change(part.expression) });
  return {
    ...table,
    columns: table.columns.map((column) => (column.generated ? { ...column, generated: { ...column.generated, sql: change(column.generated.sql) } } : column)),
    checks: table.checks.map((check) => ({ ...check, sql: change(check.sql) })),
    indexes: table.indexes.map((index) => ({
      ...index,
      parts: index.parts.map(inPart),
      ...(index.where !== undefined && { where: change(index.where) }),
    })),
    ...(table.exclusions && { exclusions: table.exclusions.map((exclusion) => ({ ...exclusion, elements: exclusion.elements.map(inPart), ...(exclusion.where !== undefined && { where: change(exclusion.where) }) })) }),
    ...(table.facts?.partitionBy && { facts: { ...table.facts, partitionBy: { ...table.facts.partitionBy, parts: table.facts.partitionBy.parts.map(inPart) } } }),
  };
}

function renamedIn(columns: readonly string[], from: string, to: string): readonly string[] {
  return columns.map((column) => (column === from ? to : column));
}
