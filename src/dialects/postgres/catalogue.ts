import { sameJson } from "../../base/json.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { inherited } from "../../schema/partition.ts";
import { keyOf } from "../../schema/key.ts";
import { emptySchema } from "../../schema/types.ts";
import type { Check, Column, ColumnFacts, ColumnType, EnumType, Exclusion, ForeignKey, Identity, Index, IndexPart, PartitionKey, PrimaryKey, ReferentialAction, Schema, Table, TableFacts, Unique } from "../../schema/types.ts";
import type { CatalogueMemory, CatalogueOptions, CatalogueQuery } from "../dialect.ts";
import { tablesToRead, type ReadTable } from "./catalogue-memory.ts";
import { catalogueQueries, withinSchemas, type CatalogueQueries } from "./catalogue-queries.ts";
import { identityOf } from "./identity.ts";
import { presenceQuery, type RareKind } from "./objects/catalogue-queries.ts";
import { optionsFrom, readObjects, splitList } from "./objects/catalogue.ts";
import { defaultSchema } from "./spelling.ts";
import { typeFromSql, typeWithin } from "./types.ts";

type PresenceRow = { readonly version: number } & Record<RareKind, boolean>;
type EnumRow = { schema: string; name: string; labels: unknown };
type TableRow = { schema: string; name: string; comment: string | null; unlogged: boolean; options: unknown; access_method: string | null; tablespace: string | null; row_security: boolean; forced: boolean; replica_identity: string; replica_index: string | null; clustered_on: string | null; is_partition: boolean; bound: string | null; partition_key: string | null; partition_parts: unknown; parents: unknown };
type ColumnRow = { schema: string; table: string; name: string; type: string; nullable: boolean; is_array: boolean; identity: string; generated: string; cycle: boolean | null; is_local: boolean; is_inherited: boolean; storage: string | null; compression: string | null; statistics: number | null; options: unknown } & {
  readonly [K in "enum_schema" | "enum_name" | "expression" | "collation" | "collation_schema" | "comment" | "start" | "increment" | "min_value" | "max_value" | "cache"]: string | null;
};
type ConstraintRow = { schema: string; table: string; name: string; kind: "p" | "u" | "f" | "c"; columns: unknown; expression: string | null; referred_schema: string; referred_table: string; referred_columns: unknown; on_update: string; on_delete: string; match: string; deferrable: boolean; deferred: boolean; nulls_not_distinct: boolean | null; validated: boolean; no_inherit: boolean; included: unknown; set_columns: unknown };
type IndexRow = { schema: string; table: string; name: string; method: string; is_unique: boolean; nulls_not_distinct: boolean | null; predicate: string | null; keys: number; parts: unknown; operators: unknown; deferrable: boolean; deferred: boolean; options: unknown; tablespace: string | null; comment: string | null; statistics: unknown };
type PartRow = { column: string | null; expression: string | null; option: number | null; operator_class: string | null; collation: string | null; collation_schema: string | null };

/** Reads the whole schema in a query for each kind of object; with a memory, only the tables that changed. What extensions made is left out. */
export async function readCatalogue(query: CatalogueQuery, options: CatalogueOptions = {}): Promise<Schema> {
  const { version, ...present } = (await query<PresenceRow>(presenceQuery))[0]!;
  const queries = catalogueQueries(options.schemas, version);
  const namespaces = present.namespaces ? await query<{ name: string }>(queries.namespaces) : [];
  const enums = Object.fromEntries((present.enums ? await query<EnumRow>(queries.enums) : []).map((row) => [keyIn(row.schema, row.name), enumFrom(row)]));
  const read = options.memory ? await readChanged(query, options, options.memory, version, present, enums) : await readTables(query, queries, [], present, enums);
  const objects = await readObjects(query, options, present, new Map([...read].map(([key, { indexes }]) => [key, indexes])));
  const ignored = new Set(options.ignoreTables ?? []);
  const made = Object.fromEntries([...read].flatMap(([key, { table }]) => (table && !ignored.has(key) ? [[key, table]] : [])));
  return {
    namespaces: Object.fromEntries(namespaces.map(({ name }) => [name, { name }])),
    enums,
    requiredRows: {},
    objects: withEnums(objects, enums),
    tables: Object.fromEntries(Object.entries(made).map(([key, table]) => [key, heirOf(partitionOf(table, made), made, read.get(key)!.inherited)])),
  };
}

