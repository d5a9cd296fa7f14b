import { keyOf } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import type { DatabaseObject, DatabaseObjectKind, Domain, Index, MaterializedView, Sequence, TextSearch } from "../../schema/types.ts";
import { SqlFault } from "./cursor.ts";
import { lex } from "./lex.ts";
import type { CreateObjectFact, Name, ObjectChange, ObjectWord, StatementFact } from "./facts.ts";
import { partNamed } from "./fold-alter.ts";
import { twice, type TraceAt } from "./fold-table.ts";
import type { WorkSchema } from "./work-schema.ts";

type FactOf<K extends StatementFact["kind"]> = Extract<StatementFact, { kind: K }>;

/** The kinds of objects that each word of DROP, ALTER and COMMENT may mean. */
export const kindsOf: { readonly [K in ObjectWord]: readonly DatabaseObjectKind[] } = {
  table: [],
  index: [],
  schema: [],
  type: ["compositeType", "rangeType", "domain"],
  view: ["view"],
  materializedView: ["materializedView"],
  sequence: ["sequence"],
  domain: ["domain"],
  routine: ["function", "procedure", "aggregate"],
  trigger: ["trigger"],
  rule: ["rule"],
  policy: ["policy"],
  extension: ["extension"],
  aggregate: ["aggregate"],
  operator: ["operator"],
  cast: ["cast"],
  eventTrigger: ["eventTrigger"],
  statistics: ["statistics"],
  collation: ["collation"],
  textSearchConfiguration: ["textSearchConfiguration"],
  textSearchDictionary: ["textSearchDictionary"],
  textSearchParser: ["textSearchParser"],
  textSearchTemplate: ["textSearchTemplate"],
  event: ["event"],
};

/** Kinds whose name stands in no schema. */
const unplaced: readonly DatabaseObjectKind[] = ["trigger", "rule", "policy", "cast", "eventTrigger", "grant"];

export function foldCreateObject(work: WorkSchema, fact: CreateObjectFact, trace: TraceAt): void {
  if (fact.temporary) return;
  let object = placedObject(work, fact.object);
  if (fact.table) {
    const key = relationKey(work, fact.table);
    if (key === undefined) {
      if (work.temporary.has(work.keyFor(fact.table))) return;
      throw work.missing("table", fact.table, [...work.tables.keys()]);
    }
    object = { ...object, table: key } as DatabaseObject;
  }
  if (fact.ownedBy && fact.ownedBy !== "none") object = owned(work, object as Sequence, fact.ownedBy);
  const key = objectKey(object);
  const present = work.objects.get(key);
  if (present && fact.ifNotExists) return;
  if (present && !fact.replaces) throw twice(`The ${key}`, fact.at, present.trace);
  work.objects.set(key, { object, trace: present?.trace ?? trace(fact.at), renamedFrom: fact.renamedFrom });
}

function placedObject(work: WorkSchema, object: DatabaseObject): DatabaseObject {
  if (unplaced.includes(object.kind)) return withoutDatabase(work, object);
  const { schema: _, ...rest } = object as DatabaseObject & { schema?: string };
  return { ...withoutDatabase(work, rest as DatabaseObject), ...work.located(object) } as DatabaseObject;
}

/** On MySQL, texts without the name of the file's own database before those of its objects. */
function withoutDatabase<O extends DatabaseObject>(work: WorkSchema, object: O): O {
  const { syntax } = work.dialect;
  const database = work.searchPath;
  if (syntax.defaultSchema !== undefined || database === null) return object;
  const bare = (sql: string) => {
    const { tokens } = lex(sql, syntax);
    const cuts = tokens.filter((token, at) => (token.kind === "word" || token.kind === "quoted") && sql.slice(token.at, token.end).replaceAll("`", "") === database && tokens[at + 1]?.value === "." && tokens[at - 1]?.value !== ".");
    return cuts.reduceRight((text, { at, end }) => text.slice(0, at) + text.slice(end).replace(/^\s*\.\s*/, ""), sql);
  };
  const texts = Object.entries(object).map(([key, value]) => [key, (key === "query" || key === "body") && typeof value === "string" ? bare(value) : value]);
  return Object.fromEntries(texts) as O;
}

function relationKey(work: WorkSchema, name: Omit<Name, "at">): string | undefined {
  const table = work.find(work.tables, name);
  if (table !== undefined) return table;
  const [view] = work.objectsNamed(["view", "materializedView"], { ...name, at: 0 });
  return view?.slice(view.indexOf(" ") + 1);
}

function owned(work: WorkSchema, sequence: Sequence, owner: { readonly table: Name; readonly column: string } | "none"): Sequence {
  const { ownedBy: _, ...rest } = sequence;
  if (owner === "none") return rest;
  return { ...rest, ownedBy: { table: work.find(work.tables, owner.table) ?? work.keyFor(owner.table), column: owner.column } };
}

