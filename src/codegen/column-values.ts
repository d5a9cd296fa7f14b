import type { ColumnType, ColumnTypeKind, Default } from "../schema/types.ts";
import { cast, list, plain, type Expression } from "./expression.ts";
import { isSqlText, sqlLiteral, valueLiteral } from "./literal.ts";

/** What the compiler lets stand as a value of a column of each type. */
const accepts = {
  smallint: isNumber,
  integer: isNumber,
  bigint: (value) => isNumber(value) || isText(value) || typeof value === "bigint",
  numeric: (value) => isNumber(value) || isText(value),
  real: isNumber,
  double: isNumber,
  boolean: (value) => typeof value === "boolean",
  char: isText,
  varchar: isText,
  text: isText,
  date: isMoment,
  time: isText,
  timestamp: isMoment,
  timestamptz: isMoment,
  interval: isText,
  uuid: isText,
  json: () => true,
  jsonb: () => true,
  binary: (value) => value instanceof Uint8Array,
  enum: (value, type, labels) => type.kind === "enum" && labels(type.name).includes(value as string),
  array: (value, type, labels) => type.kind === "array" && Array.isArray(value) && value.every((item) => acceptsValue(item, type.element, labels)),
  sql: isText,
} satisfies { readonly [K in ColumnTypeKind]: Accepts };

type Accepts = (value: unknown, type: ColumnType, labels: EnumLabels) => boolean;

/** The labels of an enumeration's constant, by the enumeration's key. */
export type EnumLabels = (key: string) => readonly string[];

/** A value of a row, such as the compiler takes it for the column. */
export function rowValue(value: unknown, type: ColumnType | undefined, labels: EnumLabels): Expression {
  const literal = valueLiteral(value);
  if (value === null || type === undefined || isSqlText(value) || acceptsValue(value, type, labels)) return literal;
  return cast(literal, "never");
}

/** The argument of `default(…)`: the inverse of how a builder keeps one. */
export function defaultExpression(value: Default, type: ColumnType, labels: EnumLabels): Expression {
  if ("sql" in value) return sqlLiteral(value);
  const literal = valueLiteral(value.value);
  if (acceptsValue(value.value, type, labels)) return literal;
  return (isText(value.value) && fromKeptText(value.value, type, labels)) || cast(literal, "never");
}

/** What an author wrote that is kept as this text: bytes, a list, or a number that JSON does not have. */
function fromKeptText(text: string, type: ColumnType, labels: EnumLabels): Expression | undefined {
  if (type.kind === "binary" && /^\\x([0-9a-f]{2})*$/.test(text)) return valueLiteral(Uint8Array.from(text.slice(2).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  if (type.kind === "array") return fromJsonText(text, type, labels);
  return (type.kind === "real" || type.kind === "double") && /^(NaN|-?Infinity)$/.test(text) ? plain(text) : undefined;
}

function fromJsonText(text: string, type: ColumnType, labels: EnumLabels): Expression | undefined {
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    // Not JSON, so it is the database's own notation of a list.
    return undefined;
  }
  if (!Array.isArray(items) || JSON.stringify(items) !== text || !acceptsValue(items, type, labels)) return undefined;
  return list(items.map(valueLiteral));
}

function acceptsValue(value: unknown, type: ColumnType, labels: EnumLabels): boolean {
  return (accepts[type.kind] as Accepts)(value, type, labels);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isMoment(value: unknown): boolean {
  return isText(value) || value instanceof Date;
}
