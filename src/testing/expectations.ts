import { GravenError, messageOf } from "../base/errors.ts";
import { canonicalJson } from "../base/json.ts";
import type { DataRow, Expectation } from "../commands/test-options.ts";
import { columnNamed } from "../schema/find.ts";
import { checkedRow, conditionSql, shown } from "./insert.ts";
import type { Stand } from "./stand.ts";
import { within } from "./within.ts";

/** Rows of a table that a message shows, at most. */
const SHOWN = 5;

/** Throws TST-112 for the first expectation that the database does not meet; `subject` says when it was looked at. */
export async function meetExpectations(stand: Stand, expectations: readonly Expectation[], subject: string): Promise<void> {
  for (const expectation of expectations) await meet(stand, expectation, subject);
}

async function meet(stand: Stand, expectation: Expectation, subject: string): Promise<void> {
  if (typeof expectation === "function") return meetFunction(stand, expectation, subject);
  if ("query" in expectation && "result" in expectation && !("__tablename__" in expectation)) return meetQuery(stand, expectation as Extract<Expectation, { query: unknown }>, subject);
  if ("absent" in expectation && !("__tablename__" in expectation)) return meetRows(stand, [expectation.absent].flat() as DataRow[], subject, false);
  const present = "present" in expectation && !("__tablename__" in expectation) ? expectation.present : expectation;
  return meetRows(stand, [present].flat() as DataRow[], subject, true);
}

async function meetFunction(stand: Stand, expectation: (db: never) => unknown, subject: string): Promise<void> {
  try {
    await within(stand.project.timeout, `A function that expects something ${subject}`, Promise.resolve(expectation(stand.connection.kysely as never)));
  } catch (error) {
    if (error instanceof GravenError) throw error;
    throw new GravenError("TST-112", `What is expected ${subject} does not hold: ${messageOf(error)}`, { cause: error });
  }
}

async function meetRows(stand: Stand, rows: readonly DataRow[], subject: string, wanted: boolean): Promise<void> {
  for (const row of rows) {
    const { table, values } = checkedRow(row, stand.schema, `A row expected ${subject}`);
    const found = await matching(stand, table, values);
    if (found.length > 0 === wanted) continue;
    if (!wanted) throw new GravenError("TST-112", `${capital(subject)} table "${table}" should hold no row ${shown(values)}, and holds ${found.length}.`);
    const standing = await stand.connection.query(`SELECT * FROM ${stand.dialect.tableName(table)}`);
    const listed = standing.slice(0, SHOWN).map((each) => `  ${shown(each)}`);
    const more = standing.length > SHOWN ? [`  and ${standing.length - SHOWN} more`] : [];
    throw new GravenError("TST-112", [`${capital(subject)} table "${table}" should hold the row ${shown(values)}, and does not.`, ...(standing.length ? ["It holds:", ...listed, ...more] : ["It is empty."])].join("\n"));
  }
}

/** The rows that hold these values: the database compares, but for JSON and lists, which are compared here. */
async function matching({ connection, dialect, schema }: Stand, key: string, values: Readonly<Record<string, unknown>>): Promise<readonly object[]> {
  const table = schema.tables[key]!;
  const condition = conditionSql(dialect, table, values);
  const rows = await connection.query(`SELECT * FROM ${dialect.tableName(key)}${condition && ` WHERE ${condition}`}`);
  const structured = Object.keys(values).filter((name) => ["json", "jsonb", "array"].includes(columnNamed(table, name)!.type.kind));
  return rows.filter((row) => structured.every((name) => same(values[name], parsed(row[name]))));
}

async function meetQuery(stand: Stand, { query, result }: Extract<Expectation, { query: unknown }>, subject: string): Promise<void> {
  const what = typeof query === "string" ? query : "the query";
  let rows: readonly object[];
  try {
    rows = await within(stand.project.timeout, `A query that is expected to hold ${subject}`, typeof query === "string" ? stand.connection.query(query) : query(stand.connection.kysely));
  } catch (error) {
    if (error instanceof GravenError) throw error;
    throw new GravenError("TST-112", `The query that should hold ${subject} fails: ${messageOf(error)}\n${what}`, { cause: error });
  }
  if (rows.length === result.length && rows.every((row, index) => sameRow(result[index]!, row as Record<string, unknown>))) return;
  throw new GravenError("TST-112", `${capital(subject)} ${what} gives something else than expected.\nexpected: ${shown(result)}\ngiven:    ${shown(rows.slice(0, SHOWN * 4))}`);
}

function sameRow(expected: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(expected);
  return names.length === Object.keys(given).length && names.every((name) => name in given && same(expected[name], given[name]));
}

/** Whether a client's value is the one meant: clients write the same number, boolean or moment in several ways. */
function same(expected: unknown, given: unknown): boolean {
  if (expected === null || expected === undefined) return given === null || given === undefined;
  if (typeof expected === "number" || typeof expected === "bigint") return given !== null && given !== "" && Number(given) === Number(expected);
  if (typeof expected === "boolean") return given === expected || Number(given) === Number(expected);
  if (Object.prototype.toString.call(expected) === "[object Date]") return momentOf(given) === (expected as Date).getTime();
  if (typeof expected === "string") return given instanceof Date ? momentOf(expected) === given.getTime() : String(given) === expected;
  return canonicalJson(expected) === canonicalJson(parsed(given));
}

function momentOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const text = String(value).replace(" ", "T");
  return Date.parse(/T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(text) ? text : `${text}${text.includes("T") ? "Z" : ""}`);
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    // Text that is no JSON stands for itself.
    return value;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
