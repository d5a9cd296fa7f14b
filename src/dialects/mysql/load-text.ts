import { GravenError } from "../../base/errors.ts";
import type { ColumnType } from "../../schema/types.ts";
import { momentText, textFor } from "./literal.ts";

/** How a column's values travel in a file for LOAD DATA: as text, and turned into the column's value by an expression where text is not enough. */
export interface LoadColumn {
  readonly write: (value: unknown) => string;
  /** The column's value from the variable that the field was read into. */
  readonly expression?: (variable: string) => string;
}

/** The way of a column's type; `\N` is NULL. https://dev.mysql.com/doc/refman/8.4/en/load-data.html */
export function loadColumn(type: ColumnType): LoadColumn {
  const write = inner(type);
  const expression = expressionOf(type);
  return { write: (value) => (value === null || value === undefined ? "\\N" : write(value)), ...(expression && { expression }) };
}

/** A table and its columns, as SQL. */
export interface LoadTarget {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** The statement; fields are read into variables where their text is not the column's value yet. */
export function loadSql({ table, columns }: LoadTarget, file: string): string {
  const ways = columns.map(({ name, type }, at) => ({ name, variable: `@field${at}`, ...loadColumn(type) }));
  const fields = ways.map(({ name, variable, expression }) => (expression ? variable : name));
  const set = ways.flatMap(({ name, variable, expression }) => (expression ? [`${name} = ${expression(variable)}`] : []));
  return `LOAD DATA LOCAL INFILE '${file}' INTO TABLE ${table} CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' (${fields.join(", ")})${set.length ? ` SET ${set.join(", ")}` : ""}`;
}

function inner(type: ColumnType): (value: unknown) => string {
  const isJson = type.kind === "json" || type.kind === "jsonb";
  return (value) => {
    if (isJson) return escaped(JSON.stringify(value));
    if (typeof value === "string") return escaped(isBinaryType(type) ? hexOf(new TextEncoder().encode(value)) : textFor(value, type));
    if (typeof value === "number" || typeof value === "bigint") return String(value);
    if (typeof value === "boolean") return value ? "1" : "0";
    if (value instanceof Date) return momentText(value, type);
    if (value instanceof Uint8Array) return hexOf(value);
    if (typeof value === "object") return escaped(JSON.stringify(value));
    throw new GravenError("DAT-002", `A ${typeof value} has no text in LOAD DATA.`);
  };
}

function expressionOf(type: ColumnType): LoadColumn["expression"] {
  if (isBinaryType(type)) return (variable) => `UNHEX(${variable})`;
  if (type.kind !== "sql") return undefined;
  if (/^bit\b/i.test(type.sql)) return (variable) => `CAST(CONV(${variable}, 2, 10) AS UNSIGNED)`;
  if (/^(geometry|point|linestring|polygon|multi\w+|geometrycollection)\b/i.test(type.sql)) return (variable) => `ST_GeomFromText(${variable})`;
  if (/^vector\b/i.test(type.sql)) return (variable) => `VEC_FromText(${variable})`;
  return undefined;
}

/** Whether a type keeps bytes. */
export function isBinaryType(type: ColumnType): boolean {
  return type.kind === "binary" || (type.kind === "sql" && /^(binary|varbinary|tinyblob|blob|mediumblob|longblob)\b/i.test(type.sql));
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : text;
}

function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
