import { significantTokens } from "../../base/sql-tokens.ts";
import type { Column, ColumnType, Default } from "../../schema/types.ts";
import { normalSql } from "./expression.ts";
import type { Flavour } from "./flavours.ts";
import { literal, textFor } from "./literal.ts";
import { serverSql, standardSql } from "./quoting.ts";
import { isUnbounded, normalType } from "./types.ts";

type Literal = string | number | boolean;

/**
 * A default as SQL without the word DEFAULT. Literals and the present time stand bare, any other expression in brackets;
 * MySQL wants brackets around whatever a text, BLOB or JSON column takes.
 * https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html
 */
export function defaultSql(flavour: Flavour, { type, default: given }: Pick<Column, "type" | "default">): string {
  const kept = normalType(flavour, type);
  const read = given && readDefault(given);
  if (!read) return "NULL";
  if ("value" in read) {
    const text = literalText(canonicalValue(read.value, kept), kept);
    // Bytes in a garbled catalogue are legible only as a call.
    if (flavour.garblesCatalogue && text.startsWith("x'")) return `(unhex(${text.slice(1)}))`;
    return isUnbounded(flavour, kept) && !flavour.literalBlobDefaults ? `(${text})` : text;
  }
  if (isNow(read.sql) && hasClock(kept)) return `CURRENT_TIMESTAMP${precisionOf(kept) ? `(${precisionOf(kept)})` : ""}`;
  return `(${serverSql(read.sql)})`;
}

/** A default in the one form that is compared: literals as values by the column's type, expressions in their normal form; `DEFAULT NULL` is none. */
export function normalDefault(flavour: Flavour, given: Default | undefined, type: ColumnType): Default | undefined {
  const read = given && readDefault(given);
  if (!read) return undefined;
  const kept = normalType(flavour, type);
  if ("value" in read) return { value: canonicalValue(read.value, kept) };
  return isNow(read.sql) && hasClock(kept) ? { sql: "CURRENT_TIMESTAMP" } : { sql: normalSql(read.sql) };
}

/** A literal is data wherever it stands, an expression what is left once the outer brackets are gone; `undefined` for NULL. */
export function readDefault(given: Default): { readonly value: Literal } | { readonly sql: string } | undefined {
  if ("value" in given) return given;
  const sql = withoutBrackets(given.sql.trim());
  const hexadecimal = /^(?:0x|x'|unhex\('?)([0-9a-f]*)(?:'?\)|')?$/i.exec(sql);
  if (hexadecimal) return { value: `\\x${hexadecimal[1]!.toLowerCase()}` };
  const tokens = significantTokens(standardSql(sql));
  const [first, second] = tokens;
  if (tokens.length === 1 && first!.kind === "string" && first!.text.startsWith("'")) return { value: first!.value };
  if (tokens.length === 1 && first!.kind === "number") return { value: first!.text };
  if (tokens.length === 2 && /^[+-]$/.test(first!.text) && second!.kind === "number") return { value: `${first!.text === "-" ? "-" : ""}${second!.text}` };
  if (tokens.length === 1 && /^(?:true|false)$/i.test(sql)) return { value: /^true$/i.test(sql) };
  return /^null$/i.test(sql) ? undefined : { sql };
}

function canonicalValue(value: Literal, type: ColumnType): Literal {
  if (type.kind === "boolean") return value === true || (value !== false && /^(?:true|0*[1-9]\d*)$/i.test(String(value)));
  if (isNumeric(type)) return canonicalNumber(typeof value === "boolean" ? String(Number(value)) : String(value).trim());
  if (type.kind === "json" || type.kind === "jsonb") return jsonText(value);
  const text = String(value);
  if (type.kind === "date" || type.kind === "time" || type.kind === "timestamp" || type.kind === "timestamptz") return cutFraction(textFor(text, type), precisionOf(type));
  if (type.kind === "binary") return /^\\x(?:[0-9a-f]{2})*$/i.test(text) ? text.toLowerCase() : `\\x${hexOf(text)}`;
  if (type.kind === "sql" && typeof value === "number") return value;
  return text;
}

/** What a canonical value is written as; numbers stand without quotes. */
function literalText(value: Literal, type: ColumnType): string {
  if (isNumeric(type)) return String(value);
  if (type.kind === "json" || type.kind === "jsonb") return literal(String(value));
  return literal(value, type);
}

export function isNumeric(type: ColumnType): boolean {
  if (type.kind === "sql") return /^(?:(?:tiny|small|medium|big)?int|decimal|float|double|year)\b/.test(type.sql);
  return ["smallint", "integer", "bigint", "numeric", "real", "double"].includes(type.kind);
}

/** A number without needless zeros; exact ones that JavaScript would round stay text. */
function canonicalNumber(text: string): Literal {
  if (/e/i.test(text)) return Number(text);
  const match = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text);
  if (!match || text === "") return text;
  const plain = `${match[1] === "-" ? "-" : ""}${match[2] || "0"}${match[3] ? `.${match[3]}` : ""}`;
  return String(Number(plain)) === plain ? Number(plain) : plain === "-0" ? 0 : plain;
}

/** A JSON column's default is JSON text; a text that is none is meant as a JSON string. */
function jsonText(value: Literal): string {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    JSON.parse(value);
    return value;
  } catch {
    return JSON.stringify(value);
  }
}

function cutFraction(text: string, precision: number): string {
  return text.replace(/\.(\d+)$/, (_, digits: string) => {
    const kept = digits.slice(0, precision).replace(/0+$/, "");
    return kept && `.${kept}`;
  });
}

function precisionOf(type: ColumnType): number {
  if (type.kind === "sql") return Number(/^(?:datetime|timestamp)\((\d)\)/.exec(type.sql)?.[1] ?? 0);
  return "precision" in type && type.kind !== "numeric" ? (type.precision ?? 0) : 0;
}

function hasClock(type: ColumnType): boolean {
  return type.kind === "timestamp" || type.kind === "timestamptz" || (type.kind === "sql" && /^(?:datetime|timestamp)\b/.test(type.sql));
}

function isNow(sql: string): boolean {
  return /^(?:current_timestamp|now|localtime|localtimestamp)\s*(?:\(\s*\d?\s*\))?$/i.test(sql);
}

/** The text without the brackets that enclose the whole of it. */
function withoutBrackets(sql: string): string {
  if (!sql.startsWith("(") || !sql.endsWith(")")) return sql;
  let depth = 0;
  let at = 0;
  for (const { text } of significantTokens(standardSql(sql))) {
    if (text === "(") depth++;
    else if (text === ")") depth--;
    if (depth === 0) break;
    at++;
  }
  return at === significantTokens(standardSql(sql)).length - 1 ? withoutBrackets(sql.slice(1, -1).trim()) : sql;
}

function hexOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