export function foldAlterObject(work: WorkSchema, { what, name, change, at, ifExists }: FactOf<"alterObject">): void {
  if (what === "index") return alterIndex(work, name, change, at);
  if (what === "type" && foldEnumName(work, name, change)) return;
  if (what === "schema") {
    if (change.kind !== "rename") throw new SqlFault("this change of a schema is not understood", at, { isUnknown: true });
    throw new SqlFault("ALTER SCHEMA … RENAME is not read", at, { hint: "Write the new name in the statements themselves." });
  }
  const keys = work.objectsNamed(kindsOf[what], name);
  if (!keys.length) {
    if (ifExists) return;
    throw work.missing(what, name, [...work.objects.keys()]);
  }
  for (const key of keys) {
    const each = work.objects.get(key)!;
    const object = changedObject(work, each.object, change, at);
    work.objects.delete(key);
    work.objects.set(objectKey(object), { ...each, object });
  }
}

function foldEnumName(work: WorkSchema, name: Name, change: ObjectChange): boolean {
  const key = work.find(work.enums, name);
  if (key === undefined || (change.kind !== "rename" && change.kind !== "setSchema")) return false;
  const found = work.enums.get(key)!;
  const to = change.kind === "rename" ? { name: change.to, schema: found.schema } : work.located({ name: found.name, schema: change.schema });
  found.name = to.name;
  found.schema = to.schema;
  work.enums.delete(key);
  const renamed = keyOf(to);
  work.enums.set(renamed, found);
  for (const table of work.tables.values()) table.columns = table.columns.map((column) => (column.type !== undefined && work.keyFor(typeName(column.type)) === key ? { ...column, type: typeText(to) + column.type.slice(column.type.replace(/(\[\d*\])+$/, "").length) } : column));
  return true;
}

function typeName(type: string): { name: string; schema?: string } {
  const parts = type.replace(/(\[\d*\])+$/, "").split(".").map((part) => part.replace(/^"(.*)"$/, "$1"));
  return parts.length > 1 ? { schema: parts[0]!, name: parts[1]! } : { name: parts[0]! };
}

const typeText = ({ name, schema }: { name: string; schema?: string | undefined }) => (schema === undefined ? `"${name}"` : `"${schema}"."${name}"`);

function changedObject(work: WorkSchema, object: DatabaseObject, change: ObjectChange, at: number): DatabaseObject {
  switch (change.kind) {
    case "rename":
      return { ...object, name: change.to };
    case "setSchema": {
      const { schema: _, ...rest } = object as DatabaseObject & { schema?: string };
      return { ...rest, ...work.located({ name: object.name, schema: change.schema }) } as DatabaseObject;
    }
    case "set":
      return merged(object, change.values);
    case "sequence":
      return change.ownedBy === undefined ? merged(object, change.options) : owned(work, merged(object, change.options) as Sequence, change.ownedBy);
    case "domain":
      return changedDomain(object as Domain, change.change);
    case "mapping":
      return changedMapping(object as TextSearch, change);
    case "columnDefault":
    case "attachIndex":
    case "indexStatistics":
      throw new SqlFault("this change is not understood", at, { isUnknown: true });
  }
}

function merged(object: DatabaseObject, values: Readonly<Record<string, unknown>>): DatabaseObject {
  const next: Record<string, unknown> = { ...object };
  for (const [key, value] of Object.entries(values)) {
    if (value === null) delete next[key];
    else if (key !== "options") next[key] = value;
    else {
      const options = Object.entries({ ...(next[key] as object), ...(value as object) }).filter(([, each]) => each !== null);
      if (options.length) next[key] = Object.fromEntries(options);
      else delete next[key];
    }
  }
  return next as unknown as DatabaseObject;
}

function changedDomain(domain: Domain, change: Extract<ObjectChange, { kind: "domain" }>["change"]): Domain {
  const checks = (domain.checks ?? []).filter(({ name }) => name !== change.dropCheck);
  if (change.addCheck) {
    const { sql, notValid, name } = change.addCheck;
    checks.push({ name: name ?? `${domain.name}_check${checks.length || ""}`, sql, ...(notValid && { notValid }) });
  }
  const { checks: _, checkComments, ...rest } = domain;
  const comments = Object.entries(checkComments ?? {}).filter(([name]) => name !== change.dropCheck);
  return merged({ ...rest, ...(checks.length && { checks }), ...(comments.length && { checkComments: Object.fromEntries(comments) }) }, { ...(change.notNull !== undefined && { notNull: change.notNull || null }), ...(change.default !== undefined && { default: change.default }) }) as Domain;
}

function changedMapping(object: TextSearch, { tokens, dictionaries, mode }: Extract<ObjectChange, { kind: "mapping" }>): TextSearch {
  const mappings: Record<string, readonly string[]> = { ...object.mappings };
  for (const token of tokens) {
    if (mode === "drop") delete mappings[token];
    else mappings[token] = dictionaries;
  }
  return { ...object, mappings };
}

