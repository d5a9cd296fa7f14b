import { GravenError } from "../base/errors.ts";
import type { SqlText } from "../schema/types.ts";
import { imported, list, plain, record, type Expression } from "./expression.ts";

export function stringLiteral(text: string): Expression {
  return plain(JSON.stringify(text));
}

/** Text of one line as a string, of several as a template, which keeps its lines. */
export function textLiteral(text: string): Expression {
  return text.includes("\n") ? plain(templateLiteral(text)) : stringLiteral(text);
}

/** sql`…`, whose cooked text is exactly `sql`. */
export function sqlLiteral({ sql }: SqlText): Expression {
  return { code: `sql${templateLiteral(sql)}`, imports: imported("sql").imports };
}

/**
 * The source of a JavaScript value: JSON, dates, bytes, big integers and SQL, nested at will.
 * Throws GEN-002 for what has no source, such as a function.
 */
export function valueLiteral(value: unknown): Expression {
  const print = printers[typeof value] as ((value: unknown) => Expression) | undefined;
  if (!print) throw unprintable(`a ${typeof value}`);
  return print(value);
}

/** Whether a value stands for SQL: the mark of `sql`, or the same as plain data. */
export function isSqlText(value: unknown): value is SqlText {
  return typeof value === "object" && value !== null && typeof (value as SqlText).sql === "string" && Object.keys(value).length === 1;
}

type TypeName = "string" | "number" | "bigint" | "boolean" | "object" | "undefined";

const printers: { readonly [K in TypeName]: (value: never) => Expression } & { readonly [other: string]: unknown } = {
  string: stringLiteral,
  number: (value: number) => plain(Object.is(value, -0) ? "-0" : String(value)),
  bigint: (value: bigint) => plain(`${value}n`),
  boolean: (value: boolean) => plain(String(value)),
  undefined: () => plain("undefined"),
  object: objectLiteral,
};

function objectLiteral(value: object | null): Expression {
  if (value === null) return plain("null");
  if (Array.isArray(value)) return list(value.map(valueLiteral));
  if (value instanceof Date) return dateLiteral(value);
  if (value instanceof Uint8Array) return plain(`new Uint8Array([${[...value].join(", ")}])`);
  if (isSqlText(value)) return sqlLiteral(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw unprintable(`an object of the class "${value.constructor.name}"`);
  return record(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, valueLiteral(item)] as const])));
}

function dateLiteral(value: Date): Expression {
  if (Number.isNaN(value.getTime())) throw unprintable("a date that is no date");
  return plain(`new Date("${value.toISOString()}")`);
}

function unprintable(what: string): GravenError {
  return new GravenError("GEN-002", `A revision file cannot hold ${what} as a value.`, {
    hint: "Use JSON, dates, bytes (Uint8Array), big integers or sql`…`.",
  });
}

/** A template literal with this text. A carriage return must be escaped, as a template reads it as a line feed. */
function templateLiteral(text: string): string {
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`)
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, unicodeEscape);
  return `\`${escaped}\``;
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
