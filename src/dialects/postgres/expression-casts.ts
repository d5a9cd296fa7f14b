import type { ColumnType } from "../../schema/types.ts";
import { sameJson } from "../../base/json.ts";
import type { Expression, ExpressionOf, Rewrite } from "../ansi/expression.ts";
import { arrayItems } from "./array-text.ts";
import type { ExpressionContext } from "./expression.ts";
import { momentText, zonedText } from "./moment.ts";
import { typeFromSql, typeSql } from "./types.ts";

type Cast = ExpressionOf<"cast">;

const textual = new Set(["text", "varchar", "bpchar", "name"]);
const numberRank: Readonly<Record<string, number>> = { smallint: 0, integer: 1, bigint: 2, numeric: 3, real: 4, double: 5 };
const comparisons = new Set(["=", "<>", "<", ">", "<=", ">=", "IS DISTINCT FROM"]);
/** Operators whose two sides have one type where the right one is a literal. */
const containments = new Set(["@>", "<@", "&&"]);

/** Rewrites for the casts that the server adds to what an author wrote. */
export function castRewrites(context: ExpressionContext): readonly Rewrite[] {
  return [canonicalCast, literalCast, (node, parent) => (node.kind === "cast" ? addedCast(node, parent, context) : node), (node) => comparedLiterals(node, context)];
}

/** One name per type. */
const canonicalCast: Rewrite = (node) => (node.kind === "cast" ? { ...node, type: canonicalType(node.type) } : node);

function canonicalType(type: string): string {
  return typeSql(typeFromSql(type));
}

/** `'a'::text` is `'a'`, `'-1'::integer` is `-1`, `'t'::boolean` is TRUE. */
const literalCast: Rewrite = (node, parent) => {
  if (node.kind !== "cast") return node;
  const { operand, type } = node;
  if (operand.kind === "cast" && operand.operand.kind === "string" && operand.type === "text") return currentFrom(operand.operand.value, type) ?? node;
  if (operand.kind !== "string" || operand.prefix !== undefined) return node;
  // A cast of a cast keeps both: ('now'::text)::date is today, 'now'::date is the day on which it was written.
  if (textual.has(type)) return parent?.kind === "cast" && !textual.has(parent.type) ? node : operand;
  if (type === "char(1)" && operand.value.length === 1) return operand;
  const moment = type === "timestamp" ? momentText(operand.value) : type === "timestamptz" ? zonedText(operand.value) : undefined;
  if (moment !== undefined) return { ...node, operand: { kind: "string", value: moment } };
  if (type === "boolean") return booleans[operand.value.toLowerCase()] ?? node;
  const digits = /^(-?)(\d+)(\.\d+)?$/.exec(operand.value);
  if (digits && typeOfNumber(digits[2]!, digits[3]) === type) return numberNode(operand.value);
  return node;
};

const booleans: Readonly<Record<string, Expression>> = {
  t: { kind: "keyword", word: "TRUE" },
  true: { kind: "keyword", word: "TRUE" },
  f: { kind: "keyword", word: "FALSE" },
  false: { kind: "keyword", word: "FALSE" },
};

function currentFrom(value: string, type: string): Expression | undefined {
  const word = value === "now" ? { date: "CURRENT_DATE", timestamptz: "CURRENT_TIMESTAMP", timestamp: "LOCALTIMESTAMP", time: "LOCALTIME" }[type] : undefined;
  return word === undefined ? undefined : { kind: "keyword", word };
}

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-NUMERIC */
export function typeOfNumber(whole: string, fraction: string | undefined): string {
  if (fraction !== undefined) return "numeric";
  const value = BigInt(whole);
  return value <= 2147483647n ? "integer" : value <= 9223372036854775807n ? "bigint" : "numeric";
}

function numberNode(text: string): Expression {
  const number: Expression = { kind: "number", text: text.replace(/^-/, "") };
  return text.startsWith("-") ? { kind: "unary", operator: "-", operand: number } : number;
}

