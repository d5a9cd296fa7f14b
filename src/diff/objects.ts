import type { QueryReader } from "../base/query-uses.ts";
import { referencesIn } from "../base/sql-references.ts";
import { outputItems } from "../base/sql-select.ts";
import { byText } from "../base/text.ts";
import { topologicalSort } from "../base/topological-sort.ts";
import { names } from "../operations/object-references.ts";
import { mentions } from "../operations/drop-column.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed, constraintsOf } from "../schema/find.ts";
import { sqlParts } from "../schema/object-sql.ts";
import { futureTarget, splitTarget, targetOf, withoutColumn } from "../schema/privileges.ts";
import { constraintTarget, remarkTarget } from "../schema/remarks.ts";
import type { DatabaseObject, DatabaseObjectKind, Grant, Schema, Table } from "../schema/types.ts";
import { usesColumnsOf } from "./column-uses.ts";
import { sameGenerated, sameType, type Comparison } from "./comparison.ts";
import { Dependencies, enumNode, parsedPart, tableNode, type Node } from "./dependencies.ts";
import { staysInPlace } from "./in-place.ts";
import { sameDatabaseObject } from "./same-object.ts";

/** The operations on objects by the place they take among those on tables. */
export interface ObjectChanges {
  /** What leaves or is taken down before any table changes. */
  readonly leaving: readonly Operation[];
  /** What new tables and columns need, by key: it arrives among the new tables. */
  readonly early: ReadonlyMap<Node, Operation>;
  /** What arrives, is replaced or put back once the tables stand. */
  readonly arriving: readonly Operation[];
  /** What leaves once nothing needs it any more. */
  readonly left: readonly Operation[];
  readonly needs: (node: Node) => ReadonlySet<Node>;
}

const nothing: ObjectChanges = { leaving: [], early: new Map(), arriving: [], left: [], needs: () => new Set() };

/**
 * Compares the objects of two schemas. What cannot be altered where it stands, and what stands on a column whose type changes or
 * which goes, is taken down first and put back last, with all that stands on it in turn.
 */
export function objectChanges(before: Schema, after: Schema, retypedEnums: readonly string[], comparison: Comparison, queries?: QueryReader, madeAgain: ReadonlySet<string> = new Set()): ObjectChanges {
  const changedEnums = retypedEnums.map(enumNode);
  if (before.objects === after.objects && !changedEnums.length && before.tables === after.tables) return nothing;
  if (!Object.keys(before.objects).length && !Object.keys(after.objects).length) return nothing;
  const present = new Dependencies(before, queries);
  const next = new Dependencies(after, queries);
  const same = (key: string) => {
    const object = key in before.objects ? withoutGoneColumns(before.objects[key]!, before, after) : undefined;
    return object !== undefined && key in after.objects && sameDatabaseObject(comparison, object, after.objects[key]!);
  };
  const keys = (schema: Schema) => Object.keys(schema.objects).sort(byText);
  const withTables = new Set(keys(before).filter((key) => goesWithItsTable(before.objects[key]!, before, after)));
  const swapped = new Set(keys(before).filter((key) => key in after.objects && !same(key) && isType(before.objects[key]!) && present.usersOf(key).some((user) => user.startsWith("table ")) && !comparison.canReplace(before.objects[key]!, after.objects[key]!, before)));
  const gone = new Set(keys(before).filter((key) => !(key in after.objects)));
  const down = takenDown(before, after, [...changedEnums, ...swapped], swapped, comparison, { present, queries }, same, withTables);

  for (const key of keys(before)) if (losesItsPlace(before.objects[key]!, before, after, comparison, madeAgain)) withTables.add(key);
  for (const key of goneGrants(before, (object) => gone.has(object) || down.has(object) || withTables.has(object))) withTables.add(key);
  const leaves = (key: string) => (gone.has(key) || down.has(key)) && !withTables.has(key);
  // What a table, or an object that is replaced or goes with its table, still needs stays until they have changed.
  const late = new Set<Node>();
  const hold = (node: Node) => {
    for (const need of present.needs(node)) {
      if (!leaves(need) || late.has(need)) continue;
      late.add(need);
      hold(need);
    }
  };
  for (const node of present.nodes()) if (!leaves(node) && !same(node) && before.objects[node]?.kind !== "grant") hold(node);
  // What is of an extension does not tell so, and must be gone before.
  for (const key of keys(before)) if (gone.has(key) && before.objects[key]!.kind === "extension") late.add(key);

  const inOrder = (nodes: readonly Node[], dependencies: Dependencies) => topologicalSort(nodes, (node) => dependencies.needs(node)).order;
  const dropped = (nodes: readonly Node[]): Operation[] => inOrder(nodes, present).toReversed().map((object) => ({ kind: "dropObject", object }));
  const leavingKeys = keys(before).filter(leaves);
  const wanted = keys(after).filter((key) => !(key in before.objects) || down.has(key) || (withTables.has(key) && !same(key)) || (withTables.has(key) && key in after.objects) || !same(key));
  const operationFor = (key: string): Operation => {
    const object = after.objects[key]!;
    return key in before.objects && !down.has(key) && !withTables.has(key) ? { kind: "replaceObject", object } : { kind: "createObject", object };
  };
  const early = earlyNodes(wanted, before, after, next);
  const arriving = futureGrantsLast(inOrder(wanted, next).filter((key) => !early.has(key)), after);
  return {
    leaving: [...dropped(leavingKeys.filter((key) => !late.has(key))), ...releasedSequences(before, after, comparison)],
    early: new Map(inOrder([...early], next).map((key) => [key, operationFor(key)])),
    arriving: arriving.map(operationFor),
    left: dropped(leavingKeys.filter((key) => late.has(key) && !(down.has(key) && !gone.has(key)))),
    needs: (node) => next.needs(node),
  };
}

