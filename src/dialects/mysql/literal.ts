import { GravenError } from "../../base/errors.ts";
import type { ColumnType } from "../../schema/types.ts";
import { literalSql, utcText, type LiteralSpelling } from "../ansi/literal.ts";
import { textLiteral } from "./quoting.ts";

/**
 * A JavaScript value as a literal. A moment is written in UTC: the runtime sets the session's time zone to '+00:00', so
 * that TIMESTAMP and DATETIME columns take the same text. Throws DAT-002 for what the server has no literal of.
 */
export function literal(value: unknown, type?: ColumnType): string {
  // A number in quotes is compared as a DOUBLE, which keeps 53 bits of it.
  if (typeof value === "string" && type && exact.has(type.kind) && /^-?\d+(?:\.\d+)?$/.test(value)) return value;
  return literalSql(spelling, typeof value === "string" && type ? textFor(value, type) : value, type);
}

const exact: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "numeric"]);

const spelling: LiteralSpelling = {
  text: textLiteral,
  bytes: (hexadecimal) => `x'${hexadecimal}'`,
  boolean: (value) => (value ? "TRUE" : "FALSE"),
  date: (value, type) => textLiteral(momentText(value, type)),
  notFinite: (value) => {
    throw new GravenError("DAT-002", `${value} is no number that MySQL or MariaDB keeps.`, { hint: "Use NULL for a value that is not known." });
  },
  array: (values, type) => {
    if (type?.kind === "array") throw new GravenError("DAT-002", "MySQL and MariaDB have no arrays.", { hint: "Use a json() column." });
    return textLiteral(JSON.stringify(values));
  },
  json: textLiteral,
};

/** A text for a column of dates or times: ISO 8601, which the servers understand only in part, in their own spelling. */
export function textFor(value: string, type: ColumnType): string {
  const isMoment = type.kind === "timestamp" || type.kind === "timestamptz" || type.kind === "date" || type.kind === "time";
  if (!isMoment || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return value;
  const zoned = /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(value);
  const fraction = /:\d\d\.(\d+)/.exec(value)?.[1] ?? "";
  // A JavaScript date keeps milliseconds; further digits would be lost in it, and do not depend on the zone.
  const local = zoned ? utcText(new Date(value.replace(" ", "T").replace(/\.\d+/, "").replace(/([+-]\d\d)(\d\d)?$/, (zone, hours: string, minutes = "00") => (zone.includes(":") ? zone : `${hours}:${minutes}`)))) : value.replace("T", " ").replace(/\.\d+/, "");
  return partOf(`${local}${fraction && `.${fraction}`}`, type);
}

export function momentText(value: Date, type: ColumnType | undefined): string {
  const year = value.getUTCFullYear();
  if (year < 0 || year > 9999) throw new GravenError("DAT-002", `The year ${year} is beyond what the server's dates hold.`);
  return partOf(utcText(value), type);
}

/** The part of `YYYY-MM-DD hh:mm:ss` that a type keeps. */
function partOf(text: string, type: ColumnType | undefined): string {
  if (type?.kind === "date") return text.slice(0, 10);
  return type?.kind === "time" ? text.slice(11) : text;
}