/** Casts in the server's own spelling, `(x)::type`, that only say what the expression means without them. */
function addedCast(node: Cast, parent: Expression | undefined, context: ExpressionContext): Expression {
  const { operand, type, bracketed } = node;
  if (operand.kind === "keyword" && operand.word === "NULL" && parent?.kind === "case") return operand;
  if (operand.kind === "string" && type === "regclass" && parent?.kind === "call" && /^(nextval|currval|setval)$/.test(parent.name[0]!)) return operand;
  if (operand.kind === "array") return arrayCast(node, operand);
  if (!bracketed) return node;
  if (type === "text" && isTextual(operand, parent, context)) return operand;
  if (operand.kind === "name" && isChoice(parent) && columnWidens(context.types?.get(operand.parts[0]!), type)) return operand;
  const literal = numberText(operand);
  return literal !== undefined && widens(literal, type) ? operand : node;
}

/** Whether the values within become one type by the server's own rules. */
function isChoice(node: Expression | undefined): boolean {
  return node?.kind === "case" || (node?.kind === "call" && /^(coalesce|nullif|greatest|least)$/.test(node.name.join(".")));
}

function columnWidens(column: ColumnType | undefined, type: string): boolean {
  const [from, to] = [column && numberRank[column.kind], numberRank[typeFromSql(type).kind]];
  return from !== undefined && to !== undefined && from < to;
}

/** ARRAY['a'::character varying]::text[], and arrays whose elements say their type by themselves. */
function arrayCast(node: Cast, array: ExpressionOf<"array">): Expression {
  const element = node.type.endsWith("[]") ? node.type.slice(0, -2) : "";
  const plain = textual.has(element) && array.items.length > 0 && array.items.every((item) => item.kind === "string");
  return plain ? array : node;
}

/** Whether a value is of a type that the server turns to text without being asked. */
function isTextual(node: Expression, parent: Expression | undefined, context: ExpressionContext): boolean {
  if (node.kind === "string") return true;
  if (!context.types) return context.dropsCasts;
  if (node.kind === "name" && node.parts.length === 1) {
    const kind = context.types.get(node.parts[0]!)?.kind;
    // char(n) compares without its trailing blanks, text with them; functions and || take text only.
    return kind === "varchar" || kind === "text" || (kind === "char" && (parent?.kind === "call" || (parent?.kind === "binary" && parent.operator === "||")));
  }
  if (node.kind === "call" && /^(coalesce|nullif|greatest|least)$/.test(node.name.join("."))) return node.arguments.every((each) => isTextual(each, undefined, context));
  if (node.kind === "case") return [...node.branches.map(({ then }) => then), ...(node.otherwise ? [node.otherwise] : [])].every((each) => isTextual(each, undefined, context));
  if (node.kind === "subscript" && node.operand.kind === "name") {
    const type = context.types.get(node.operand.parts[0]!);
    return type?.kind === "array" && type.element.kind === "varchar";
  }
  return false;
}

/** The text of a number, or of a negative one. */
function numberText(node: Expression): string | undefined {
  if (node.kind === "number") return node.text;
  return node.kind === "unary" && node.operator === "-" && node.operand.kind === "number" ? `-${node.operand.text}` : undefined;
}

/** Whether every number of the literal's own type is one of the other type too. */
function widens(literal: string, type: string): boolean {
  const digits = /^-?(\d+)(\.\d+)?/.exec(literal);
  const to = numberRank[typeFromSql(type).kind];
  if (!digits || to === undefined || !Object.hasOwn(numberRank, type === "double precision" ? "double" : type)) return false;
  return to > (numberRank[typeOfNumber(digits[1]!, digits[2])] ?? 9);
}

