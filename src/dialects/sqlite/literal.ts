import { GravenError } from "../../base/errors.ts";
import type { ColumnType, ColumnTypeKind } from "../../schema/types.ts";
import { literalSql, utcText, type LiteralSpelling } from "../ansi/literal.ts";

const noArrays = { hint: "SQLite has no arrays: keep the list as JSON, in a column of type json()." };
const dateForms: Partial<Record<ColumnTypeKind, (text: string) => string>> = {
  date: (text) => text.slice(0, 10),
  time: (text) => text.slice(11),
};

const spelling: LiteralSpelling = {
  text: quoteText,
  bytes: (hexadecimal) => `x'${hexadecimal}'`,
  boolean: (value) => (value ? "1" : "0"),
  date: (value, type) => {
    const text = utcText(value);
    return quoteText((type && dateForms[type.kind]?.(text)) ?? text);
  },
  notFinite: (value) => {
    // A NaN stored by any means becomes NULL (https://www.sqlite.org/floatingpoint.html): the value would be lost without a word.
    if (Number.isNaN(value)) throw new GravenError("DAT-002", "SQLite turns NaN into NULL, so NaN has no literal.", { hint: "Write null where there is no number." });
    // A number too large for a double is read as infinity, in every version.
    return value > 0 ? "9e999" : "-9e999";
  },
  array: () => {
    throw new GravenError("DAT-002", "An array has no literal on SQLite.", noArrays);
  },
  json: quoteText,
};

/** A value as SQLite's literal. Throws DAT-002 for NaN, arrays, and integers that 64 bits do not hold. */
export function literal(value: unknown, type?: ColumnType): string {
  if (typeof value === "bigint" && BigInt.asIntN(64, value) !== value) {
    throw new GravenError("DAT-002", `The integer ${value} is larger than 64 bits; SQLite would keep it as an inexact number.`, { hint: "Keep it as text." });
  }
  return literalSql(spelling, value, type);
}

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const numbers: readonly ColumnTypeKind[] = ["smallint", "integer", "bigint", "numeric", "real", "double"];
const moments: readonly ColumnTypeKind[] = ["date", "time", "timestamp", "timestamptz"];
const words: { readonly [word: string]: number } = { Infinity: Infinity, "-Infinity": -Infinity, NaN: NaN };

/** A declared default, which is kept as JSON, as a literal: a moment in SQLite's form, a number without quotes, JSON as its text. */
export function defaultLiteral(value: string | number | boolean, type: ColumnType): string {
  if (type.kind === "json" || type.kind === "jsonb") return quoteText(typeof value === "string" ? value : JSON.stringify(value));
  if (typeof value !== "string") return literal(value, type);
  if (moments.includes(type.kind) && isoMoment.test(value)) return literal(new Date(value), type);
  if (numbers.includes(type.kind) && /^-?\d+(\.\d+)?$/.test(value)) return value;
  if ((type.kind === "real" || type.kind === "double") && value in words) return literal(words[value], type);
  return literal(value, type);
}

function quoteText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
