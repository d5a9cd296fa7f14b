import { sameJson } from "../base/json.ts";
import type { ColumnChanges } from "../operations/alter-column.ts";
import { mentions } from "../operations/drop-column.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import type { Column, Table } from "../schema/types.ts";
import { sameGenerated, sameType, type Comparison } from "./comparison.ts";

/** What a column changes, or nothing. An absent key leaves, `null` removes. */
export function columnChanges(before: Column, after: Column, comparison: Comparison): ColumnChanges | undefined {
  const changes: { -readonly [K in keyof ColumnChanges]: ColumnChanges[K] } = {};
  const typeChanges = !sameType(comparison, before.type, after.type);
  if (typeChanges) changes.type = after.type;
  if (before.nullable !== after.nullable) changes.nullable = after.nullable;
  if (!comparison.sameDefault(before.default, after.default, after.type)) changes.default = after.default ?? null;
  const countsAlike = comparison.sameCounting?.(before, after) ?? false;
  if (!countsAlike && !sameJson(before.identity, after.identity)) changes.identity = after.identity ?? null;
  if (!countsAlike && before.autoIncrement !== after.autoIncrement) changes.autoIncrement = after.autoIncrement ?? null;
  if (!sameGenerated(comparison, before.generated, after.generated)) changes.generated = after.generated ?? null;
  if (before.collation !== after.collation) changes.collation = after.collation ?? null;
  if (before.comment !== after.comment) changes.comment = after.comment ?? null;
  if (!sameJson(before.facts, after.facts)) changes.facts = after.facts ?? null;
  return Object.keys(changes).length ? changes : undefined;
}

/** Backfills given for columns, as SQL by `table.column`. */
export type Backfills = ReadonlyMap<string, string>;

/** The columns a table gains. Computed ones come after the columns that stand have changed, as they may use them as they are then. */
export function addedColumns(key: string, before: Table, after: Table, backfills: Backfills): Around {
  const added = after.columns.filter((column) => !columnNamed(before, column.name));
  const late = (column: Column) => column.generated !== undefined && !readers(after, column.name).some((reader) => columnNamed(before, reader.name));
  const operations = (columns: readonly Column[]) => columns.flatMap((column) => columnAdded(key, column, backfills));
  return { early: operations([...added.filter((column) => !column.generated), ...added.filter((column) => column.generated && !late(column))]), late: operations(added.filter(late)) };
}

/** Operations on columns that stand before and after the changes of those that stay. */
export interface Around {
  readonly early: readonly Operation[];
  readonly late: readonly Operation[];
}

/** The computed columns that use a column. */
function readers(table: Table, name: string): readonly Column[] {
  return table.columns.filter((column) => column.generated && column.name !== name && mentions(column.generated.sql, name));
}

/** A column that must hold a value comes in three steps, as the rows that stand have none. */
function columnAdded(table: string, column: Column, backfills: Backfills): Operation[] {
  if (!needsBackfill(column)) return [{ kind: "addColumn", table, column }];
  const sql = backfills.get(`${table}.${column.name}`);
  const fill: Operation =
    sql === undefined
      ? { kind: "todo", message: `What do the rows of "${table}" hold in "${column.name}"? Say it with op.backfill(…).` }
      : { kind: "backfill", table, assignments: { set: { [column.name]: { sql } } } };
  return [
    { kind: "addColumn", table, column: { ...column, nullable: true } },
    fill,
    { kind: "alterColumn", table, column: column.name, changes: { nullable: false } },
  ];
}

/** Whether rows that stand have no value for a column that must have one. */
export function needsBackfill(column: Column): boolean {
  return !column.nullable && !column.default && !column.identity && !column.autoIncrement && !column.generated && !column.facts?.rowPeriod;
}

export function alteredColumns(key: string, before: Table, after: Table, comparison: Comparison, backfills: Backfills): Operation[] {
  return after.columns.flatMap((column): Operation[] => {
    const present = columnNamed(before, column.name);
    const changes = present && columnChanges(present, column, comparison);
    if (!changes) return [];
    const alter: Operation = { kind: "alterColumn", table: key, column: column.name, changes };
    const sql = changes.nullable === false ? backfills.get(`${key}.${column.name}`) : undefined;
    if (sql === undefined) return [alter];
    const fill: Operation = { kind: "backfill", table: key, assignments: { set: { [column.name]: { sql } } } };
    if (!changes.type && changes.generated === undefined) return [fill, alter];
    // What fills the column is of the new type, and no computed column can be filled.
    const { nullable, ...others } = changes;
    return [{ ...alter, changes: others }, fill, { kind: "alterColumn", table: key, column: column.name, changes: { nullable: nullable! } }];
  });
}

/** The columns a table loses. Computed ones go before the columns that stay change, as they may use them as they were. */
export function droppedColumns(key: string, before: Table, after: Table): Around {
  const dropped = before.columns.filter((column) => !columnNamed(after, column.name));
  const early = (column: Column) => column.generated !== undefined && !readers(before, column.name).some((reader) => columnNamed(after, reader.name));
  const operations = (columns: readonly Column[]) => columns.map(({ name }): Operation => ({ kind: "dropColumn", table: key, column: name }));
  const late = dropped.filter((column) => !early(column));
  return { early: operations(dropped.filter(early)), late: operations([...late.filter((column) => column.generated), ...late.filter((column) => !column.generated)]) };
}