/** What is granted on things yet to be made is none of those that a revision makes. */
function futureGrantsLast(keys: readonly string[], { objects }: Schema): string[] {
  const isFuture = (key: string) => {
    const object = objects[key]!;
    return object.kind === "grant" && futureTarget(object.on) !== undefined;
  };
  return [...keys.filter((key) => !isFuture(key)), ...keys.filter(isFuture)];
}

/** A grant without the columns that go, as it goes with them. */
function withoutGoneColumns(object: DatabaseObject, before: Schema, after: Schema): DatabaseObject | undefined {
  if (object.kind !== "grant") return object;
  const { noun, key } = splitTarget(object.on);
  const [present, next] = [before.tables[key], after.tables[key]];
  if (noun !== "table" || !present || !next) return object;
  return present.columns.reduce<Grant | undefined>((grant, { name }) => (grant && !columnNamed(next, name) ? withoutColumn(grant, name) : grant), object);
}

/** Whether a comment goes because its enum, its schema or its constraint does, if only to be made again. */
function losesItsPlace(object: DatabaseObject, before: Schema, after: Schema, comparison: Comparison, madeAgain: ReadonlySet<string>): boolean {
  const target = object.kind === "comment" ? remarkTarget(object.name) : undefined;
  if (!target) return false;
  if (target.noun !== "constraint") return target.noun === "type" ? !(target.key in after.enums) : target.key in before.namespaces && !(target.key in after.namespaces);
  const { table, name } = target;
  const find = (schema: Schema) => schema.tables[table] && constraintsOf(schema.tables[table]).find(({ constraint }) => constraint.name === name);
  const [present, next] = [find(before), find(after)];
  return madeAgain.has(constraintTarget(table, name)) || present?.kind !== next?.kind || (present !== undefined && !staysInPlace(present.kind, comparison, present.constraint as never, next!.constraint as never));
}

/** What was granted on objects that leave goes with them. */
function goneGrants(before: Schema, leaves: (object: string) => boolean): string[] {
  const grants = Object.entries(before.objects).flatMap(([key, object]) => (object.kind === "grant" ? [{ key, on: object.on }] : []));
  if (!grants.length) return [];
  const targets = new Set(Object.entries(before.objects).flatMap(([key, object]) => (leaves(key) ? [targetOf(object)] : [])));
  return grants.flatMap(({ key, on }) => (targets.has(on) ? [key] : []));
}

