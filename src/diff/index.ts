import { sameJson } from "../base/json.ts";
import type { QueryReader } from "../base/query-uses.ts";
import { byText } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import { inheritedColumn } from "../schema/partition.ts";
import { constraintTarget } from "../schema/remarks.ts";
import { sameObject } from "../schema/same.ts";
import type { Column, ColumnType, ForeignKey, Schema, Table, TableFacts } from "../schema/types.ts";
import { withAdoptedIndexes } from "./adopted-indexes.ts";
import { addedColumns, alteredColumns, columnChanges, droppedColumns, type Backfills } from "./columns.ts";
import type { Comparison } from "./comparison.ts";
import { tableNode } from "./dependencies.ts";
import { enumChanges, type LabelReplacements } from "./enums.ts";
import { staysInPlace } from "./in-place.ts";
import { objectChanges, type ObjectChanges } from "./objects.ts";
import { partitionChanges } from "./partitions.ts";
import { creators, partChanges, type PartChanges } from "./table-parts.ts";

export interface DiffOptions {
  readonly comparison: Comparison;
  /** SQL for columns that must hold a value, by `table.column`. */
  readonly backfills?: Backfills;
  /** What replaces enum labels that go, by `enum.label`. */
  readonly replacements?: LabelReplacements;
  /** Parses the queries of views and policies, so that what they need is exact; without it their words decide. */
  readonly queries?: QueryReader | undefined;
}

/**
 * The operations that lead from `before` to `after`, where renames have been applied to `before` already.
 *
 * The order is Alembic's, made safe for foreign keys: new tables in the order of their foreign keys; tables that go;
 * then each table that stands, sorted: columns added, constraints and indexes that go, columns altered, constraints and
 * indexes that come, comment, columns dropped. Computed columns go before the columns that they use are altered, and come after. Foreign keys that go are dropped before all of this, those that come
 * (and those that would close a circle of new tables) are created after it.
 */
export function diffSchemas(from: Schema, to: Schema, options: DiffOptions): readonly Operation[] {
  const { leaving, arriving, before, after } = partitionChanges(from, to, options.comparison);
  const { backfills = new Map(), replacements = new Map(), comparison, queries } = options;
  const added = Object.keys(after.tables).filter((key) => !(key in before.tables)).sort(byText);
  const removed = Object.keys(before.tables).filter((key) => !(key in after.tables)).sort(byText);
  const kept = Object.keys(after.tables)
    .filter((key) => key in before.tables && !sameObject(before.tables[key]!, after.tables[key]!))
    .sort(byText);

  const enums = enumChanges(before, after, replacements);
  const going = keysThatGo(kept, before, after, comparison);
  const again = madeAgain(before, after, going, comparison);
  const foreignKeys = [...kept.map((key) => withoutAlterations(partChanges(key, before.tables[key]!, after.tables[key]!, "foreignKey", comparison), again)), again];
  const objects = objectChanges(before, after, enums.labelsSet.map((operation) => (operation as { readonly name: string }).name), comparison, queries, new Set(foreignKeys.flatMap(({ drops }) => drops.flatMap((drop) => (drop.kind === "dropConstraint" ? [constraintTarget(drop.table, drop.name)] : [])))));
  const creations = createdTables(added, before, after, going, objects);
  const drops = droppedTables(removed, before);
  return [
    ...namespaceNames(after, before).map((name): Operation => ({ kind: "createSchema", name })),
    ...objects.leaving,
    ...leaving,
    ...enums.creations,
    ...enums.labelsAdded,
    ...foreignKeys.flatMap((changes) => changes.drops),
    ...creations.tables,
    ...drops,
    ...kept.flatMap((key) => changedTable(key, withoutGiven(key, before, after, comparison), withoutGiven(key, after, before, comparison), comparison, backfills)),
    ...foreignKeys.flatMap((changes) => changes.creations),
    ...creations.foreignKeys,
    ...arriving,
    ...enums.labelsSet,
    ...objects.arriving,
    ...objects.left,
    ...enums.drops,
    ...namespaceNames(before, after).map((name): Operation => ({ kind: "dropSchema", name })),
  ];
}

function changedTable(key: string, before: Table, after: Table, comparison: Comparison, backfills: Backfills): Operation[] {
  const inner = withAdoptedIndexes(before, after, (["check", "exclusion", "index", "unique", "primaryKey"] as const).map((kind) => partChanges(key, before, after, kind, comparison)));
  const added = addedColumns(key, before, after, backfills);
  const dropped = droppedColumns(key, before, after);
  const facts = factChanges(key, before, after, comparison);
  const place = placeOfFacts(before, after);
  return [
    ...added.early,
    ...inner.flatMap(({ drops }) => drops),
    ...dropped.early,
    ...(place === "first" ? facts : []),
    ...alteredColumns(key, before, after, comparison, backfills),
    ...added.late,
    ...(place === "beforeParts" ? facts : []),
    ...inner.toReversed().flatMap(({ creations }) => creations),
    ...(place === "last" ? facts : []),
    ...(before.comment === after.comment ? [] : [{ kind: "setTableComment", table: key, comment: after.comment ?? null } as const]),
    ...dropped.late,
  ];
}

