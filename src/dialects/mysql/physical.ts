import type { Check, Column, ColumnFacts, ColumnType, Default, ForeignKey, Index, IndexPart, Schema, Table, TableFacts, Unique } from "../../schema/types.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { withSettledPeriods } from "../../schema/row-period.ts";
import { usualCollation } from "./collations.ts";
import { normalDefault } from "./defaults.ts";
import { normalSql } from "./expression.ts";
import type { Flavour } from "./flavours.ts";
import { primaryKeyName } from "./naming.ts";
import { physicalObject } from "./objects.ts";
import { normalPartitions } from "./partitions.ts";
import { countsUp } from "./spelling.ts";
import { physicalType } from "./types.ts";

/**
 * Makes the function that gives a schema as the server keeps it. Enumerations become the types of their columns, the primary key
 * gets its one name, a unique index and a unique constraint are the same thing. A table's form is kept as long as the table.
 */
export function physicalOf(flavour: Flavour): (schema: Schema) => Schema {
  const known = new WeakMap<Table, Table>();
  const tableOf = (table: Table, schema: Schema): Table => {
    if (table.columns.some(({ type }) => type.kind === "enum")) return physicalTable(flavour, table, schema);
    const kept = known.get(table) ?? physicalTable(flavour, table, schema);
    known.set(table, kept);
    return kept;
  };
  return (schema) => ({
    namespaces: schema.namespaces,
    requiredRows: {},
    objects: Object.fromEntries(Object.entries(schema.objects).map(([key, object]) => [key, physicalObject(object)])),
    enums: {},
    tables: Object.fromEntries(Object.entries(schema.tables).map(([key, table]) => [key, tableOf(table, schema)])),
  });
}

function physicalTable(flavour: Flavour, given: Table, schema: Schema): Table {
  const table = withSettledPeriods(given);
  const indexes = table.indexes.map(physicalIndex);
  return withoutAbsent<Table>({
    name: table.name,
    schema: table.schema,
    columns: table.columns.map((column) => physicalColumn(flavour, table, column, schema)),
    primaryKey: table.primaryKey && { ...table.primaryKey, name: primaryKeyName },
    uniques: [...table.uniques, ...indexes.filter(isPlainUnique).map(asUnique)],
    foreignKeys: table.foreignKeys.map(physicalForeignKey),
    checks: table.checks.map((check): Check => ({ ...check, sql: plane(flavour, normalSql(check.sql)) })),
    indexes: indexes.filter((index) => !isPlainUnique(index)),
    comment: commentOf(flavour, table.comment),
    facts: presentFacts(normalFacts(flavour, table.facts)),
  });
}

function presentFacts(facts: TableFacts): TableFacts | undefined {
  return Object.keys(facts).length ? facts : undefined;
}

/** What the servers know of a table, each fact in one spelling. What a table has anyway is not said. */
export function normalFacts(flavour: Flavour, { engine, charset, collation, options, partitions, systemVersioned, periods }: TableFacts = {}): TableFacts {
  const upper = Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [name.toUpperCase(), value.toUpperCase()]));
  return withoutAbsent<TableFacts>({
    engine: engine === undefined || /^innodb$/i.test(engine) ? undefined : engine,
    charset: charset === undefined || /^utf8mb4$/i.test(charset) ? undefined : charset.toLowerCase(),
    collation: collation?.toLowerCase() === usualCollation(flavour, charset ?? "utf8mb4") ? undefined : collation?.toLowerCase(),
    options: Object.keys(upper).length ? upper : undefined,
    partitions: partitions === undefined ? undefined : normalPartitions(partitions),
    systemVersioned,
    periods,
  });
}

/** ON UPDATE and INVISIBLE, which a raw type may hold as well, stand among the facts. */
function splitType(column: Column): { readonly type: ColumnType; readonly facts: ColumnFacts } {
  const { type, facts = {} } = column;
  if (type.kind !== "sql") return { type, facts };
  const update = /\s+on update (current_timestamp(?:\(\d*\))?|now\(\d*\))/i.exec(type.sql);
  const invisible = /\s+invisible\b/i.test(type.sql);
  const unversioned = /\s+without system versioning\b/i.test(type.sql);
  const rest = type.sql.replace(/\s+on update (?:current_timestamp(?:\(\d*\))?|now\(\d*\))/i, "").replace(/\s+invisible\b/i, "").replace(/\s+without system versioning\b/i, "");
  return { type: rest === type.sql ? type : { kind: "sql", sql: rest }, facts: { ...facts, ...(update && { onUpdate: update[1]! }), ...(invisible && { invisible: true as const }), ...(unversioned && { withoutSystemVersioning: true as const }) } };
}