/** A table's triggers, policies and grants go with it; so does the sequence of a column. */
function goesWithItsTable(object: DatabaseObject, before: Schema, after: Schema): boolean {
  if (object.kind === "grant") {
    const { noun, key } = splitTarget(object.on);
    const records = noun === "table" ? ([before.tables, after.tables] as const) : noun === "type" ? ([before.enums, after.enums] as const) : undefined;
    return records !== undefined && key in records[0] && !(key in records[1]);
  }
  if ("table" in object && object.table in before.tables && !(object.table in after.tables)) return true;
  if (object.kind !== "sequence" || !object.ownedBy) return false;
  const { table, column } = object.ownedBy;
  return columnStands(before, table, column) && !columnStands(after, table, column) && !keptElsewhere(object, after);
}

function keptElsewhere(object: DatabaseObject & { readonly kind: "sequence" }, after: Schema): boolean {
  return Object.values(after.objects).some((each) => each.kind === "sequence" && each.name === object.name && each.schema === object.schema);
}

function columnStands(schema: Schema, table: string, column: string): boolean {
  const found = schema.tables[table];
  return found !== undefined && columnNamed(found, column) !== undefined;
}

/** A sequence that stays while its column goes is let go of first. */
function releasedSequences(before: Schema, after: Schema, comparison: Comparison): Operation[] {
  if (comparison.capabilities.boundObjects !== "types") return [];
  return Object.entries(before.objects).flatMap(([key, object]): Operation[] => {
    if (object.kind !== "sequence" || !object.ownedBy || !(key in after.objects) || columnStands(after, object.ownedBy.table, object.ownedBy.column)) return [];
    const { ownedBy: _, ...free } = object;
    return [{ kind: "replaceObject", object: free }];
  });
}

/** The kinds that a database binds to the columns they use, so that it does not let those change. */
const boundKinds: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["view", "materializedView", "rule", "policy", "trigger", "function", "procedure"]);

interface Lookup {
  readonly present: Dependencies;
  readonly queries: QueryReader | undefined;
}

/** The objects that stand in both schemas and cannot stay in between. */
function takenDown(before: Schema, after: Schema, changedTypes: readonly Node[], swapped: ReadonlySet<Node>, comparison: Comparison, { present, queries }: Lookup, same: (key: string) => boolean, withTables: ReadonlySet<string>): Set<Node> {
  const down = new Set<Node>();
  const stack: Node[] = [];
  const take = (key: Node) => {
    // What is granted is granted again by whatever makes its object anew.
    if (before.objects[key]?.kind === "grant") return;
    if (down.has(key) || !(key in before.objects) || withTables.has(key) || swapped.has(key)) return;
    down.add(key);
    stack.push(key);
  };
  for (const key of Object.keys(before.objects)) {
    if (!(key in after.objects) || same(key)) continue;
    if (!comparison.canReplace(before.objects[key]!, after.objects[key]!, before) || readsGoneTable(key, before, after, present) || readsGoneColumns(key, before, after, { present, queries })) take(key);
  }
  const { boundObjects } = comparison.capabilities;
  if (boundObjects !== "nothing") {
    for (const [key, table] of Object.entries(before.tables)) {
      const columns = unsettledColumns(table, after.tables[key], comparison);
      if (!columns.length) continue;
      for (const user of present.usersOf(tableNode(key))) if (user in before.objects && usesColumns(before.objects[user]!, key, columns, before, queries)) take(user);
    }
    // Columns move over to the new type, which what is bound to them does not allow.
    for (const type of boundObjects === "types" ? changedTypes : []) {
      for (const user of present.usersOf(type)) {
        if (user in before.objects) take(user);
        else for (const reader of readersOfType(user.slice(user.indexOf(" ") + 1), type, before, { present, queries })) take(reader);
      }
    }
  }
  while (stack.length) {
    for (const user of present.usersOf(stack.pop()!)) if (user in before.objects && (user in after.objects || user in before.objects)) take(user);
  }
  for (const key of down) if (!(key in after.objects)) down.delete(key);
  return down;
}

