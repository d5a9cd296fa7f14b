import type { Column, ColumnType, Default } from "../../schema/types.ts";
import { literalSql, type LiteralSpelling } from "../ansi/literal.ts";
import { textLiteral } from "./quote.ts";
import { typeSql } from "./types.ts";

/** A value as an SQL literal, the same whatever the server's time zone is. */
export function literal(value: unknown, type?: ColumnType): string {
  return literalSql(spelling, value, type);
}

const spelling: LiteralSpelling = {
  text: textLiteral,
  bytes: (hexadecimal) => `'\\x${hexadecimal}'::bytea`,
  boolean: String,
  date: dateLiteral,
  notFinite: (value) => `'${Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity"}'::float8`,
  array: arrayLiteral,
  json: (text) => textLiteral(text),
};

function arrayLiteral(values: readonly unknown[], type: ColumnType | undefined): string {
  const element = type?.kind === "array" ? type.element : undefined;
  const cast = element ? `::${typeSql({ kind: "array", element })}` : "";
  // An empty ARRAY[] has no type of its own; the text '{}' takes that of the column.
  if (!values.length) return `'{}'${cast}`;
  return `${arrayItems(values, element)}${cast}`;
}

/** Inner lists are further dimensions of the same array, except where the elements are JSON. */
function arrayItems(values: readonly unknown[], element: ColumnType | undefined): string {
  const nested = element?.kind !== "json" && element?.kind !== "jsonb";
  const inner = element?.kind === "array" ? element.element : element;
  return `ARRAY[${values.map((value) => (nested && Array.isArray(value) ? arrayItems(value, inner) : literal(value, element))).join(", ")}]`;
}

function dateLiteral(value: Date, type: ColumnType | undefined): string {
  return `'${dateText(value, type)}'`;
}

/** A moment as a type's input function reads it, in UTC. */
export function dateText(value: Date, type: ColumnType | undefined): string {
  const year = value.getUTCFullYear();
  if (year > 999 && year < 10_000 && (type?.kind === "date" || type?.kind === "timestamp" || type?.kind === "timestamptz")) {
    const iso = value.toISOString();
    if (type.kind === "date") return iso.slice(0, 10);
    return `${iso.slice(0, 10)} ${iso.endsWith(".000Z") ? iso.slice(11, 19) : iso.slice(11, 23)}${type.kind === "timestamptz" ? "+00" : ""}`;
  }
  // The year 0 of JavaScript is 1 BC.
  const era = year > 0 ? "" : " BC";
  const [, rest = "", clock = ""] = /^[+-]?\d+(-\d\d-\d\d)T([\d:.]+)Z$/.exec(value.toISOString()) ?? [];
  const day = `${String(year > 0 ? year : 1 - year).padStart(4, "0")}${rest}`;
  const time = clock.replace(/\.000$/, "");
  if (type?.kind === "date") return `${day}${era}`;
  if (type?.kind === "time") return time;
  return `${day} ${time}${type?.kind === "timestamp" ? "" : "+00"}${era}`;
}

/** A column's default as SQL: the author's expression, or the value as a literal of the column's type. */
export function defaultSql({ default: given, type }: Pick<Column, "default" | "type">): string {
  return given ? defaultText(given, type) : "NULL";
}

export function defaultText(given: Default, type: ColumnType): string {
  if ("sql" in given) return given.sql;
  const { value } = given;
  if (type.kind === "json" || type.kind === "jsonb") return textLiteral(typeof value === "string" && parsedJson(value) !== undefined ? value : JSON.stringify(value));
  if (type.kind === "array" && typeof value === "string") {
    const items = parsedJson(value);
    return Array.isArray(items) ? literal(items, type) : textLiteral(value);
  }
  if (typeof value === "string" && numeric.has(type.kind) && /^-?\d+(\.\d+)?$/.test(value)) return value;
  return literal(value, type);
}

const numeric: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "numeric", "real", "double"]);

/** What a text holds as JSON, or `undefined` when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