/** In a comparison the other side says what a literal is. */
function comparedLiterals(node: Expression, context: ExpressionContext): Expression {
  if (node.kind === "binary" && comparisons.has(node.operator)) return { ...node, left: bare(node.left, node.right, context), right: bare(node.right, node.left, context) };
  if (node.kind === "binary" && containments.has(node.operator)) return { ...node, right: bare(node.right, node.left, context), left: bare(node.left, node.right, context) };
  if (node.kind === "in") return { ...node, items: node.items.map((item) => bare(item, node.operand, context)) };
  if (node.kind === "between") return { ...node, low: bare(node.low, node.operand, context), high: bare(node.high, node.operand, context) };
  if (node.kind === "case" && node.operand) return { ...node, branches: node.branches.map(({ when, then }) => ({ when: bare(when, node.operand!, context), then })) };
  if (node.kind === "quantified" && comparisons.has(node.operator)) return { ...node, right: bareArray(node.right, node.left, context) };
  return node;
}

function bareArray(node: Expression, other: Expression, context: ExpressionContext): Expression {
  if (node.kind === "cast" && node.type.endsWith("[]")) {
    const element = node.type.slice(0, -2);
    const items = node.operand.kind === "string" ? arrayItems(node.operand.value)?.map((value): Expression => (value === null ? { kind: "keyword", word: "NULL" } : { kind: "cast", operand: { kind: "string", value }, type: element })) : node.operand.kind === "array" ? node.operand.items : undefined;
    const bared = items?.map((item) => bare(item.kind === "cast" && textual.has(item.type) && item.operand.kind === "string" ? item.operand : item, other, context));
    if (bared?.length && bared.every((item) => item.kind === "string" || numberText(item) !== undefined || item.kind === "keyword")) return { kind: "array", items: bared };
    return node;
  }
  return node.kind === "array" ? { ...node, items: node.items.map((item) => bare(item, other, context)) } : node;
}

/** The literal without its cast, when what it is compared with has that type. */
function bare(node: Expression, other: Expression, context: ExpressionContext): Expression {
  const kind = other.kind === "name" ? context.types?.get(other.parts[0]!)?.kind : undefined;
  if (node.kind === "string" && kind === "timestamp") return { kind: "string", value: momentText(node.value) ?? node.value };
  if (node.kind === "string" && kind === "timestamptz") return { kind: "string", value: zonedText(node.value) ?? node.value };
  if (node.kind !== "cast" || isLiteral(other)) return node;
  const type = typeFromSql(node.type);
  const number = numberText(node.operand);
  if (number !== undefined) return widens(number, node.type) ? node.operand : node;
  if (node.operand.kind !== "string" || node.operand.prefix !== undefined) return node;
  const { value } = node.operand;
  if (numberRank[type.kind] !== undefined) return node.type === typeSql({ kind: type.kind } as ColumnType) && /^-?\d+(\.\d+)?$/.test(value) && (numberRank[type.kind]! > 2 || !value.includes(".")) ? numberNode(value) : node;
  if (type.kind === "date" && !/^\d{4}-\d\d-\d\d$/.test(value)) return node;
  if (other.kind === "name" && context.types) {
    const known = context.types.get(other.parts[0]!);
    return known && sameJson(loose(known), loose(type)) ? node.operand : node;
  }
  // An author leaves midnight out, the server writes it.
  return context.dropsCasts ? { kind: "string", value: type.kind === "timestamp" ? value.replace(/ 00:00:00$/, "") : value } : node;
}

/** The type without its length or precision, which a literal's cast does not repeat; enums by their SQL. */
function loose(type: ColumnType): ColumnType {
  if (type.kind === "array") return { kind: "array", element: loose(type.element) };
  return type.kind === "enum" || type.kind === "sql" ? { kind: "sql", sql: typeSql(type).replaceAll('"', "").replace(/^public\./, "") } : ({ kind: type.kind } as ColumnType);
}

function isLiteral(node: Expression): boolean {
  return node.kind === "string" || node.kind === "number" || (node.kind === "cast" && isLiteral(node.operand));
}
