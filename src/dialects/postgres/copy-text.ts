import { GravenError } from "../../base/errors.ts";
import type { ColumnType } from "../../schema/types.ts";
import { dateText } from "./literal.ts";

/** Writes one value of a column as COPY's text format has it; `\N` is NULL. https://www.postgresql.org/docs/current/sql-copy.html */
export type CopyWriter = (value: unknown) => string;

/** The writer for a column's type. A value that has no text throws DAT-002. */
export function copyWriter(type: ColumnType): CopyWriter {
  const write = inner(type);
  return (value) => (value === null || value === undefined ? "\\N" : write(value));
}

function inner(type: ColumnType): CopyWriter {
  if (type.kind === "json" || type.kind === "jsonb") return (value) => escaped(JSON.stringify(value));
  if (type.kind === "array") return (value) => escaped(typeof value === "string" ? value : arrayText(value as readonly unknown[], type.element));
  return (value) => escaped(plainText(value, type));
}

/** The text that the type's input function reads. */
function plainText(value: unknown, type: ColumnType): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return dateText(value, type);
  if (value instanceof Uint8Array) return `\\x${hexOf(value)}`;
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? arrayText(value, { kind: "text" }) : JSON.stringify(value);
  throw new GravenError("DAT-002", `A ${typeof value} has no text in COPY.`);
}

/** A list as the text of an array. */
export function arrayText(values: readonly unknown[], element: ColumnType): string {
  const isJson = element.kind === "json" || element.kind === "jsonb";
  const items = values.map((value) => {
    if (value === null || value === undefined) return "NULL";
    if (Array.isArray(value) && !isJson) return arrayText(value, element.kind === "array" ? element.element : element);
    const text = isJson ? JSON.stringify(value) : plainText(value, element);
    return `"${text.replace(/[\\"]/g, "\\$&")}"`;
  });
  return `{${items.join(",")}}`;
}

const needsEscape = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  if (text.includes("\0")) throw new GravenError("DAT-002", "A text holds a null byte, which no database keeps.", { hint: "Use a binary column for bytes." });
  return needsEscape.test(text) ? text.replace(/[\\\t\n\r]/g, (mark) => escapes[mark]!) : text;
}

function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}
