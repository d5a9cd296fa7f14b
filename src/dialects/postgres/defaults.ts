import { canonicalJson } from "../../base/json.ts";
import type { ColumnType, Default } from "../../schema/types.ts";
import { parseExpression, printExpression, rewriteExpression, normalExpression, type Expression } from "../ansi/expression.ts";
import { arrayItems } from "./array-text.ts";
import { rewritesFor } from "./expression.ts";
import { defaultText, parsedJson } from "./literal.ts";
import { momentText, zonedText } from "./moment.ts";
import { normalType, typeFromSql, typeSql } from "./types.ts";

/** Whether two defaults give a column of this type the same value. */
export function sameDefault(a: Default | undefined, b: Default | undefined, type: ColumnType): boolean {
  return normalDefault(a, type) === normalDefault(b, type);
}

/** A default in one spelling; `undefined` for none, which NULL is too. */
export function normalDefault(given: Default | undefined, type: ColumnType): string | undefined {
  if (!given) return undefined;
  const sql = defaultText(given, type);
  const context = { types: new Map<string, ColumnType>(), dropsCasts: true };
  const parsed = parseExpression(sql);
  if (!parsed) return normalExpression(sql);
  const value = assigned(rewriteExpression(parsed, rewritesFor(context)), normalType(type));
  return value.kind === "keyword" && value.word === "NULL" ? undefined : printExpression(value);
}

/** What is left when the casts are gone that assigning to the column makes anyway. */
function assigned(node: Expression, type: ColumnType): Expression {
  // The server keeps NULL as NULL of the column's type: `NULL::bpchar`.
  if (node.kind === "cast" && isNull(node.operand)) return node.operand;
  if (node.kind === "cast" && isLiteral(node.operand) && castsTo(node.type, type)) return assigned(node.operand, type);
  if (node.kind === "array" && type.kind === "array") return { ...node, items: node.items.map((item) => assigned(item, type.element)) };
  if (node.kind === "string" && node.prefix === undefined) return literalOf(node.value, type) ?? node;
  if (node.kind === "unary" && node.operator === "-" && node.operand.kind === "number") return { ...node, operand: { kind: "number", text: numberText(node.operand.text, type) } };
  if (node.kind === "number") return textual.has(type.kind) ? { kind: "string", value: node.text } : { kind: "number", text: numberText(node.text, type) };
  return node;
}

function isNull(node: Expression): boolean {
  return node.kind === "keyword" && node.word === "NULL";
}

const textual: ReadonlySet<string> = new Set(["char", "varchar", "text"]);
const numeric: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "numeric", "real", "double"]);

function isLiteral(node: Expression): boolean {
  return node.kind === "string" || node.kind === "number" || node.kind === "array" || (node.kind === "keyword" && node.word === "NULL") || (node.kind === "unary" && node.operand.kind === "number") || (node.kind === "cast" && isLiteral(node.operand));
}

/** Whether a cast says no more than the column's own type does; lengths are checked by the column. */
function castsTo(cast: string, type: ColumnType): boolean {
  const to = typeFromSql(cast);
  if (to.kind === "sql") return type.kind === "enum" || typeSql(type) === to.sql || (type.kind === "array" && type.element.kind === "enum") || type.kind === "sql";
  if (to.kind === type.kind) return true;
  if (numeric.has(to.kind) && numeric.has(type.kind)) return true;
  return textual.has(type.kind) && textual.has(to.kind);
}

/** A quoted literal in the spelling that the column's type gives it. */
function literalOf(value: string, type: ColumnType): Expression | undefined {
  if (numeric.has(type.kind) && /^-?\d+(\.\d+)?$/.test(value)) {
    const number: Expression = { kind: "number", text: numberText(value.replace("-", ""), type) };
    return value.startsWith("-") ? { kind: "unary", operator: "-", operand: number } : number;
  }
  const read = (readers as Readonly<Record<string, ((value: string, type: ColumnType) => Expression | undefined) | undefined>>)[type.kind];
  return read?.(value, type);
}

const text = (value: string): Expression => ({ kind: "string", value });

const optional = (value: string | undefined) => (value === undefined ? undefined : text(value));

const readers: { readonly [K in ColumnType["kind"]]?: (value: string, type: ColumnType) => Expression | undefined } = {
  boolean: (value) => (/^(t|true|yes|on|1)$/i.test(value) ? { kind: "keyword", word: "TRUE" } : /^(f|false|no|off|0)$/i.test(value) ? { kind: "keyword", word: "FALSE" } : undefined),
  json: (value) => jsonText(value, JSON.stringify),
  jsonb: (value) => jsonText(value, canonicalJson),
  uuid: (value) => text(value.toLowerCase()),
  date: (value) => (/^\d{4}-\d\d-\d\d(?=[T ]|$)/.test(value) ? text(value.slice(0, 10)) : undefined),
  timestamp: (value) => optional(momentText(value)),
  timestamptz: (value) => optional(zonedText(value)),
  array: (value, type) => {
    const items = type.kind === "array" ? arrayItems(value) : undefined;
    if (!items || type.kind !== "array") return undefined;
    return { kind: "array", items: items.map((item) => (item === null ? { kind: "keyword", word: "NULL" } : (literalOf(item, type.element) ?? text(item)))) };
  },
};

/** JSON without the spelling's accidents; numbers that JavaScript would round stay text. */
function jsonText(value: string, print: (value: unknown) => string | undefined): Expression | undefined {
  const parsed = /\d{16}/.test(value) ? undefined : parsedJson(value);
  const printed = parsed === undefined ? undefined : print(parsed);
  return printed === undefined ? undefined : text(printed);
}

/** A plain numeric keeps the digits it is given; all other numbers drop zeros that say nothing. */
function numberText(value: string, type: ColumnType): string {
  if (!/^\d+(\.\d+)?$/.test(value) || (type.kind === "numeric" && type.precision === undefined)) return value;
  const trimmed = value.includes(".") ? value.replace(/\.?0+$/, "") : value;
  return trimmed.replace(/^0+(?=\d)/, "");
}
