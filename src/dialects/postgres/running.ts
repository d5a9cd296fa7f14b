import { leadingWords } from "../../base/sql-statements.ts";
import { significantTokens } from "../../base/sql-tokens.ts";
import type { Limits, Running } from "../running.ts";
import { textLiteral } from "./quote.ts";

/** https://www.postgresql.org/docs/current/errcodes-appendix.html and the notes on transactions on the pages of the commands. */
export const running: Running = {
  limits: (limits) => [`SET lock_timeout = ${milliseconds(limits, "lockTimeout")}`, `SET statement_timeout = ${milliseconds(limits, "statementTimeout")}`],
  scriptStart: [],
  // A body stands in quotes.
  needsDelimiter: () => false,
  refusesTransaction,
  commitsByItself: refusesTransaction,
  // lock_not_available, deadlock_detected
  lockTimedOut: ({ code }) => code === "55P03" || code === "40P01",
  // duplicate table (and index), object, column, schema, database, function; undefined table, object, column, schema, database
  alreadyDone: ({ code }) => done.has(code),
  advice: ({ code, message }, sql) => {
    if (code !== "23514") return undefined;
    const [, parent, partition, bound] = /^ALTER TABLE (\S+) ATTACH PARTITION (\S+) ([\s\S]+)$/i.exec(sql) ?? [];
    const other = /default partition "([^"]+)"/.exec(message)?.[1];
    if (other !== undefined) return `Rows of the default partition "${other}" belong to the new one. Move them in the revision: detach "${other}" before, and insert them into the partitioned table after.`;
    if (parent === undefined || !/partition constraint/.test(message)) return undefined;
    return `Rows of ${partition} lie outside its bounds, ${bound}. Move them in the revision, between DETACH and ATTACH: into a table beside it, and from there into ${parent} once a partition takes them; or delete them.`;
  },
  leftover: (sql) => {
    const index = concurrentIndex(sql);
    if (index === undefined) return undefined;
    return { query: `SELECT 1 AS broken FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(${textLiteral(index)}) AND NOT indisvalid`, sql: `DROP INDEX CONCURRENTLY ${index}` };
  },
  // https://www.postgresql.org/docs/current/wal-async-commit.html
  commitsSoon: "SET LOCAL synchronous_commit = off",
  sessionSql: "SELECT pg_backend_pid() AS session",
  blockersSql: (session) =>
    `SELECT concat_ws(' ', 'session', pid, 'of', usename, nullif(application_name, '')) AS who, xact_start::text AS since, concat_ws(': ', state, left(query, 500)) AS doing FROM pg_catalog.pg_stat_activity WHERE pid = ANY (pg_catalog.pg_blocking_pids(${Number(session)}))`,
};

const done = new Set(["42P07", "42710", "42701", "42P06", "42P04", "42723", "42P01", "42704", "42703", "3F000", "3D000"]);

/** 0 would be no limit at all, so not to wait is to wait a millisecond. */
function milliseconds(limits: Limits, key: keyof Limits): string {
  const seconds = limits[key];
  return seconds === undefined ? "DEFAULT" : String(Math.max(1, Math.round(seconds * 1000)));
}

/** By the first word: which statements refuse a transaction, or what else they must hold to. */
const refusing: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  vacuum: () => true,
  create: (words) => words.includes("concurrently") || ["database", "tablespace"].includes(words[1]!) || words[1] === "subscription",
  drop: (words) => words.includes("concurrently") || ["database", "tablespace"].includes(words[1]!) || words[1] === "subscription",
  reindex: (words) => words.includes("concurrently") || ["database", "system"].includes(words[1]!),
  alter: (words) => words[1] === "system" || (words[1] === "database" && words.includes("tablespace")) || (words[1] === "table" && words.includes("detach") && words.includes("concurrently")),
  cluster: (words) => words.length === 1,
};

function refusesTransaction(sql: string): boolean {
  const rule = refusing[leadingWords(sql, 1)[0] ?? ""];
  return rule !== undefined && rule(significantTokens(sql).flatMap(({ kind, text }) => (kind === "word" ? [text.toLowerCase()] : [])));
}

/** The name in CREATE INDEX CONCURRENTLY, with the schema of its table where that has one: an index stands beside its table. */
function concurrentIndex(sql: string): string | undefined {
  const tokens = significantTokens(sql);
  const at = tokens.findIndex(({ text }) => /^concurrently$/i.test(text));
  if (!/^create$/i.test(tokens[0]?.text ?? "") || at < 0) return undefined;
  const rest = tokens.slice(at + 1).filter(({ text }, place) => !(place < 3 && /^(if|not|exists)$/i.test(text)));
  const on = rest.findIndex(({ text }) => /^on$/i.test(text));
  if (on !== 1) return undefined;
  const table = rest.slice(on + 1).filter(({ text }, place) => !(place === 0 && /^only$/i.test(text)));
  const schema = table[1]?.text === "." ? `${table[0]!.text}.` : "";
  return `${schema}${rest[0]!.text}`;
}
