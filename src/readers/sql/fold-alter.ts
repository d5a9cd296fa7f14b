import { sameJson } from "../../base/json.ts";
import { didYouMean } from "../../base/text.ts";
import { keyOf } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import { SqlFault } from "./cursor.ts";
import type { AlterAction, AlterTableFact, ColumnChange, ColumnPlace } from "./facts.ts";
import { addColumn, addPart, asPartition, foldOptions, removeColumn, renameColumn, renameTable, type TraceAt } from "./fold-table.ts";
import { mergedFacts } from "./read-table.ts";
import { isSystemTime } from "./read-versioning.ts";
import type { WorkColumn, WorkPart, WorkSchema, WorkTable } from "./work-schema.ts";

type ActionOf<K extends AlterAction["kind"]> = Extract<AlterAction, { kind: K }>;
interface Scene {
  readonly work: WorkSchema;
  readonly table: WorkTable;
  readonly trace: TraceAt;
}

export function foldAlterTable(work: WorkSchema, fact: AlterTableFact, trace: TraceAt): void {
  // OWNER TO and the like may name a view or a sequence as well.
  if (fact.actions.every(({ kind }) => kind === "nothing")) return;
  const key = work.find(work.tables, fact.table);
  if (key === undefined) {
    if (fact.ifExists || work.temporary.has(work.keyFor(fact.table))) return;
    if (alterView(work, fact)) return;
    throw work.missing("table", fact.table, [...work.tables.keys()]);
  }
  const table = work.tables.get(key)!;
  for (const action of fact.actions) (folders[action.kind] as (scene: Scene, action: AlterAction) => void)({ work, table, trace }, action);
}

/** What ALTER TABLE does to a view or a sequence, as PostgreSQL lets it: renames, mostly. */
function alterView(work: WorkSchema, fact: AlterTableFact): boolean {
  const [key] = work.objectsNamed(["view", "materializedView", "sequence"], fact.table);
  if (key === undefined) return false;
  for (const action of fact.actions) {
    const each = work.objects.get(key)!;
    if (action.kind === "renameTable") {
      work.objects.delete(key);
      const object = { ...each.object, name: action.to.name };
      work.objects.set(objectKey(object), { ...each, object });
    } else if (action.kind !== "nothing" && !(action.kind === "setFacts" && "clusteredOn" in action.facts)) {
      throw new SqlFault(`this change of ${key} is not understood`, action.at, { isUnknown: true });
    }
  }
  return true;
}

