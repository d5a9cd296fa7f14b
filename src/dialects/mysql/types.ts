import { GravenError } from "../../base/errors.ts";
import { findEnum } from "../../schema/find.ts";
import type { ColumnType, ColumnTypeKind, Schema } from "../../schema/types.ts";
import type { Flavour } from "./flavours.ts";
import { textLiteral } from "./quoting.ts";

type TypeOf<K extends ColumnTypeKind> = Extract<ColumnType, { kind: K }>;
/** What stands in for the types that are missing. */
export const intervalHint = "Keep a number of seconds in bigint(), or text in varchar(n).";
export const arrayHint = "Use json(), or a table of its own.";

type Writers = { readonly [K in ColumnTypeKind]: (type: TypeOf<K>, schema: Schema, flavour: Flavour) => string };

/** `numeric()` is as exact as the server can, 35 digits before the point and 30 after: DECIMAL alone would keep no fraction. */
const widestNumeric = "DECIMAL(65,30)";

const precise = (name: string, precision: number | undefined) => (precision ? `${name}(${precision})` : name);
const lacking = (noun: string, hint: string) => (_type: ColumnType, _schema: Schema, { title }: Flavour): string => {
  throw new GravenError("RUN-022", `${title} has no type for ${noun}.`, { hint });
};

const writers: Writers = {
  smallint: () => "SMALLINT",
  integer: () => "INT",
  bigint: () => "BIGINT",
  numeric: ({ precision, scale = 0 }) => (precision === undefined ? widestNumeric : `DECIMAL(${precision},${scale})`),
  real: () => "FLOAT",
  double: () => "DOUBLE",
  boolean: () => "TINYINT(1)",
  char: ({ length }) => `CHAR(${length ?? 1})`,
  // A varchar without a length is refused before this; 255 is what most tools then take.
  varchar: ({ length }) => `VARCHAR(${length ?? 255})`,
  // TEXT would end at 65,535 bytes.
  text: () => "LONGTEXT",
  date: () => "DATE",
  // Without a precision the server keeps whole seconds, and so does the model here.
  time: ({ precision }) => precise("TIME", precision),
  timestamp: ({ precision }) => precise("DATETIME", precision),
  // Kept in UTC; from 1970-01-01 to 2038-01-19 only (MariaDB 11.5 goes on to 2106).
  timestamptz: ({ precision }) => precise("TIMESTAMP", precision),
  interval: lacking("intervals", intervalHint),
  uuid: (_, __, { uuidType }) => (uuidType ? "UUID" : "CHAR(36)"),
  json: () => "JSON",
  jsonb: () => "JSON",
  binary: ({ length }) => (length === undefined ? "LONGBLOB" : `VARBINARY(${length})`),
  enum: ({ name }, schema) => enumSql(findEnum(schema, name).labels).replace(/^enum/, "ENUM"),
  array: lacking("arrays", arrayHint),
  sql: ({ sql }) => sql,
};

/** A type as SQL. Throws MOD-012 for an enum that is not in the schema. */
export function typeSql(flavour: Flavour, type: ColumnType, schema: Schema): string {
  return (writers[type.kind] as (type: ColumnType, schema: Schema, flavour: Flavour) => string)(type, schema, flavour);
}

/** `enum('a','b')`, as the catalogue spells it. */
export function enumSql(labels: readonly string[]): string {
  return `enum(${labels.map(textLiteral).join(",")})`;
}

/** A type as the database keeps it: what it lacks becomes what stands for it, an enumeration its labels. */
export function physicalType(flavour: Flavour, type: ColumnType, schema: Schema): ColumnType {
  return type.kind === "enum" ? readType(enumSql(findEnum(schema, type.name).labels)) : normalType(flavour, type);
}

/** Raw SQL that names a known type becomes that type; types that are kept as one type become that one. */
export function normalType(flavour: Flavour, type: ColumnType): ColumnType {
  if (type.kind === "enum" || type.kind === "array" || type.kind === "interval") return type;
  if (type.kind === "sql") return readType(type.sql);
  return readType(typeSql(flavour, type, noEnums));
}

