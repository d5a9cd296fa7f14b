import type { ColumnType, ColumnTypeKind } from "../../schema/types.ts";

type TypeOf<K extends ColumnTypeKind> = Extract<ColumnType, { kind: K }>;

/**
 * The declared type of each kind. SQLite keeps any word and derives an affinity from it, so each text is chosen for an affinity that
 * leaves the values as they are (https://www.sqlite.org/datatype3.html#determination_of_column_affinity) and is read back as itself.
 */
const declared: { readonly [K in ColumnTypeKind]: (type: TypeOf<K>) => string } = {
  smallint: () => "SMALLINT",
  integer: () => "INTEGER",
  bigint: () => "BIGINT",
  numeric: ({ precision, scale }) => withNumbers("NUMERIC", precision, scale),
  real: () => "REAL",
  double: () => "DOUBLE PRECISION",
  boolean: () => "BOOLEAN",
  char: ({ length }) => withNumbers("CHAR", length),
  varchar: ({ length }) => withNumbers("VARCHAR", length),
  text: () => "TEXT",
  date: () => "DATE",
  time: ({ precision }) => withNumbers("TIME", precision),
  timestamp: ({ precision }) => withNumbers("TIMESTAMP", precision),
  timestamptz: ({ precision }) => withNumbers("TIMESTAMPTZ", precision),
  // These two are refused before they get here; the text is for messages.
  interval: () => "INTERVAL",
  array: ({ element }) => `${declaredType(element)}[]`,
  // UUID and JSON as words would have NUMERIC affinity, which turns the JSON text '1.0' into the number 1.
  uuid: () => "TEXT",
  json: () => "TEXT",
  jsonb: () => "TEXT",
  enum: () => "TEXT",
  binary: () => "BLOB",
  sql: ({ sql }) => sql,
};

/** A column type as SQLite's declared type. */
export function declaredType(type: ColumnType): string {
  return (declared[type.kind] as (type: ColumnType) => string)(type);
}

type Reader = (numbers: readonly number[]) => ColumnType;

const ofLength =
  (kind: "char" | "varchar"): Reader =>
  ([length]) => (length === undefined ? { kind } : { kind, length });
const ofPrecision =
  (kind: "time" | "timestamp" | "timestamptz"): Reader =>
  ([precision]) => (precision === undefined ? { kind } : { kind, precision });
const plain =
  (kind: "smallint" | "integer" | "bigint" | "real" | "double" | "boolean" | "text" | "date" | "binary"): Reader =>
  () => ({ kind });
const ofScale: Reader = ([precision, scale]) => ({ kind: "numeric", ...(precision !== undefined && { precision }), ...(scale && { scale }) });

/** The words that name a type of the model and have the affinity of that type's own word. Any other word stays SQL. */
const readers: { readonly [words: string]: Reader } = {
  SMALLINT: plain("smallint"),
  INTEGER: plain("integer"),
  INT: plain("integer"),
  BIGINT: plain("bigint"),
  NUMERIC: ofScale,
  DECIMAL: ofScale,
  REAL: plain("real"),
  "DOUBLE PRECISION": plain("double"),
  DOUBLE: plain("double"),
  FLOAT: plain("double"),
  BOOLEAN: plain("boolean"),
  BOOL: plain("boolean"),
  CHAR: ofLength("char"),
  CHARACTER: ofLength("char"),
  VARCHAR: ofLength("varchar"),
  "CHARACTER VARYING": ofLength("varchar"),
  TEXT: plain("text"),
  DATE: plain("date"),
  TIME: ofPrecision("time"),
  TIMESTAMP: ofPrecision("timestamp"),
  TIMESTAMPTZ: ofPrecision("timestamptz"),
  BLOB: plain("binary"),
};

/** A declared type as it stands in a table, as the model's type; `sql` for what the model does not know. */
export function readType(text: string): ColumnType {
  const match = /^\s*([^()]*?)\s*(?:\(([\d\s,]*)\)\s*)?$/.exec(text);
  const words = match?.[1]!.toUpperCase().replace(/\s+/g, " ") ?? "";
  const numbers = (match?.[2] ?? "").split(",").filter((part) => part.trim()).map(Number);
  const reader = Object.hasOwn(readers, words) ? readers[words] : undefined;
  return reader ? reader(numbers) : { kind: "sql", sql: text.trim().replace(/\s+/g, " ") };
}

/** A type in its normal form: known words become their type, a scale of nought is none. */
export function normalType(type: ColumnType): ColumnType {
  if (type.kind === "sql") return readType(type.sql);
  if (type.kind === "array") return { kind: "array", element: normalType(type.element) };
  if (type.kind === "numeric" && type.scale === 0) return { kind: "numeric", ...(type.precision !== undefined && { precision: type.precision }) };
  return type;
}

/** The type that stands for it in the database: what its declared type reads back as. */
export function physicalType(type: ColumnType): ColumnType {
  return readType(declaredType(normalType(type)));
}

type Affinity = "integer" | "text" | "blob" | "real" | "numeric";

/** The affinity of a declared type, by SQLite's five rules in their order. */
export function affinityOf(type: ColumnType): Affinity {
  const text = declaredType(type).toUpperCase();
  if (text.includes("INT")) return "integer";
  if (/CHAR|CLOB|TEXT/.test(text)) return "text";
  if (text === "" || text.includes("BLOB")) return "blob";
  return /REAL|FLOA|DOUB/.test(text) ? "real" : "numeric";
}

/** Types that may count up as SQLite's rowid. */
export function isInteger(type: ColumnType): boolean {
  return ["smallint", "integer", "bigint"].includes(normalType(type).kind);
}

function withNumbers(word: string, ...numbers: readonly (number | undefined)[]): string {
  const given = numbers.filter((number) => number !== undefined);
  return given.length ? `${word}(${given.join(", ")})` : word;
}