const folders: { readonly [K in AlterAction["kind"]]: (scene: Scene, action: ActionOf<K>) => void } = {
  nothing: () => {},
  addColumn: ({ work, table, trace }, { column, ifNotExists, place }) => {
    if (ifNotExists && table.columns.some((each) => work.same(each.name, column.name))) return;
    addColumn(work, table, column, trace, place && placed(work, table, place, column.at));
  },
  dropColumn: ({ work, table }, { column, ifExists, at }) => {
    if (ifExists && !table.columns.some((each) => work.same(each.name, column))) return;
    removeColumn(work, table, work.column(table, column, at).name);
  },
  changeColumn: ({ work, table, trace }, { from, column, place, at }) => {
    const present = work.column(table, from, at);
    if (present.name !== column.name) renameColumn(work, table, present.name, column.name);
    const index = table.columns.findIndex(({ name }) => name === column.name);
    // MODIFY says the whole column anew; keys stand beside it.
    table.columns[index] = { ...column, trace: trace(column.at) };
    for (const part of column.parts) addPart(table, part, trace);
    if (place === undefined) return;
    const [moved] = table.columns.splice(index, 1);
    table.columns.splice(placed(work, table, place, at), 0, moved!);
  },
  alterColumn: ({ work, table }, { column, change, at }) => {
    const present = work.column(table, column, at);
    if (work.ownColumn(table, column)) table.columns = table.columns.map((each) => (each === present ? changed(each, change) : each));
    else override(table, present, changed(present, change));
  },
  addPart: ({ work, table, trace }, { part, usingIndex, ifNotExists, at }) => {
    if (ifNotExists && part.name !== undefined && table.parts.some((each) => each.name === part.name)) return;
    if (usingIndex === undefined) return addPart(table, part, trace);
    const index = table.parts.find((each) => each.kind === "index" && each.name === usingIndex);
    if (index?.kind !== "index") throw missingPart(work, table, usingIndex, at);
    table.parts = table.parts.filter((each) => each !== index);
    const columns = index.parts.flatMap((each) => ("column" in each ? [each.column] : []));
    addPart(table, { ...part, columns, ...(index.include && { include: index.include }) } as typeof part, trace);
  },
  dropPart: ({ work, table }, { of, name, ifExists, at }) => {
    const found = of === "primaryKey" ? table.parts.find(({ kind }) => kind === "primaryKey") : partNamed(work, table, name!);
    if (!found) {
      if (ifExists) return;
      throw missingPart(work, table, name ?? "PRIMARY", at);
    }
    table.parts = table.parts.filter((part) => part !== found);
  },
  validate: ({ work, table }, { name, at }) => {
    const found = partNamed(work, table, name);
    if (!found) throw missingPart(work, table, name, at);
    table.parts = table.parts.map((part) => {
      if (part !== found || !("notValid" in part)) return part;
      const { notValid: _, ...valid } = part;
      return valid as WorkPart;
    });
  },
  alterConstraint: ({ work, table }, { name, deferrable, at }) => {
    const found = partNamed(work, table, name);
    if (!found) throw missingPart(work, table, name, at);
    table.parts = table.parts.map((part) => {
      if (part !== found) return part;
      const { deferrable: _, ...rest } = part as WorkPart & { deferrable?: unknown };
      return { ...rest, ...(deferrable && { deferrable }) } as WorkPart;
    });
  },
  renameColumn: ({ work, table }, { from, to, at }) => renameColumn(work, table, work.column(table, from, at).name, to),
  renamePart: ({ work, table }, { from, to, at }) => {
    const found = partNamed(work, table, from);
    if (!found) throw missingPart(work, table, from, at);
    table.parts = table.parts.map((part) => (part === found ? { ...part, name: to } : part));
  },
  renameTable: ({ work, table }, { to }) => renameTable(work, table, { name: to.name, schema: to.schema === undefined ? table.schema : work.located(to).schema }),
  setSchema: ({ work, table }, { schema }) => renameTable(work, table, work.located({ name: table.name, schema })),
  setOptions: ({ work, table }, { options }) => foldOptions(work, table, options),
  setFacts: ({ table }, { facts }) => {
    table.facts = mergedFacts(table.facts, facts);
  },
  rowSecurity: ({ table }, { enabled, forced }) => {
    table.rowSecurity = { ...table.rowSecurity, ...(enabled !== undefined && { enabled }), ...(forced !== undefined && { forced }) };
    // What is forced on owners is in force only where it is enabled.
    table.facts = mergedFacts(table.facts, { rowSecurity: table.rowSecurity.enabled ? (table.rowSecurity.forced ? "forced" : "enabled") : null });
  },
  period: ({ table }, { name, columns }) => {
    const { [name]: _, ...others } = table.facts?.periods ?? {};
    const periods = columns === null || isSystemTime(name) ? others : { ...others, [name]: columns };
    table.facts = mergedFacts(table.facts, { periods: Object.keys(periods).length ? periods : null });
  },
  resetOptions: ({ table }, { names }) => {
    const options = Object.fromEntries(Object.entries(table.facts?.options ?? {}).filter(([name]) => !names.includes(name)));
    table.facts = mergedFacts(table.facts, { options: Object.keys(options).length ? options : null });
  },
  inherit: ({ work, table }, { parent, remove }) => {
    const key = work.find(work.tables, parent) ?? work.keyFor(parent);
    const others = (table.facts?.inherits ?? []).filter((each) => each !== key);
    const inherits = remove ? others : [...others, key];
    table.facts = mergedFacts(table.facts, { inherits: inherits.length ? inherits : null });
  },
  attachPartition: ({ work, table }, { partition, bound }) => asPartition(work, work.table(partition), table, { table: keyOf({ name: table.name, schema: table.schema }), bound }),
  detachPartition: ({ work, table }, { partition }) => {
    const detached = work.table(partition);
    detached.facts = mergedFacts(detached.facts, { partitionOf: null });
    const own = new Set(detached.columns.map(({ name }) => name));
    detached.columns = [...table.columns.filter(({ name }) => !own.has(name)), ...detached.columns];
  },
  enableTrigger: ({ work, table }, { what, name, enabled, at }) => {
    const key = keyOf({ name: table.name, schema: table.schema });
    const matching = [...work.objects].filter(([, { object }]) => object.kind === what && object.table === key && (object.name === name || name === "all" || name === "user"));
    if (!matching.length && name !== "all" && name !== "user") throw new SqlFault(`the table "${key}" has no ${what} "${name}" here`, at);
    for (const [, each] of matching) {
      const { enabled: _, ...rest } = each.object as typeof each.object & { enabled?: unknown };
      each.object = { ...rest, ...(enabled && { enabled }) } as typeof each.object;
    }
  },
  indexVisibility: ({ work, table }, { name, invisible, at }) => {
    const found = partNamed(work, table, name);
    if (found?.kind !== "index") throw missingPart(work, table, name, at);
    const { invisible: _, ...rest } = found;
    table.parts = table.parts.map((part) => (part === found ? { ...rest, ...(invisible && { invisible: true }) } : part));
  },
};

