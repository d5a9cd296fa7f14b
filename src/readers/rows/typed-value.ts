import type { ColumnType } from "../../schema/types.ts";

const exact: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "numeric"]);
const inexact: ReadonlySet<string> = new Set(["real", "double"]);

/** A text of a file as a value of a column. Throws a TypeError for what is none of its type. */
export function typedValue(text: string, type: ColumnType): unknown {
  if (exact.has(type.kind)) return numberFrom(text, type);
  if (inexact.has(type.kind)) return finite(Number(text), text, type);
  if (type.kind === "boolean") return booleanFrom(text);
  if (type.kind === "json" || type.kind === "jsonb") return JSON.parse(text) as unknown;
  return text;
}

/** Digits that a JavaScript number would lose stay text, which every database takes as they are. */
function numberFrom(text: string, type: ColumnType): number | string {
  const wanted = type.kind === "numeric" ? /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/ : /^[+-]?\d+$/;
  if (!wanted.test(text)) throw new TypeError(`${JSON.stringify(text)} is no ${type.kind}`);
  const number = Number(text);
  return String(number) === text && Number.isSafeInteger(number) ? number : text;
}

function finite(number: number, text: string, type: ColumnType): number {
  if (text.trim() !== "" && !Number.isNaN(number)) return number;
  throw new TypeError(`${JSON.stringify(text)} is no ${type.kind}`);
}

const booleans: Readonly<Record<string, boolean>> = { true: true, t: true, yes: true, "1": true, false: false, f: false, no: false, "0": false };

function booleanFrom(text: string): boolean {
  const found = booleans[text.toLowerCase()];
  if (found === undefined) throw new TypeError(`${JSON.stringify(text)} is no boolean`);
  return found;
}
