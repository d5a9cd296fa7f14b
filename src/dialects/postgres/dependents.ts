import { indexUses, mentions } from "../../operations/drop-column.ts";
import { findTable, ownedSequences } from "../../schema/find.ts";
import { constraintRemarkAgain } from "./objects/remark.ts";
import type { Column, DatabaseObjectOf, Schema, Table } from "../../schema/types.ts";
import { columnSql } from "../ansi/table-sql.ts";
import { columnFactChanges } from "./alter-table.ts";
import { ownSequence } from "./objects/create.ts";
import { quote, tableName } from "./quote.ts";
import { addCheck, addExclusion, addForeignKey, addPrimaryKey, addUnique, columnComment, dropConstraint, dropIndex, indexStatements, spelling } from "./spelling.ts";

/** What stands on columns that the server does not change under it: it goes before, and comes back after. */
export interface Detached {
  readonly drop: readonly string[];
  readonly restore: readonly string[];
}

export interface DetachRequest {
  /** Columns whose type changes: expressions that name them must be compiled anew. */
  readonly changed: readonly string[];
  /** Columns that are dropped and added again, as they are afterwards. */
  readonly again?: readonly Column[];
  /** Whether foreign keys of the changed columns go too, as their other end changes as well. */
  readonly foreignKeys?: boolean;
}

/** Takes down and puts back checks, expression and partial indexes, and generated columns that need the columns of a table. */
export function detach(key: string, schema: Schema, { changed, again = [], foreignKeys = false }: DetachRequest): Detached {
  const table = findTable(schema, key);
  const computed = table.columns.filter(({ name, generated }) => generated && !changed.includes(name) && !again.some((each) => each.name === name) && names(generated.sql, changed));
  const columns = [...again, ...computed];
  const gone = columns.map(({ name }) => name);
  const affected = [...changed, ...gone];
  const uses = (part: readonly string[]) => part.some((column) => gone.includes(column));

  const primaryKey = table.primaryKey && uses(table.primaryKey.columns) ? [table.primaryKey] : [];
  const uniques = table.uniques.filter((unique) => uses(unique.columns));
  const checks = table.checks.filter(({ sql }) => names(sql, affected));
  const indexes = table.indexes.filter((index) => gone.some((column) => indexUses(index, column)) || hasExpression(index, changed));
  const exclusions = (table.exclusions ?? []).filter((each) => gone.some((column) => indexUses({ ...each, parts: each.elements }, column)) || hasExpression({ ...each, parts: each.elements }, changed));
  const keys = foreignKeysOn(schema, key, foreignKeys ? affected : gone);

  return {
    drop: [
      ...keys.map(([owner, { name }]) => dropConstraint(owner, name)),
      ...[...checks, ...exclusions].map(({ name }) => dropConstraint(key, name)),
      ...indexes.map(({ name }) => dropIndex(key, name)),
      ...[...uniques, ...primaryKey].map(({ name }) => dropConstraint(key, name)),
      ...gone.map((column) => `ALTER TABLE ${tableName(key)} DROP COLUMN ${quote(column)}`),
    ],
    restore: [
      ...columns.flatMap((column) => addColumn(key, column, schema)),
      ...primaryKey.map((each) => addPrimaryKey(key, each)),
      ...uniques.map((each) => addUnique(key, each)),
      ...checks.map((each) => addCheck(key, each)),
      ...exclusions.map((each) => addExclusion(key, each)),
      ...indexes.flatMap((each) => indexStatements(key, each)),
      ...keys.map(([owner, each]) => addForeignKey(owner, each)),
      ...[...primaryKey, ...uniques, ...checks, ...exclusions].flatMap(({ name }) => constraintRemarkAgain(schema, key, name)),
      ...keys.flatMap(([owner, { name }]) => constraintRemarkAgain(schema, owner, name)),
    ],
  };
}

/** ADD COLUMN, and the comment that is a statement of its own. */
export function addColumn(table: string, column: Column, schema: Schema): string[] {
  return [
    `ALTER TABLE ${tableName(table)} ADD COLUMN ${columnSql(spelling, column, schema)}`,
    ...(column.comment ? [columnComment(table, column.name, column.comment)] : []),
    ...columnFactChanges(table, column.name, {}, column.facts),
    ...ownedSequences(schema, table, column.name).map((sequence) => ownSequence(schema.objects[sequence] as DatabaseObjectOf<"sequence">)),
  ];
}

function names(sql: string, columns: readonly string[]): boolean {
  return columns.some((column) => mentions(sql, column));
}

/** Whether the index computes something from the columns, beyond holding them. */
function hasExpression({ parts, where }: Pick<Table["indexes"][number], "parts" | "where">, columns: readonly string[]): boolean {
  return (where !== undefined && names(where, columns)) || parts.some((part) => "expression" in part && names(part.expression, columns));
}

/** Foreign keys from or to the columns of a table, each with the table that has it. */
function foreignKeysOn(schema: Schema, key: string, columns: readonly string[]): (readonly [string, Table["foreignKeys"][number]])[] {
  return Object.entries(schema.tables).flatMap(([owner, table]) =>
    table.foreignKeys
      .filter((each) => (owner === key && each.columns.some((column) => columns.includes(column))) || (each.references.table === key && each.references.columns.some((column) => columns.includes(column))))
      .map((each) => [owner, each] as const),
  );
}