/** A table without the columns that say again what the tables above it give it, where the other one does not say them. */
function withoutGiven(key: string, schema: Schema, other: Schema, comparison: Comparison): Table {
  const [table, beside] = [schema.tables[key]!, other.tables[key]!];
  if (!table.facts?.inherits && !table.facts?.partitionOf) return table;
  const isGiven = (column: Column) => {
    const given = inheritedColumn(table, column.name, schema.tables);
    return given !== undefined && !columnNamed(beside, column.name) && inheritedColumn(beside, column.name, other.tables) !== undefined && !columnChanges(given, column, comparison);
  };
  return table.columns.some(isGiven) ? { ...table, columns: table.columns.filter((column) => !isGiven(column)) } : table;
}

/** A period keeps its columns NOT NULL as long as it stands; indexes may stand on columns that come with the versioning, and keys keep a period apart. */
function placeOfFacts(before: Table, after: Table): "first" | "beforeParts" | "last" {
  if (Object.entries(before.facts?.periods ?? {}).some(([name, columns]) => !sameJson(after.facts?.periods?.[name], columns))) return "first";
  const comes = (!before.facts?.systemVersioned && after.facts?.systemVersioned) || Object.keys(after.facts?.periods ?? {}).some((name) => !(name in (before.facts?.periods ?? {})));
  return comes ? "beforeParts" : "last";
}

function factChanges(key: string, before: Table, after: Table, { normalFacts }: Comparison): Operation[] {
  const [present, next] = [before.facts ?? {}, after.facts ?? {}];
  const [normalPresent, normalNext] = [normalFacts(present), normalFacts(next)];
  const changed = ([...new Set([...Object.keys(present), ...Object.keys(next)])] as (keyof TableFacts)[]).filter((fact) => !sameJson(present[fact], next[fact]) && !sameJson(normalPresent[fact], normalNext[fact])).sort(byText);
  return changed.length ? [{ kind: "alterTable", table: key, changes: Object.fromEntries(changed.map((fact) => [fact, next[fact] ?? null])) }] : [];
}

/** New tables so that each stands before those that point at it; foreign keys that cannot be satisfied yet come apart. */
function createdTables(added: readonly string[], before: Schema, after: Schema, going: GoingKeys, objects: ObjectChanges): { tables: Operation[]; foreignKeys: Operation[] } {
  const isNew = new Set(added);
  const sorted = topologicalSort([...objects.early.keys(), ...added.map(tableNode)], (node) => {
    const table = node.startsWith("table ") ? after.tables[node.slice(6)] : undefined;
    return table ? [...objects.needs(node), ...parentsOf(table).map(tableNode), ...table.foreignKeys.map(({ references }) => tableNode(references.table))] : objects.needs(node);
  });
  const made = new Set<string>();
  const foreignKeys: Operation[] = [];
  const tables = sorted.order.map((node): Operation => {
    const early = objects.early.get(node);
    if (early) return early;
    const key = node.slice(6);
    const table = after.tables[key]!;
    made.add(key);
    const ready = (foreignKey: ForeignKey) => (isNew.has(foreignKey.references.table) ? made.has(foreignKey.references.table) : targetStands(foreignKey, before, after, going));
    const late = table.foreignKeys.filter((foreignKey) => !ready(foreignKey));
    foreignKeys.push(...late.map((foreignKey) => creators.foreignKey(key, foreignKey)));
    return { kind: "createTable", table: late.length ? { ...table, foreignKeys: table.foreignKeys.filter(ready) } : table };
  });
  return { tables, foreignKeys };
}

/** The column lists of keys that are dropped from tables that stay, by table. */
type GoingKeys = ReadonlyMap<string, readonly (readonly string[])[]>;

function keysThatGo(kept: readonly string[], before: Schema, after: Schema, comparison: Comparison): GoingKeys {
  return new Map(
    kept.map((key) => {
      const [present, next] = [before.tables[key]!, after.tables[key]!];
      const dropped = new Set((["primaryKey", "unique", "index"] as const).flatMap((kind) => partChanges(key, present, next, kind, comparison).drops.map((drop) => (drop as { name: string }).name)));
      return [key, keysOf(present).filter(({ name }) => dropped.has(name)).map(({ columns }) => columns)];
    }),
  );
}

/** What a foreign key may point at: a primary key, a unique constraint, a unique index over columns. */
function keysOf(table: Table): { readonly name: string; readonly columns: readonly string[] }[] {
  const indexes = table.indexes.filter(({ unique, where, parts }) => unique && where === undefined && parts.every((part) => "column" in part));
  const isWhole = ({ withoutOverlaps }: { readonly withoutOverlaps?: string }) => withoutOverlaps === undefined;
  return [...(table.primaryKey && isWhole(table.primaryKey) ? [table.primaryKey] : []), ...table.uniques.filter(isWhole), ...indexes.map(({ name, parts }) => ({ name, columns: parts.map((part) => ("column" in part ? part.column : "")) }))];
}

