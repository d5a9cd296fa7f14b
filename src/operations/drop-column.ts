import { GravenError } from "../base/errors.ts";
import { identifiersIn } from "../base/sql-tokens.ts";
import { quotedList } from "../base/text.ts";
import { editTable } from "../schema/edit.ts";
import { constraintsOf, findColumn, findTable, grantsOn, ownedSequences, type NamedConstraint } from "../schema/find.ts";
import { objectKey } from "../schema/object-key.ts";
import { withoutColumn } from "../schema/privileges.ts";
import type { Column, Grant, Schema, Table } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";
import { neutralValue } from "./neutral-value.ts";
import { mapRequired, valuesAgain, without } from "./required-rows.ts";

/** Drops a column with its values. What stands on the column must be dropped first. */
export interface DropColumn {
  readonly kind: "dropColumn";
  readonly table: string;
  readonly column: string;
}

export const dropColumn: OperationDefinition<DropColumn> = {
  parameters: { table: "table", column: "name" },
  apply: (draft, { table, column }) => {
    editTable(draft, table, (each) => {
      findColumn(each, column);
      const users = usersOfColumn(draft, table, column);
      if (users.length) throw new GravenError("MOD-021", `Column "${table}.${column}" is still used by ${quotedList(users)}.`, { hint: "Drop those first." });
      return { ...each, columns: each.columns.filter(({ name }) => name !== column) };
    });
    mapRequired(draft, { table }, (row) => without(row, [column]));
    for (const key of ownedSequences(draft, table, column)) delete draft.objects[key];
    for (const grant of grantsOnColumn(draft, table, column)) {
      const left = withoutColumn(grant, column);
      delete draft.objects[objectKey(grant)];
      if (left) draft.objects[objectKey(left)] = left;
    }
  },
  invert: ({ table, column }, before) => [...ownedSequences(before, table, column).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! })), ...addedAgain(table, findColumn(findTable(before, table), column), before), ...grantsOnColumn(before, table, column).map((object): Operation => ({ kind: withoutColumn(object, column) ? "replaceObject" : "createObject", object }))],
  describe: ({ table, column }) => `drop column ${table}.${column}`,
  warn: ({ table, column }, before) =>
    isKeptByDatabase(findColumn(findTable(before, table), column)) ? [] : [{ code: "drop-column", message: `The values of column "${table}.${column}" are lost; a downgrade adds the column without them.` }],
};

/** The grants that speak of a column. */
function grantsOnColumn(schema: Schema, table: string, column: string): Grant[] {
  return grantsOn(schema, `table ${table}`).flatMap((key) => {
    const grant = schema.objects[key] as Grant;
    return withoutColumn(grant, column) === grant ? [] : [grant];
  });
}

/** Whether the database tells the values itself. */
function isKeptByDatabase({ generated, facts }: Column): boolean {
  return generated !== undefined || facts?.rowPeriod !== undefined;
}

/** The names of what needs the column: constraints, indexes, generated columns, and foreign keys of other tables. */
export function usersOfColumn(schema: Schema, table: string, column: string): string[] {
  const owner = findTable(schema, table);
  return [
    ...constraintsOf(owner)
      .filter((named) => constraintUses(named, column))
      .map(({ constraint }) => constraint.name),
    ...owner.indexes.filter((index) => indexUses(index, column)).map(({ name }) => name),
    ...owner.columns.filter((each) => each.generated && each.name !== column && mentions(each.generated.sql, column)).map(({ name }) => name),
    ...referencesTo(schema, table, column),
  ];
}

function constraintUses({ kind, constraint }: NamedConstraint, column: string): boolean {
  if (kind === "check") return mentions(constraint.sql, column);
  if (kind === "exclusion") return indexUses({ ...constraint, parts: constraint.elements }, column);
  return constraint.columns.includes(column) || ("include" in constraint && Boolean(constraint.include?.includes(column)));
}

/** Whether an expression names the column. */
export function mentions(sql: string, column: string): boolean {
  const identifiers = identifiersIn(sql);
  if (identifiers.has(column)) return true;
  for (const identifier of identifiers) if (identifier.toLowerCase() === column.toLowerCase()) return true;
  return false;
}

export function indexUses(index: Pick<Table["indexes"][number], "parts" | "include" | "where">, column: string): boolean {
  return (
    index.parts.some((part) => ("column" in part ? part.column === column : mentions(part.expression, column))) ||
    Boolean(index.include?.includes(column)) ||
    (index.where !== undefined && mentions(index.where, column))
  );
}

function referencesTo(schema: Schema, table: string, column: string): string[] {
  return Object.entries(schema.tables).flatMap(([key, each]) =>
    key === table ? [] : each.foreignKeys.filter(({ references }) => references.table === table && references.columns.includes(column)).map(({ name }) => `${key}.${name}`),
  );
}

/** A column that must hold a value comes back in three steps, as the rows that are there have none. */
function addedAgain(table: string, column: Column, before: Schema): readonly Operation[] {
  if (column.nullable || column.default || column.identity || column.autoIncrement || column.generated || column.facts?.rowPeriod) return [{ kind: "addColumn", table, column }, ...valuesAgain(table, [column.name], before)];
  const value = neutralValue(column.type, before);
  const fill: Operation =
    value === undefined
      ? { kind: "todo", message: `Fill column "${table}.${column.name}": its values were lost, and no value of its type stands for "none".` }
      : { kind: "backfill", table, assignments: { set: { [column.name]: { sql: value } } } };
  return [
    { kind: "addColumn", table, column: { ...column, nullable: true } },
    fill,
    ...valuesAgain(table, [column.name], before),
    { kind: "alterColumn", table, column: column.name, changes: { nullable: false } },
  ];
}
