import type { ColumnType, ColumnTypeKind, Schema } from "../../schema/types.ts";
import { splitKey } from "../../schema/key.ts";
import { tableName } from "./quote.ts";

type TypeOf<K extends ColumnTypeKind> = Extract<ColumnType, { kind: K }>;

/** The type as SQL: https://www.postgresql.org/docs/current/datatype.html */
export function typeSql(type: ColumnType): string {
  return (spellings[type.kind] as (type: ColumnType) => string)(type);
}

const withNumber = (name: string, number: number | undefined) => (number === undefined ? name : `${name}(${number})`);

const spellings: { readonly [K in ColumnTypeKind]: (type: TypeOf<K>) => string } = {
  smallint: () => "smallint",
  integer: () => "integer",
  bigint: () => "bigint",
  numeric: ({ precision, scale }) => (precision === undefined ? "numeric" : `numeric(${scale === undefined ? precision : `${precision}, ${scale}`})`),
  real: () => "real",
  double: () => "double precision",
  boolean: () => "boolean",
  char: ({ length }) => withNumber("char", length),
  varchar: ({ length }) => withNumber("varchar", length),
  text: () => "text",
  date: () => "date",
  time: ({ precision }) => withNumber("time", precision),
  timestamp: ({ precision }) => withNumber("timestamp", precision),
  timestamptz: ({ precision }) => withNumber("timestamptz", precision),
  interval: () => "interval",
  uuid: () => "uuid",
  json: () => "json",
  jsonb: () => "jsonb",
  // bytea keeps no length.
  binary: () => "bytea",
  enum: ({ name }) => tableName(name),
  array: ({ element }) => `${typeSql(element)}[]`,
  sql: ({ sql }) => sql,
};

/** The names that PostgreSQL accepts for the types of the model, without their numbers. */
const synonyms: Readonly<Record<string, (numbers: readonly number[]) => ColumnType | undefined>> = {
  ...named({ kind: "smallint" }, "smallint", "int2"),
  ...named({ kind: "integer" }, "integer", "int", "int4"),
  ...named({ kind: "bigint" }, "bigint", "int8"),
  ...named({ kind: "real" }, "real", "float4"),
  ...named({ kind: "double" }, "double precision", "float8"),
  ...named({ kind: "boolean" }, "boolean", "bool"),
  ...named({ kind: "text" }, "text"),
  ...named({ kind: "date" }, "date"),
  ...named({ kind: "interval" }, "interval"),
  ...named({ kind: "uuid" }, "uuid"),
  ...named({ kind: "json" }, "json"),
  ...named({ kind: "jsonb" }, "jsonb"),
  ...named({ kind: "binary" }, "bytea"),
  ...forAll(([precision, scale]) => ({ kind: "numeric", ...(precision !== undefined && { precision }), ...(scale && { scale }) }), "numeric", "decimal", "dec"),
  ...forAll(([bits = 53]) => ({ kind: bits > 24 ? "double" : "real" }), "float"),
  ...forAll(([length]) => ({ kind: "varchar", ...(length !== undefined && { length }) }), "varchar", "character varying", "char varying"),
  ...forAll(([length = 1]) => ({ kind: "char", length }), "char", "character"),
  // Without a length this one is not char(1) but blank-padded text of any length.
  ...forAll(([length]) => (length === undefined ? undefined : { kind: "char", length }), "bpchar"),
  ...forAll(([precision]) => withPrecision("time", precision), "time", "time without time zone"),
  ...forAll(([precision]) => withPrecision("timestamp", precision), "timestamp", "timestamp without time zone"),
  ...forAll(([precision]) => withPrecision("timestamptz", precision), "timestamptz", "timestamp with time zone"),
};

/** Other names of types that the model keeps as SQL. */
const otherSynonyms: Readonly<Record<string, string>> = { timetz: "time with time zone", varbit: "bit varying" };

/** A type in the form in which the catalogue gives it. */
export function normalType(type: ColumnType): ColumnType {
  const normalise = normalisers[type.kind] as ((type: ColumnType) => ColumnType) | undefined;
  return normalise ? normalise(type) : type;
}

const normalisers: { readonly [K in ColumnTypeKind]?: (type: TypeOf<K>) => ColumnType } = {
  numeric: ({ precision, scale }) => synonyms["numeric"]!([precision, scale].filter((each) => each !== undefined))!,
  char: ({ length = 1 }) => ({ kind: "char", length }),
  time: ({ precision }) => withPrecision("time", precision),
  timestamp: ({ precision }) => withPrecision("timestamp", precision),
  timestamptz: ({ precision }) => withPrecision("timestamptz", precision),
  binary: () => ({ kind: "binary" }),
  // The number of dimensions is not kept: https://www.postgresql.org/docs/current/arrays.html
  array: ({ element }) => (element.kind === "array" ? normalType(element) : arrayOf(normalType(element))),
  sql: ({ sql }) => typeFromSql(sql),
};

/** The logical type that SQL text names, or the text itself in one spelling. */
export function typeFromSql(sql: string): ColumnType {
  const text = sql.includes('"') ? sql.trim() : sql.trim().toLowerCase().replace(/\s+/g, " ").replace(/ ?([(),[\]]) ?/g, "$1");
  const array = /^(.*?)(?:\[\d*\]| array)+$/.exec(text);
  if (array) return arrayOf(typeFromSql(array[1]!));
  const parts = /^(?:pg_catalog\.)?([a-z0-9_ ]+?)(?:\(([\d,]+)\)(.*))?$/.exec(text);
  if (!parts) return { kind: "sql", sql: text };
  const [, name = "", numbers, end = ""] = parts;
  const full = `${name}${end && ` ${end.trim()}`}`;
  const known = Object.hasOwn(synonyms, full) ? synonyms[full]!(numbers?.split(",").map(Number) ?? []) : undefined;
  if (known) return known;
  if (numbers === undefined && Object.hasOwn(otherSynonyms, full)) return { kind: "sql", sql: otherSynonyms[full]! };
  return { kind: "sql", sql: text };
}

/** A type with the enums of the schema in view: SQL that names one is that enum. */
export function typeWithin(type: ColumnType, schema: Schema): ColumnType {
  const normal = normalType(type);
  if (normal.kind === "array") return { kind: "array", element: typeWithin(normal.element, schema) };
  if (normal.kind !== "sql") return normal;
  const key = Object.keys(schema.enums).find((each) => tableName(each) === normal.sql || each === normal.sql || `public.${splitKey(each).name}` === normal.sql);
  return key === undefined ? normal : { kind: "enum", name: key };
}

function withPrecision<K extends "time" | "timestamp" | "timestamptz">(kind: K, precision: number | undefined): ColumnType {
  // Six digits are what is kept without a number too, but the catalogue tells the two apart, and so does a dump.
  return precision === undefined ? { kind } : { kind, precision };
}

function arrayOf(element: ColumnType): ColumnType {
  return element.kind === "array" ? element : { kind: "array", element };
}

function named(type: ColumnType, ...names: readonly string[]): Record<string, (numbers: readonly number[]) => ColumnType | undefined> {
  // These take no numbers (`interval(3)` is another type), so with numbers they stay SQL.
  return forAll((numbers) => (numbers.length ? undefined : type), ...names);
}

function forAll(make: (numbers: readonly number[]) => ColumnType | undefined, ...names: readonly string[]): Record<string, (numbers: readonly number[]) => ColumnType | undefined> {
  return Object.fromEntries(names.map((name) => [name, make]));
}
