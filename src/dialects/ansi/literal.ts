import { GravenError } from "../../base/errors.ts";
import type { ColumnType } from "../../schema/types.ts";

/** How a dialect writes what SQL's own literals leave open. */
export interface LiteralSpelling {
  readonly text: (value: string) => string;
  readonly bytes: (hexadecimal: string) => string;
  readonly boolean: (value: boolean) => string;
  /** A moment, for a column of this type (or of no known type). Parts are UTC. */
  readonly date: (value: Date, type: ColumnType | undefined) => string;
  /** NaN and the infinities. */
  readonly notFinite: (value: number) => string;
  readonly array: (values: readonly unknown[], type: ColumnType | undefined) => string;
  readonly json: (text: string, type: ColumnType | undefined) => string;
}

/**
 * A JavaScript value as an SQL literal. Throws DAT-002 for a value that has none (a function, an invalid date, a null byte).
 */
export function literalSql(spelling: LiteralSpelling, value: unknown, type?: ColumnType): string {
  if (value === null || value === undefined) return "NULL";
  if (type && (type.kind === "json" || type.kind === "jsonb")) return spelling.json(jsonText(value), type);
  if (typeof value === "string") {
    if (type?.kind === "binary") return spelling.bytes(hexOfText(value));
    if (value.includes("\0")) throw new GravenError("DAT-002", "A text holds a null byte, which no database keeps.", { hint: "Use a binary column for bytes." });
    return spelling.text(value);
  }
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : spelling.notFinite(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return spelling.boolean(value);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new GravenError("DAT-002", "An invalid date has no literal.");
    return spelling.date(value, type);
  }
  if (value instanceof Uint8Array) return spelling.bytes(hexOf(value));
  if (Array.isArray(value) && (!type || type.kind === "array")) return spelling.array(value, type);
  if (typeof value === "object") return spelling.json(jsonText(value), type);
  throw new GravenError("DAT-002", `A ${typeof value} has no literal in SQL.`);
}

const DAY = 86_400_000;
/** The dates of days, by their number since 1970: many rows share few of them. */
const dates = new Map<number, string>();
const MOST_DATES = 10_000;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** `2026-01-31 23:59:59.123` in UTC. */
export function utcText(value: Date): string {
  const time = value.getTime();
  const day = Math.floor(time / DAY);
  const rest = time - day * DAY;
  const [hours, minutes, seconds, thousandths] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60, rest % 1000];
  return `${dateOf(day)} ${twoDigits[hours]!}:${twoDigits[minutes]!}:${twoDigits[seconds]!}${thousandths ? `.${String(thousandths).padStart(3, "0")}` : ""}`;
}

function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    const iso = new Date(day * DAY).toISOString();
    date = iso.slice(0, iso.indexOf("T"));
    if (dates.size >= MOST_DATES) dates.clear();
    dates.set(day, date);
  }
  return date;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}

function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? jsonNumber(item) : item));
  if (text === undefined) throw new GravenError("DAT-002", `A ${typeof value} is no JSON.`);
  return text;
}

/** JSON has no integers of its own: what a JavaScript number does not hold would become another one. */
function jsonNumber(value: bigint): number {
  if (Number.isSafeInteger(Number(value))) return Number(value);
  throw new GravenError("DAT-002", `The integer ${value} within JSON is larger than a JavaScript number holds.`, { hint: "Write it as a text." });
}

function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Bytes given as text: `\x6162` or plain characters in UTF-8. */
function hexOfText(value: string): string {
  return /^\\x([0-9a-f]{2})*$/i.test(value) ? value.slice(2).toLowerCase() : hexOf(new TextEncoder().encode(value));
}
