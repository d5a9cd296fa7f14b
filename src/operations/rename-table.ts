import { renameTableInSql } from "../base/sql-tokens.ts";
import { insertObject } from "../schema/edit.ts";
import { findTable } from "../schema/find.ts";
import { splitKey } from "../schema/key.ts";
import type { Table, TableFacts } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import { renameTableInObjects } from "./object-references.ts";
import { mapReferences, mapRequired } from "./required-rows.ts";
import { withExpressions } from "./rename-column.ts";

/** Gives a table another name, or moves it to another schema. Its constraints and indexes keep their names. */
export interface RenameTable {
  readonly kind: "renameTable";
  readonly from: string;
  readonly to: string;
}

export const renameTable: OperationDefinition<RenameTable> = {
  parameters: { from: "table", to: "name" },
  apply: (draft, { from, to }) => {
    const { schema: _, ...table } = findTable(draft, from);
    const next = splitKey(to);
    insertObject(draft.tables, to, { ...withExpressions(table, (sql) => renameTableInSql(sql, table.name, next.name)), ...next }, "Table");
    delete draft.tables[from];
    const rows = draft.requiredRows[from];
    if (rows) draft.requiredRows[to] = rows;
    delete draft.requiredRows[from];
    mapRequired(draft, { referring: true }, (row) => mapReferences(row, (ref) => (ref.table === from ? { ...ref, table: to } : ref)));
    for (const [key, each] of Object.entries(draft.tables)) {
      if (each.foreignKeys.some(({ references }) => references.table === from)) draft.tables[key] = pointedTo(each, from, to);
      const { facts } = each;
      if (facts?.inherits?.includes(from) || facts?.partitionOf?.table === from) draft.tables[key] = { ...draft.tables[key]!, facts: descended(facts, from, to) };
    }
    renameTableInObjects(draft, from, to);
  },
  invert: ({ from, to }) => [{ kind: "renameTable", from: to, to: from }],
  describe: ({ from, to }) => `rename table ${from} to ${to}`,
};

function descended(facts: TableFacts, from: string, to: string): TableFacts {
  return {
    ...facts,
    ...(facts.inherits && { inherits: facts.inherits.map((each) => (each === from ? to : each)) }),
    ...(facts.partitionOf?.table === from && { partitionOf: { ...facts.partitionOf, table: to } }),
  };
}

function pointedTo(table: Table, from: string, to: string): Table {
  const foreignKeys = table.foreignKeys.map((foreignKey) => (foreignKey.references.table === from ? { ...foreignKey, references: { ...foreignKey.references, table: to } } : foreignKey));
  return { ...table, foreignKeys };
}