/** Whether a routine is made from a table that goes: the way back makes the table first, and the routine then. */
function readsGoneTable(key: Node, before: Schema, after: Schema, present: Dependencies): boolean {
  const { kind } = before.objects[key]!;
  if (kind !== "function" && kind !== "procedure") return false;
  return [...present.needs(key)].some((need) => need.startsWith("table ") && !(need.slice("table ".length) in after.tables));
}

/** Whether what is replaced reads a column that goes: the way back could not replace it before the column is there again. */
function readsGoneColumns(key: Node, before: Schema, after: Schema, { present, queries }: Lookup): boolean {
  return [...present.needs(key)].some((need) => {
    const table = need.startsWith("table ") ? need.slice("table ".length) : undefined;
    const [now, next] = table === undefined ? [] : [before.tables[table], after.tables[table]];
    if (!now || !next || now === next) return false;
    const gone = now.columns.filter(({ name }) => !columnNamed(next, name)).map(({ name }) => name);
    return gone.length > 0 && usesColumns(before.objects[key]!, table!, gone, before, queries);
  });
}

function isType(object: DatabaseObject): boolean {
  return object.kind === "domain" || object.kind === "compositeType" || object.kind === "rangeType";
}

/** What reads a column that is of a type. */
function readersOfType(table: string, type: Node, schema: Schema, { present, queries }: Lookup): Node[] {
  const found = schema.tables[table];
  if (!found) return [];
  const columns = found.columns.filter((column) => present.typesOf(column.type).has(type)).map(({ name }) => name);
  return present.usersOf(tableNode(table)).filter((user) => user in schema.objects && usesColumns(schema.objects[user]!, table, columns, schema, queries));
}

/** The columns of a table that go, or whose type the database cannot change under what is bound to them. */
function unsettledColumns(before: Table, after: Table | undefined, comparison: Comparison): string[] {
  if (!after || before === after) return after ? [] : before.columns.map(({ name }) => name);
  return before.columns
    .filter((column) => {
      const next = columnNamed(after, column.name);
      if (!next || comparison.capabilities.boundObjects === "names") return !next;
      return !sameType(comparison, column.type, next.type) || column.collation !== next.collation || !sameGenerated(comparison, column.generated, next.generated);
    })
    .map(({ name }) => name);
}

function usesColumns(object: DatabaseObject, table: string, columns: readonly string[], schema: Schema, queries: QueryReader | undefined): boolean {
  if (!boundKinds.has(object.kind)) return false;
  if ((object.kind === "function" || object.kind === "procedure") && !object.inline) return false;
  const isOwn = "table" in object && object.table === table;
  if (isOwn && object.kind === "trigger" && object.events.some((event) => event.columns?.some((column) => columns.includes(column)))) return true;
  return sqlParts(object).some((part) => {
    const uses = parsedPart(object, part, queries);
    if (uses) return usesColumnsOf(uses, { table, columns, own: "table" in object ? object.table : undefined }, schema);
    if (!isOwn && !referencesIn(part.sql).relations.some((relation) => names(relation, table))) return false;
    return columns.some((column) => mentions(part.sql, column)) || (outputItems(part.sql)?.some((item) => /(^|\. )\*$/.test(item)) ?? false);
  });
}

/** What tables need at their creation or change, with all that it needs itself, and what others build on from the start. */
function earlyNodes(wanted: readonly Node[], before: Schema, after: Schema, next: Dependencies): Set<Node> {
  const isWanted = new Set(wanted);
  const early = new Set<Node>();
  const reach = (node: Node) => {
    for (const need of next.needs(node)) {
      if (!isWanted.has(need) || early.has(need)) continue;
      early.add(need);
      reach(need);
    }
  };
  // They come first: what uses a type or a function of an extension does not tell that it does.
  for (const key of wanted) if (foundations.has(after.objects[key]!.kind) && !(key in before.objects)) early.add(key);
  for (const key of early) reach(key);
  for (const key of Object.keys(after.tables)) if (before.tables[key] !== after.tables[key]) reach(tableNode(key));
  return early;
}

const foundations: ReadonlySet<DatabaseObjectKind> = new Set<DatabaseObjectKind>(["extension", "collation"]);