/** A table has what it says otherwise than the one that it inherits from as a column of its own. */
export function override(table: WorkTable, given: WorkColumn, column: WorkColumn): void {
  if (!sameJson({ ...given, trace: undefined }, { ...column, trace: undefined })) table.columns.push(column);
}

function placed(work: WorkSchema, table: WorkTable, place: ColumnPlace, at: number): number {
  return place === "first" ? 0 : table.columns.indexOf(work.column(table, place.after, at)) + 1;
}

function changed(column: WorkColumn, change: ColumnChange): WorkColumn {
  const next: Record<string, unknown> = { ...column };
  const set = (key: string, value: unknown) => {
    if (value === null || value === false) delete next[key];
    else if (value !== undefined) next[key] = value === true ? true : value;
  };
  if (change.type !== undefined) {
    next["type"] = change.type;
    delete next["collation"];
  }
  set("collation", change.collation);
  set("notNull", change.notNull);
  set("default", change.default);
  set("identity", change.identity);
  set("generated", change.generated);
  if (change.identity) next["notNull"] = true;
  if (change.facts) set("facts", mergedFacts(column.facts as never, change.facts as never) ?? null);
  return next as unknown as WorkColumn;
}

/** The part of a name, be it given or the one that the database makes. */
export function partNamed(work: WorkSchema, table: WorkTable, name: string): WorkPart | undefined {
  const given = table.parts.find((part) => part.name !== undefined && work.same(part.name, name));
  if (given || table.parts.every((part) => part.name !== undefined)) return given;
  const settled = { ...table };
  work.settleNames(settled);
  const index = settled.parts.findIndex((part) => work.same(part.name!, name));
  return table.parts[index];
}

function missingPart(work: WorkSchema, table: WorkTable, name: string, at: number): SqlFault {
  const names = table.parts.flatMap((part) => (part.name === undefined ? [] : [part.name]));
  return new SqlFault(`the table "${keyOf({ name: table.name, schema: table.schema })}" has no constraint or index "${name}" here`, at, { hint: didYouMean(name, names) });
}