/** Tables by their keys, and the indexes of materialised views by theirs. */
async function readTables(query: CatalogueQuery, queries: CatalogueQueries, parameters: readonly unknown[], present: Pick<PresenceRow, "exclusions">, enums: Schema["enums"]): Promise<Map<string, ReadTable>> {
  const tables = await query<TableRow>(queries.tables, parameters);
  const columns = byTable(await query<ColumnRow>(queries.columns, parameters));
  const constraints = byTable(await query<ConstraintRow>(queries.constraints, parameters));
  const indexes = byTable(await query<IndexRow>(queries.indexes, parameters));
  const exclusions = byTable(present.exclusions ? await query<IndexRow>(queries.exclusions, parameters) : []);
  const read = new Map<string, ReadTable>();
  for (const row of tables) {
    const key = keyIn(row.schema, row.name);
    read.set(key, { table: tableFrom(row, columns.get(key) ?? [], constraints.get(key) ?? [], indexes.get(key) ?? [], exclusions.get(key) ?? [], enums), indexes: [], inherited: (columns.get(key) ?? []).flatMap(({ is_local: isLocal, name }) => (isLocal ? [] : [name])) });
  }
  for (const [key, rows] of indexes) if (!read.has(key)) read.set(key, { indexes: rows.map(indexFrom) });
  return read;
}

/** The same as `readTables` gives, of which only what changed is read. */
async function readChanged(query: CatalogueQuery, options: CatalogueOptions, memory: CatalogueMemory, version: number, present: Pick<PresenceRow, "exclusions">, enums: Schema["enums"]): Promise<ReadonlyMap<string, ReadTable>> {
  const { oids, known, marks, keep } = await tablesToRead(query, memory, withinSchemas(options.schemas));
  const fresh = oids.length ? await readTables(query, catalogueQueries(options.schemas, version, true), [`{${oids.join(",")}}`], present, enums) : undefined;
  const all = [...marks].map(([oid, { schema, name }]) => [oid, keyIn(schema, name), known.get(oid) ?? fresh?.get(keyIn(schema, name)) ?? { indexes: [] }] as const);
  keep(new Map(all.map(([oid, , read]) => [oid, read])));
  return new Map(all.map(([, key, read]) => [key, read]));
}

function tableFrom(row: TableRow, columns: readonly ColumnRow[], constraints: readonly ConstraintRow[], indexes: readonly IndexRow[], exclusions: readonly IndexRow[], enums: Schema["enums"]): Table {
  const of = (kind: ConstraintRow["kind"]) => constraints.filter((each) => each.kind === kind);
  return withoutAbsent<Table>({
    ...located(row.schema, row.name),
    // What a table has of those that it inherits from, or is a part of, is theirs where it does not differ: see below.
    columns: columns.map((column) => columnFrom(column, enums)),
    primaryKey: of("p").map((each) => withoutAbsent<PrimaryKey>({ name: each.name, columns: list(each.columns), include: includedFrom(each), deferrable: deferrableFrom(each) }))[0],
    uniques: of("u").map(uniqueFrom),
    foreignKeys: of("f").map(foreignKeyFrom),
    checks: of("c").map((each) => withoutAbsent<Check>({ name: each.name, sql: each.expression ?? "", notValid: each.validated ? undefined : true, noInherit: each.no_inherit ? true : undefined })),
    indexes: indexes.map(indexFrom),
    exclusions: exclusions.length ? exclusions.map(exclusionFrom) : undefined,
    comment: row.comment ?? undefined,
    facts: factsFrom(row),
  });
}

function factsFrom(row: TableRow): TableFacts | undefined {
  const parents = list<{ schema: string; name: string }>(row.parents).map(({ schema, name }) => keyIn(schema, name));
  const options = optionsFrom(row.options);
  const facts = withoutAbsent<TableFacts>({
    inherits: parents.length && !row.is_partition ? parents : undefined,
    partitionBy: row.partition_key === null ? undefined : partitionKeyFrom(row.partition_key, list<PartitionPartRow>(row.partition_parts)),
    partitionOf: row.is_partition && row.bound !== null ? { table: parents[0]!, bound: row.bound } : undefined,
    rowSecurity: row.row_security ? (row.forced ? "forced" : "enabled") : undefined,
    replicaIdentity: ({ f: "full", n: "nothing" } as const)[row.replica_identity] ?? (row.replica_identity === "i" && row.replica_index !== null ? { index: row.replica_index } : undefined),
    clusteredOn: row.clustered_on ?? undefined,
    unlogged: row.unlogged ? true : undefined,
    accessMethod: row.access_method === null || row.access_method === "heap" ? undefined : row.access_method,
    tablespace: row.tablespace ?? undefined,
    options: Object.keys(options).length ? options : undefined,
  });
  return Object.keys(facts).length ? facts : undefined;
}

type PartitionPartRow = { column: string | null; operator_class: string | null; collation: string | null; collation_schema: string | null };