function alterIndex(work: WorkSchema, name: Name, change: ObjectChange, at: number): void {
  for (const table of work.tables.values()) {
    if ((name.schema !== undefined || work.searchPath !== null) && table.schema !== work.located(name).schema) continue;
    const found = partNamed(work, table, name.name);
    if (!found) continue;
    if (change.kind === "rename") table.parts = table.parts.map((part) => (part === found ? { ...part, name: change.to } : part));
    else if (change.kind === "attachIndex") attachIndex(work, change.index);
    else if (found.kind === "index") table.parts = table.parts.map((part) => (part === found ? changedIndex(found, change, at) : part));
    else throw new SqlFault("this change of an index is not understood", at, { isUnknown: true });
    return;
  }
  for (const each of work.objects.values()) {
    const view = each.object;
    const index = view.kind === "materializedView" ? view.indexes?.find((one) => one.name === name.name) : undefined;
    if (view.kind !== "materializedView" || !index) continue;
    each.object = { ...view, indexes: view.indexes!.map((one) => (one === index ? (change.kind === "rename" ? { ...one, name: change.to } : changedIndex(one, change, at)) : one)) };
    return;
  }
  // Of partitions that have partitions: the one above was attached itself, and is no more its table's own.
  if (change.kind === "attachIndex" && work.attachedIndexes.has(work.keyFor(name))) return attachIndex(work, change.index);
  throw work.missing("index", name, [...work.tables.values()].flatMap(({ parts }) => parts.flatMap((part) => part.name ?? [])));
}

function changedIndex<T extends Pick<Index, "statistics">>(index: T, change: ObjectChange, at: number): T {
  if (change.kind === "set") return merged(index as never, change.values) as unknown as T;
  if (change.kind === "indexStatistics") {
    // -1 is what every part has.
    const statistics = Object.entries({ ...index.statistics, [String(change.part)]: change.target }).filter(([, target]) => target !== -1);
    const { statistics: _, ...rest } = index;
    return { ...rest, ...(statistics.length && { statistics: Object.fromEntries(statistics) }) } as T;
  }
  throw new SqlFault("this change of an index is not understood", at, { isUnknown: true });
}

/** An index of a partition that belongs to one of the partitioned table is that one's matter. */
function attachIndex(work: WorkSchema, name: Name): void {
  work.attachedIndexes.add(work.keyFor(name));
  for (const table of work.tables.values()) {
    if (table.schema !== work.located(name).schema) continue;
    const found = partNamed(work, table, name.name);
    if (!found) continue;
    table.parts = table.parts.filter((part) => part !== found);
    return;
  }
}

/** The materialised view that an index stands on, when it is one. */
export function indexOnView(work: WorkSchema, table: Name, index: Index): boolean {
  const [key] = work.objectsNamed(["materializedView"], table);
  if (key === undefined) return false;
  const each = work.objects.get(key)!;
  const view = each.object as MaterializedView;
  each.object = { ...view, indexes: [...(view.indexes ?? []), index] };
  return true;
}

export function foldDrop(work: WorkSchema, fact: FactOf<"drop">): void {
  for (const name of fact.names) {
    if (dropOne(work, fact, name) || fact.ifExists || fact.what === "schema") continue;
    throw work.missing(fact.what, name, [...work.tables.keys(), ...work.enums.keys(), ...work.objects.keys()]);
  }
}

function dropOne(work: WorkSchema, { what, cascade, ifExists }: FactOf<"drop">, name: Name): boolean {
  if (what === "table") return dropTable(work, name, cascade ?? false);
  if (what === "index") return dropIndex(work, name);
  if (what === "schema") return work.namespaces.delete(name.name);
  if (what === "type") {
    const key = work.find(work.enums, name);
    if (key !== undefined) return work.enums.delete(key);
  }
  const keys = work.objectsNamed(kindsOf[what], name);
  // A routine that is not the only one of its name needs its types.
  for (const key of keys) work.objects.delete(key);
  // mysqldump drops a view's stand-in table by the view's name.
  if (!keys.length && what === "view" && ifExists) return dropTable(work, name, false);
  return keys.length > 0;
}

function dropTable(work: WorkSchema, name: Name, cascade: boolean): boolean {
  const key = work.find(work.tables, name);
  if (key === undefined) return work.temporary.delete(work.keyFor(name));
  work.tables.delete(key);
  for (const [objectName, { object }] of work.objects) {
    if (("table" in object && object.table === key) || (object.kind === "sequence" && object.ownedBy?.table === key)) work.objects.delete(objectName);
  }
  if (cascade) for (const table of work.tables.values()) table.parts = table.parts.filter((part) => part.kind !== "foreignKey" || work.keyFor(part.table) !== key);
  return true;
}

function dropIndex(work: WorkSchema, name: Name): boolean {
  for (const table of work.tables.values()) {
    if (name.table && work.find(work.tables, name.table) !== keyOf({ name: table.name, schema: table.schema })) continue;
    if (!name.table && name.schema !== undefined && table.schema !== work.located(name).schema) continue;
    const found = partNamed(work, table, name.name);
    if (!found) continue;
    table.parts = table.parts.filter((part) => part !== found);
    return true;
  }
  for (const each of work.objects.values()) {
    if (each.object.kind !== "materializedView" || !each.object.indexes?.some((index) => index.name === name.name)) continue;
    each.object = { ...each.object, indexes: each.object.indexes.filter((index) => index.name !== name.name) };
    return true;
  }
  return false;
}