const noEnums: Schema = { namespaces: {}, enums: {}, tables: {}, requiredRows: {}, objects: {} };

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^(?:bool|boolean)\b/, "tinyint(1)"],
  [/^(?:integer|int4|mediumint4)\b/, "int"],
  [/^int2\b/, "smallint"],
  [/^int8\b/, "bigint"],
  [/^(?:numeric|dec|fixed)\b/, "decimal"],
  [/^double precision\b/, "double"],
  [/^float8\b/, "double"],
  [/^float4\b/, "float"],
  [/^(?:national varchar|nvarchar|character varying|char varying)\b/, "varchar"],
  [/^(?:national character|national char|nchar|character)\b/, "char"],
  [/^long varchar\b/, "mediumtext"],
  [/^long varbinary\b/, "mediumblob"],
  [/^(?:decimal)(?!\()/, "decimal(10,0)"],
  [/^decimal\((\d+)\)/, "decimal($1,0)"],
  [/^char(?!\()\b/, "char(1)"],
  [/^(datetime|timestamp|time)\(0\)/, "$1"],
  [/\bon update (?:current_timestamp|now)\(\)/, "on update current_timestamp"],
];

/** The kinds that a catalogue's spelling stands for, in full. */
const patterns: readonly (readonly [RegExp, (numbers: readonly number[]) => ColumnType])[] = [
  [/^smallint$/, () => ({ kind: "smallint" })],
  [/^int$/, () => ({ kind: "integer" })],
  [/^bigint$/, () => ({ kind: "bigint" })],
  [/^decimal\((\d+),(\d+)\)$/, ([precision, scale]) => ({ kind: "numeric", precision: precision!, scale: scale! })],
  [/^float$/, () => ({ kind: "real" })],
  [/^double$/, () => ({ kind: "double" })],
  [/^tinyint\(1\)$/, () => ({ kind: "boolean" })],
  [/^char\((\d+)\)$/, ([length]) => ({ kind: "char", length: length! })],
  [/^varchar\((\d+)\)$/, ([length]) => ({ kind: "varchar", length: length! })],
  [/^longtext$/, () => ({ kind: "text" })],
  [/^date$/, () => ({ kind: "date" })],
  [/^time(?:\((\d)\))?$/, ([precision]) => withPrecision("time", precision)],
  [/^datetime(?:\((\d)\))?$/, ([precision]) => withPrecision("timestamp", precision)],
  [/^timestamp(?:\((\d)\))?$/, ([precision]) => withPrecision("timestamptz", precision)],
  [/^uuid$/, () => ({ kind: "uuid" })],
  [/^json$/, () => ({ kind: "json" })],
  [/^varbinary\((\d+)\)$/, ([length]) => ({ kind: "binary", length: length! })],
  [/^longblob$/, () => ({ kind: "binary" })],
];

function readType(sql: string): ColumnType {
  const spelled = synonyms.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), tidied(sql));
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(spelled);
    if (match) return make(match.slice(1).flatMap((number) => (number === undefined ? [] : [Number(number)])));
  }
  return { kind: "sql", sql: spelled };
}

/** Lower case and single spaces outside of quotes; the display width of an integer, which means nothing, is left out. */
function tidied(sql: string): string {
  const text = sql
    .trim()
    .split(/('(?:[^'\\]|\\[\s\S]|'')*')/)
    .map((piece, index) => (index % 2 ? piece : piece.toLowerCase().replace(/\s+/g, " ").replace(/ ?([(),]) ?/g, "$1").replace(/\)(?=[a-z])/g, ") ")))
    .join("");
  return /zerofill/.test(text) || /^tinyint\(1\)$/.test(text) ? text : text.replace(/^((?:tiny|small|medium|big)?int|integer)\(\d+\)/, "$1").replace(/^year\(4\)/, "year");
}

function withPrecision(kind: "time" | "timestamp" | "timestamptz", precision: number | undefined): ColumnType {
  return precision === undefined ? { kind } : { kind, precision };
}

/** Types whose values may be too long for an index: they need a prefix length there, and take no unique constraint. */
export function isUnbounded(flavour: Flavour, type: ColumnType): boolean {
  const kept = normalType(flavour, type);
  if (kept.kind === "sql") return /^(?:tiny|medium|long)?(?:text|blob)\b/.test(kept.sql);
  return kept.kind === "text" || kept.kind === "json" || (kept.kind === "binary" && kept.length === undefined);
}