/** `RANGE (day, lower(name))`: the columns are told apart from the expressions by the catalogue. */
function partitionKeyFrom(definition: string, parts: readonly PartitionPartRow[]): PartitionKey {
  const [, strategy = "", keys = ""] = /^(\w+) \((.*)\)$/s.exec(definition) ?? [];
  const texts = splitList(keys);
  return {
    strategy: strategy.toLowerCase() as PartitionKey["strategy"],
    parts: parts.map(({ column, operator_class: operatorClass, collation, collation_schema: schema }, at) => {
      const named = qualified(collation, schema);
      return { ...(column === null ? { expression: (texts[at] ?? "").replace(/^\((.*)\)$/s, "$1") } : { column }), ...(operatorClass !== null && { operatorClass }), ...(named !== undefined && { collation: named }) };
    }),
  };
}

/** A partition without the columns that are as in the table it is a part of. */
function partitionOf(table: Table, tables: Readonly<Record<string, Table>>): Table {
  const parent = table.facts?.partitionOf && tables[table.facts.partitionOf.table];
  if (!parent) return table;
  const whole = parent.facts?.partitionOf ? wholeColumns(parent, tables) : parent.columns;
  return { ...table, columns: table.columns.filter((column) => !whole.some((each) => sameJson(inherited(each), inherited(column)))) };
}

/** A table that inherits, without the columns that it has as those above have them. */
function heirOf(table: Table, tables: Readonly<Record<string, Table>>, names: readonly string[] = []): Table {
  const parents = (table.facts?.inherits ?? []).flatMap((key) => tables[key] ?? []);
  if (!parents.length || !names.length) return table;
  const given = parents.flatMap(({ columns }) => columns.map(inherited));
  const own = (column: Column) => withoutAbsent<Column>({ ...column, identity: undefined, facts: undefined });
  return { ...table, columns: table.columns.filter((column) => !names.includes(column.name) || !given.some((each) => sameJson(own(each), own(column)))) };
}

function wholeColumns(table: Table, tables: Readonly<Record<string, Table>>): readonly Column[] {
  const parent = table.facts?.partitionOf && tables[table.facts.partitionOf.table];
  return parent ? [...wholeColumns(parent, tables), ...table.columns] : table.columns;
}

/** Domains and composite types know the enums that their columns are of. */
function withEnums(objects: Schema["objects"], enums: Schema["enums"]): Schema["objects"] {
  const schema = { ...emptySchema, enums };
  return Object.fromEntries(
    Object.entries(objects).map(([key, object]) => {
      if (object.kind === "domain") return [key, { ...object, type: typeWithin(object.type, schema) }];
      if (object.kind === "compositeType") return [key, { ...object, attributes: object.attributes.map((each) => ({ ...each, type: typeWithin(each.type, schema) })) }];
      return [key, object];
    }),
  );
}

function includedFrom({ included }: ConstraintRow): readonly string[] | undefined {
  const columns = list(included);
  return columns.length ? columns : undefined;
}

function exclusionFrom(row: IndexRow): Exclusion {
  const operators = list(row.operators);
  const { name, parts, method, include, where } = indexFrom(row);
  return withoutAbsent<Exclusion>({ name, method, elements: parts.map((part, at) => ({ ...part, operator: operators[at] ?? "=" })), include, where, deferrable: row.deferrable ? (row.deferred ? "initially deferred" : "initially immediate") : undefined });
}

function enumFrom({ schema, name, labels }: EnumRow): EnumType {
  return { ...located(schema, name), labels: list(labels) };
}

function columnFrom(row: ColumnRow, enums: Schema["enums"]): Column {
  const type = typeFrom(row, enums);
  const generated = row.generated === "s" ? "stored" : row.generated === "v" ? "virtual" : undefined;
  return withoutAbsent<Column>({
    name: row.name,
    type,
    nullable: row.nullable,
    default: row.expression === null || generated ? undefined : { sql: row.expression },
    identity: row.identity ? identityOf({ identity: identityFrom(row), type }) : undefined,
    generated: generated && { sql: row.expression ?? "", storage: generated },
    collation: qualified(row.collation, row.collation_schema),
    comment: row.comment ?? undefined,
    facts: columnFactsFrom(row),
  });
}

function columnFactsFrom(row: ColumnRow): ColumnFacts | undefined {
  // Servers of some makers keep notes of their own beside these two: https://www.postgresql.org/docs/current/sql-altertable.html
  const options = Object.fromEntries(Object.entries(optionsFrom(row.options)).filter(([name]) => name.startsWith("n_distinct")));
  const facts = withoutAbsent<ColumnFacts>({
    storage: row.storage === null ? undefined : { p: "plain", e: "external", x: "extended", m: "main" }[row.storage],
    compression: row.compression === null ? undefined : { p: "pglz", l: "lz4" }[row.compression],
    statistics: row.statistics ?? undefined,
    options: Object.keys(options).length ? options : undefined,
  });
  return Object.keys(facts).length ? facts : undefined;
}

