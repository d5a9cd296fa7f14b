import { withoutAbsent } from "../../schema/edit.ts";
import { keyOf } from "../../schema/key.ts";
import type { Check, Column, ColumnType, EnumType, ForeignKey, Identity, Index, IndexPart, PrimaryKey, ReferentialAction, Schema, Table, Unique } from "../../schema/types.ts";
import type { CatalogueOptions, CatalogueQuery } from "../dialect.ts";
import { catalogueQueries } from "./catalogue-queries.ts";
import { identityOf } from "./identity.ts";
import { defaultSchema } from "./spelling.ts";
import { typeFromSql } from "./types.ts";

type Row = Record<string, unknown>;
type EnumRow = { schema: string; name: string; labels: unknown };
type TableRow = { schema: string; name: string; comment: string | null };
type ColumnRow = { schema: string; table: string; name: string; type: string; nullable: boolean; is_array: boolean; identity: string; generated: string; cycle: boolean | null } & {
  readonly [K in "enum_schema" | "enum_name" | "expression" | "collation" | "collation_schema" | "comment" | "start" | "increment" | "min_value" | "max_value" | "cache"]: string | null;
};
type ConstraintRow = { schema: string; table: string; name: string; kind: "p" | "u" | "f" | "c"; columns: unknown; expression: string | null; referred_schema: string; referred_table: string; referred_columns: unknown; on_update: string; on_delete: string; match: string; deferrable: boolean; deferred: boolean; nulls_not_distinct: boolean | null };
type IndexRow = { schema: string; table: string; name: string; method: string; is_unique: boolean; nulls_not_distinct: boolean | null; predicate: string | null; keys: number; parts: unknown };
type PartRow = { column: string | null; expression: string | null; option: number | null; operator_class: string | null; collation: string | null; collation_schema: string | null };

/** Reads the whole schema in six queries. What extensions made is left out. */
export async function readCatalogue(query: CatalogueQuery, options: CatalogueOptions = {}): Promise<Schema> {
  const queries = catalogueQueries(options.schemas);
  const read = <R extends Row>(sql: string) => query<R>(sql);
  const namespaces = await read<{ name: string }>(queries.namespaces);
  const enums = Object.fromEntries((await read<EnumRow>(queries.enums)).map((row) => [keyIn(row.schema, row.name), enumFrom(row)]));
  const tables = await read<TableRow>(queries.tables);
  const columns = byTable(await read<ColumnRow>(queries.columns));
  const constraints = byTable(await read<ConstraintRow>(queries.constraints));
  const indexes = byTable(await read<IndexRow>(queries.indexes));
  const ignored = new Set(options.ignoreTables ?? []);
  const kept = tables.map((row) => [keyIn(row.schema, row.name), row] as const).filter(([key]) => !ignored.has(key));
  return {
    namespaces: Object.fromEntries(namespaces.map(({ name }) => [name, { name }])),
    enums,
    requiredRows: {}, objects: {},
    tables: Object.fromEntries(kept.map(([key, row]) => [key, tableFrom(row, columns.get(key) ?? [], constraints.get(key) ?? [], indexes.get(key) ?? [], enums)])),
  };
}

function tableFrom(row: TableRow, columns: readonly ColumnRow[], constraints: readonly ConstraintRow[], indexes: readonly IndexRow[], enums: Schema["enums"]): Table {
  const of = (kind: ConstraintRow["kind"]) => constraints.filter((each) => each.kind === kind);
  return withoutAbsent<Table>({
    ...located(row.schema, row.name),
    columns: columns.map((column) => columnFrom(column, enums)),
    primaryKey: of("p").map((each): PrimaryKey => ({ name: each.name, columns: list(each.columns) }))[0],
    uniques: of("u").map(uniqueFrom),
    foreignKeys: of("f").map(foreignKeyFrom),
    checks: of("c").map((each): Check => ({ name: each.name, sql: each.expression ?? "" })),
    indexes: indexes.map(indexFrom),
    comment: row.comment ?? undefined,
  });
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
  });
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
  return withoutAbsent<Unique>({ name: row.name, columns: list(row.columns), nullsNotDistinct: row.nulls_not_distinct ? true : undefined, deferrable: deferrableFrom(row) });
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
  });
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