/** A character set is told by the collation. */
function physicalColumnFacts({ onUpdate, invisible, withoutSystemVersioning, rowPeriod, srid }: ColumnFacts): ColumnFacts | undefined {
  const precision = onUpdate === undefined ? undefined : /\((\d+)\)/.exec(onUpdate)?.[1];
  const facts = withoutAbsent<ColumnFacts>({
    onUpdate: onUpdate === undefined ? undefined : `current_timestamp${precision === undefined || precision === "0" ? "" : `(${precision})`}`,
    invisible,
    withoutSystemVersioning,
    rowPeriod,
    srid,
  });
  return Object.keys(facts).length ? facts : undefined;
}

function physicalColumn(flavour: Flavour, table: Table, column: Column, schema: Schema): Column {
  const { type: bare, facts } = splitType(column);
  const type = physicalType(flavour, bare, schema);
  const generated = column.generated && { ...column.generated, sql: plane(flavour, normalSql(column.generated.sql)) };
  return withoutAbsent<Column>({
    name: column.name,
    type,
    nullable: column.nullable,
    default: shown(flavour, column.type.kind === "interval" || column.type.kind === "array" ? column.default : normalDefault(flavour, column.default, type)),
    identity: undefined,
    autoIncrement: countsUp(column) ? true : undefined,
    generated,
    collation: collationOf(flavour, table, column, type),
    comment: commentOf(flavour, column.comment),
    facts: physicalColumnFacts(facts),
  });
}

function physicalForeignKey({ onDelete, onUpdate, ...rest }: ForeignKey): ForeignKey {
  const action = (given: ForeignKey["onDelete"]) => (given === "restrict" ? undefined : given);
  // InnoDB checks at once, so that RESTRICT and NO ACTION are the same.
  return withoutAbsent<ForeignKey>({ ...rest, onDelete: action(onDelete), onUpdate: action(onUpdate) });
}

function physicalIndex({ type, method: given, parts, parser: _parser, ...rest }: Index): Index {
  const method = type ?? given;
  const kept = method === undefined || /^btree$/i.test(method) ? {} : { method: method.toLowerCase() };
  return { ...rest, ...kept, parts: parts.map(physicalPart) };
}

function physicalPart(part: IndexPart): IndexPart {
  if ("expression" in part) return { ...part, expression: normalSql(part.expression) };
  if (part.length !== undefined) {
    const { length, ...others } = part;
    return { ...others, operatorClass: `(${length})` };
  }
  return part.operatorClass === undefined ? part : { ...part, operatorClass: part.operatorClass.replace(/\s+/g, "") };
}

function isPlainUnique(index: Index): boolean {
  return index.unique === true && index.method === undefined && index.comment === undefined && !index.invisible && index.parts.every((part) => "column" in part && Object.keys(part).length === 1);
}

function asUnique({ name, parts }: Index): Unique {
  return { name, columns: parts.map((part) => ("column" in part ? part.column : part.expression)) };
}

/** What a column is sorted by, unless it is what its table is sorted by; the catalogue tells it anyway where that is not Unicode. */
function collationOf(flavour: Flavour, { facts: table = {} }: Table, { collation, facts }: Column, type: ColumnType): string | undefined {
  const ofTable = (table.collation ?? usualCollation(flavour, table.charset ?? "utf8mb4")).toLowerCase();
  const own = collation?.toLowerCase() ?? (facts?.charset === undefined ? undefined : usualCollation(flavour, facts.charset));
  if (own !== undefined) return own === ofTable && own.startsWith("utf8mb4_") ? undefined : own;
  return isText(type) && !ofTable.startsWith("utf8mb4_") ? ofTable : undefined;
}

function isText(type: ColumnType): boolean {
  return type.kind === "sql" ? /^(?:char|varchar|tinytext|text|mediumtext|longtext|enum|set)\b/.test(type.sql) : ["char", "varchar", "text"].includes(type.kind);
}

function commentOf(flavour: Flavour, comment: string | undefined): string | undefined {
  return comment === undefined || comment === "" ? undefined : plane(flavour, comment);
}

function shown(flavour: Flavour, given: Default | undefined): Default | undefined {
  if (!given) return undefined;
  if ("sql" in given) return { sql: plane(flavour, given.sql) };
  return typeof given.value === "string" ? { value: plane(flavour, given.value) } : given;
}

/** Where the catalogue garbles a character, what is compared is garbled alike: `?` in a literal, `????` in an expression. */
function plane(flavour: Flavour, text: string): string {
  return flavour.garblesCatalogue ? text.replace(/[\u{10000}-\u{10ffff}]|\?{4}/gu, "?") : text;
}