/**
 * The foreign keys that stay and cannot stand in between: the key they point at is replaced, or their columns change, at one end
 * after the other, to a type that does not compare with the present one. They go before, and come back after.
 */
function madeAgain(before: Schema, after: Schema, going: GoingKeys, comparison: Comparison): PartChanges {
  // Most tables do not change, and neither do the keys between them.
  const changes = (key: string) => before.tables[key] !== after.tables[key];
  const held = Object.keys(before.tables).filter((key) => key in after.tables).sort(byText).flatMap((key) =>
    before.tables[key]!.foreignKeys
      .filter((present) => changes(key) || changes(present.references.table))
      .filter((present) => pointsAtOneOf(present, going) || changesKind(key, present, before, after))
      .flatMap((present) => after.tables[key]!.foreignKeys.filter((next) => next.name === present.name && staysInPlace("foreignKey", comparison, present, next)))
      .map((foreignKey) => ({ key, foreignKey })),
  );
  return { drops: held.map(({ key, foreignKey }) => ({ kind: "dropConstraint", table: key, name: foreignKey.name })), creations: held.map(({ key, foreignKey }) => creators.foreignKey(key, foreignKey)) };
}

/** A key that is made again is as it is wanted, and looks at its rows by itself. */
function withoutAlterations({ drops, creations }: PartChanges, again: PartChanges): PartChanges {
  const made = new Set(again.creations.flatMap((each) => (each.kind === "createForeignKey" ? [constraintTarget(each.table, each.foreignKey.name)] : [])));
  return { drops, creations: creations.filter((each) => (each.kind !== "validateConstraint" && each.kind !== "alterConstraint") || !made.has(constraintTarget(each.table, each.name))) };
}

function changesKind(key: string, { columns, references }: ForeignKey, before: Schema, after: Schema): boolean {
  const ends = [...columns.map((column) => [key, column] as const), ...references.columns.map((column) => [references.table, column] as const)];
  return ends.some(([table, column]) => {
    const [present, next] = [before, after].map((schema) => schema.tables[table] && columnNamed(schema.tables[table], column)?.type);
    return present !== undefined && next !== undefined && !comparable(present, next);
  });
}

const families: readonly (readonly ColumnType["kind"][])[] = [
  ["smallint", "integer", "bigint", "numeric", "real", "double"],
  ["char", "varchar", "text"],
  ["date", "timestamp", "timestamptz"],
];

function comparable(a: ColumnType, b: ColumnType): boolean {
  return sameJson(a, b) || families.some((kinds) => kinds.includes(a.kind) && kinds.includes(b.kind));
}

function pointsAtOneOf({ references }: ForeignKey, going: GoingKeys): boolean {
  return (going.get(references.table) ?? []).some((columns) => sameColumns(columns, references.columns));
}

function sameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column) => b.includes(column));
}

/** Whether the columns a foreign key points at stand already with a key over them, and stay as they are. */
function targetStands(foreignKey: ForeignKey, before: Schema, after: Schema, going: GoingKeys): boolean {
  const { references } = foreignKey;
  const [present, next] = [before.tables[references.table], after.tables[references.table]];
  if (!present || !next) return false;
  if (present === next) return true;
  return keysOf(present).some(({ columns }) => sameColumns(columns, references.columns)) && !pointsAtOneOf(foreignKey, going) && references.columns.every((column) => sameObjectColumn(present, next, column));
}

function sameObjectColumn(before: Table, after: Table, name: string): boolean {
  return JSON.stringify(columnNamed(before, name)?.type) === JSON.stringify(columnNamed(after, name)?.type);
}

/** The tables that a table has its columns from. */
function parentsOf({ facts }: Table): string[] {
  return [...(facts?.inherits ?? []), ...(facts?.partitionOf ? [facts.partitionOf.table] : [])];
}

/** Tables that go, each before those it points at; foreign keys of a circle are dropped first. */
function droppedTables(removed: readonly string[], before: Schema): Operation[] {
  const goes = new Set(removed);
  const { order, cycles } = topologicalSort(removed, (key) => [...before.tables[key]!.foreignKeys.map(({ references }) => references.table), ...parentsOf(before.tables[key]!)]);
  const inCycle = new Set(cycles.filter((cycle) => cycle.length > 1).flat());
  const cut = [...inCycle].sort(byText).flatMap((key) =>
    before.tables[key]!.foreignKeys
      .filter(({ references }) => references.table !== key && goes.has(references.table) && inCycle.has(references.table))
      .map(({ name }): Operation => ({ kind: "dropConstraint", table: key, name })),
  );
  return [...cut, ...order.toReversed().map((table): Operation => ({ kind: "dropTable", table }))];
}

function namespaceNames(present: Schema, missing: Schema): string[] {
  return Object.keys(present.namespaces).filter((name) => !(name in missing.namespaces)).sort(byText);
}