function typeFrom({ type, enum_schema: schema, enum_name: name, is_array: isArray }: ColumnRow, enums: Schema["enums"]): ColumnType {
  const key = name === null || schema === null ? undefined : keyIn(schema, name);
  if (key === undefined || !(key in enums)) return typeFromSql(type);
  return isArray ? { kind: "array", element: { kind: "enum", name: key } } : { kind: "enum", name: key };
}

function identityFrom({ identity, start, increment, min_value: minValue, max_value: maxValue, cache, cycle }: ColumnRow): Identity {
  const number = (text: string | null) => (text === null ? undefined : Number(text));
  return withoutAbsent<Identity>({
    generation: identity === "a" ? "always" : "byDefault",
    start: number(start),
    increment: number(increment),
    minValue: number(minValue),
    maxValue: number(maxValue),
    cache: number(cache),
    cycle: cycle ? true : undefined,
  });
}

function uniqueFrom(row: ConstraintRow): Unique {
  return withoutAbsent<Unique>({ name: row.name, columns: list(row.columns), nullsNotDistinct: row.nulls_not_distinct ? true : undefined, include: includedFrom(row), deferrable: deferrableFrom(row) });
}

const actions: Readonly<Record<string, ReferentialAction>> = { c: "cascade", r: "restrict", n: "set null", d: "set default" };

function foreignKeyFrom(row: ConstraintRow): ForeignKey {
  return withoutAbsent<ForeignKey>({
    name: row.name,
    columns: list(row.columns),
    references: { table: keyIn(row.referred_schema, row.referred_table), columns: list(row.referred_columns) },
    onDelete: actions[row.on_delete],
    onUpdate: actions[row.on_update],
    match: row.match === "f" ? "full" : undefined,
    deferrable: deferrableFrom(row),
    notValid: row.validated ? undefined : true,
    onDeleteColumns: list(row.set_columns).length ? list(row.set_columns) : undefined,
  });
}

function deferrableFrom({ deferrable, deferred }: ConstraintRow): Unique["deferrable"] | undefined {
  if (!deferrable) return undefined;
  return deferred ? "initially deferred" : "initially immediate";
}

function indexFrom(row: IndexRow): Index {
  const parts = list<PartRow>(row.parts);
  const included = parts.slice(row.keys).flatMap(({ column }) => (column === null ? [] : [column]));
  return withoutAbsent<Index>({
    name: row.name,
    parts: parts.slice(0, row.keys).map(partFrom),
    unique: row.is_unique ? true : undefined,
    method: row.method === "btree" ? undefined : row.method,
    include: included.length ? included : undefined,
    where: row.predicate ?? undefined,
    nullsNotDistinct: row.nulls_not_distinct ? true : undefined,
    options: Object.keys(optionsFrom(row.options)).length ? optionsFrom(row.options) : undefined,
    tablespace: row.tablespace ?? undefined,
    comment: row.comment ?? undefined,
    statistics: statisticsFrom(row.statistics),
  });
}

function statisticsFrom(value: unknown): Readonly<Record<string, number>> | undefined {
  const targets = typeof value === "string" ? (JSON.parse(value) as Record<string, number>) : (value as Record<string, number> | null);
  return targets && Object.keys(targets).length ? targets : undefined;
}

/** Of `option` the first bit says DESC, the second NULLS FIRST. */
function partFrom({ column, expression, option, operator_class: operatorClass, collation, collation_schema: schema }: PartRow): IndexPart {
  const descending = ((option ?? 0) & 1) === 1;
  const nullsFirst = ((option ?? 0) & 2) === 2;
  const named = qualified(collation, schema);
  return {
    ...(column === null ? { expression: expression ?? "" } : { column }),
    ...(descending && { order: "desc" as const }),
    ...(descending !== nullsFirst && { nulls: nullsFirst ? ("first" as const) : ("last" as const) }),
    ...(operatorClass !== null && { operatorClass }),
    ...(named !== undefined && { collation: named }),
  };
}

/** The name of a collation, with its schema when that is not the system's. */
function qualified(name: string | null, schema: string | null): string | undefined {
  if (name === null) return undefined;
  return schema === null || schema === "pg_catalog" || schema === defaultSchema ? name : keyOf({ name, schema });
}

function byTable<R extends { readonly schema: string; readonly table: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyIn(row.schema, row.table);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return found;
}

function located(schema: string, name: string): { readonly name: string; readonly schema?: string } {
  return schema === defaultSchema ? { name } : { name, schema };
}

function keyIn(schema: string, name: string): string {
  return keyOf(located(schema, name));
}

/** A JSON list, which some drivers parse and others hand over as text. */
function list<T = string>(value: unknown): T[] {
  if (value === null || value === undefined) return [];
  return (typeof value === "string" ? JSON.parse(value) : value) as T[];
}
