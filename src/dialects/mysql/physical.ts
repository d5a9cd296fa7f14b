import type { Check, Column, Default, ForeignKey, Index, IndexPart, Schema, Table, Unique } from "../../schema/types.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { normalDefault } from "./defaults.ts";
import { normalSql } from "./expression.ts";
import type { Flavour } from "./flavours.ts";
import { primaryKeyName } from "./naming.ts";
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
    requiredRows: {}, objects: schema.objects,
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
  });
}

function physicalColumn(flavour: Flavour, column: Column, schema: Schema): Column {
  const type = physicalType(flavour, column.type, schema);
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
  });
}

function physicalForeignKey({ onDelete, onUpdate, ...rest }: ForeignKey): ForeignKey {
  const action = (given: ForeignKey["onDelete"]) => (given === "restrict" ? undefined : given);
  // InnoDB checks at once, so that RESTRICT and NO ACTION are the same.
  return withoutAbsent<ForeignKey>({ ...rest, onDelete: action(onDelete), onUpdate: action(onUpdate) });
}

function physicalIndex({ method, parts, ...rest }: Index): Index {
  const kept = method === undefined || /^btree$/i.test(method) ? {} : { method: method.toLowerCase() };
  return { ...rest, ...kept, parts: parts.map(physicalPart) };
}

function physicalPart(part: IndexPart): IndexPart {
  if ("expression" in part) return { ...part, expression: normalSql(part.expression) };
  return part.operatorClass === undefined ? part : { ...part, operatorClass: part.operatorClass.replace(/\s+/g, "") };
}

function isPlainUnique(index: Index): boolean {
  return index.unique === true && index.method === undefined && index.parts.every((part) => "column" in part && Object.keys(part).length === 1);
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
