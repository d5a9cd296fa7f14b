import { normalStatement } from "../../base/sql-tokens.ts";
import type { Check, Column, ColumnFacts, ColumnType, Default, ForeignKey, Index, IndexPart, Schema, Table, TableFacts, Unique } from "../../schema/types.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { normalDefault } from "./defaults.ts";
import { normalSql } from "./expression.ts";
import type { Flavour } from "./flavours.ts";
import { primaryKeyName } from "./naming.ts";
import { physicalObject } from "./objects.ts";
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

function physicalTable(flavour: Flavour, table: Table, schema: Schema): Table {
  const indexes = table.indexes.map(physicalIndex);
  return withoutAbsent<Table>({
    name: table.name,
    schema: table.schema,
    columns: table.columns.map((column) => physicalColumn(flavour, column, schema)),
    primaryKey: table.primaryKey && { ...table.primaryKey, name: primaryKeyName },
    uniques: [...table.uniques, ...indexes.filter(isPlainUnique).map(asUnique)],
    foreignKeys: table.foreignKeys.map(physicalForeignKey),
    checks: table.checks.map((check): Check => ({ ...check, sql: plane(flavour, normalSql(check.sql)) })),
    indexes: indexes.filter((index) => !isPlainUnique(index)),
    comment: commentOf(flavour, table.comment),
    facts: physicalFacts(table.facts),
  });
}

/** What a table has anyway is not said. */
function physicalFacts({ engine, charset, collation, options, partitions, systemVersioned, periods }: TableFacts = {}): TableFacts | undefined {
  const upper = Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [name.toUpperCase(), value.toUpperCase()]));
  const facts = withoutAbsent<TableFacts>({
    engine: engine === undefined || /^innodb$/i.test(engine) ? undefined : engine,
    charset: charset === undefined || /^utf8mb4$/i.test(charset) ? undefined : charset.toLowerCase(),
    collation: collation?.toLowerCase(),
    options: Object.keys(upper).length ? upper : undefined,
    partitions: partitions === undefined ? undefined : normalStatement(partitions.replaceAll("`", "")),
    systemVersioned,
    periods,
  });
  return Object.keys(facts).length ? facts : undefined;
}

/** ON UPDATE and INVISIBLE, which a raw type may hold as well, stand among the facts. */
function splitType(column: Column): { readonly type: ColumnType; readonly facts: ColumnFacts } {
  const { type, facts = {} } = column;
  if (type.kind !== "sql") return { type, facts };
  const update = /\s+on update (current_timestamp(?:\(\d*\))?|now\(\d*\))/i.exec(type.sql);
  const invisible = /\s+invisible\b/i.test(type.sql);
  const rest = type.sql.replace(/\s+on update (?:current_timestamp(?:\(\d*\))?|now\(\d*\))/i, "").replace(/\s+invisible\b/i, "");
  return { type: rest === type.sql ? type : { kind: "sql", sql: rest }, facts: { ...facts, ...(update && { onUpdate: update[1]! }), ...(invisible && { invisible: true as const }) } };
}

function physicalColumnFacts({ onUpdate, invisible, charset, withoutSystemVersioning, rowPeriod, srid }: ColumnFacts): ColumnFacts | undefined {
  const precision = onUpdate === undefined ? undefined : /\((\d+)\)/.exec(onUpdate)?.[1];
  const facts = withoutAbsent<ColumnFacts>({
    onUpdate: onUpdate === undefined ? undefined : `current_timestamp${precision === undefined || precision === "0" ? "" : `(${precision})`}`,
    invisible,
    charset: charset === undefined || /^utf8mb4$/i.test(charset) ? undefined : charset.toLowerCase(),
    withoutSystemVersioning,
    rowPeriod,
    srid,
  });
  return Object.keys(facts).length ? facts : undefined;
}

function physicalColumn(flavour: Flavour, column: Column, schema: Schema): Column {
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
    collation: collationOf(flavour, column),
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

function collationOf(flavour: Flavour, { collation }: Column): string | undefined {
  const name = collation?.toLowerCase();
  return name === flavour.defaultCollation ? undefined : name;
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
