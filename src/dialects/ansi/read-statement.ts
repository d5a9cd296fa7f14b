import type { SqlToken } from "../../base/sql-tokens.ts";
import { readAlterTable } from "./read-alter.ts";
import { readColumn, readConstraint, startsConstraint } from "./read-column.ts";
import type { CreateIndexStatement, CreateTableStatement, Statement } from "./statement.ts";
import { textOf, TokenCursor } from "./token-cursor.ts";

/** What a statement does. Never throws: what is not told apart is `other`. */
export function readStatement(tokens: readonly SqlToken[], fold: (name: string) => string = (name) => name): Statement {
  const cursor = new TokenCursor(tokens, fold);
  const verb = cursor.next()?.text.toUpperCase() ?? "";
  return readers[verb]?.(cursor, verb) ?? { kind: "other", verb };
}

type Reader = (cursor: TokenCursor, verb: string) => Statement | undefined;

const begin: Reader = () => ({ kind: "transaction", verb: "begin" });
const commit: Reader = () => ({ kind: "transaction", verb: "commit" });
const grant: Reader = (_, verb) => ({ kind: "grant", verb });

const readers: Readonly<Record<string, Reader>> = {
  CREATE: readCreate,
  ALTER: readAlter,
  DROP: readDrop,
  TRUNCATE: (cursor) => {
    cursor.take("TABLE");
    cursor.take("ONLY");
    return { kind: "truncate", tables: cursor.keys(), cascade: cursor.has("CASCADE") };
  },
  RENAME: (cursor) => {
    if (!cursor.take("TABLE")) return undefined;
    return {
      kind: "renameTables",
      pairs: cursor.clauses().map((each) => {
        const from = each.key();
        each.take("TO");
        return { from, to: each.key() };
      }),
    };
  },
  INSERT: readInsert,
  REPLACE: readInsert,
  UPDATE: (cursor) => {
    cursor.take("ONLY");
    return readUpdate(cursor, cursor.key());
  },
  DELETE: (cursor) => {
    cursor.skipPast("FROM");
    cursor.take("ONLY");
    return { kind: "delete", table: cursor.key(), hasWhere: cursor.has("WHERE") };
  },
  WITH: (cursor) => {
    const writes = (["UPDATE", "DELETE", "INSERT"] as const).find((word) => cursor.has(word));
    if (writes === undefined) return { kind: "select", locks: false };
    cursor.skipPast(writes);
    cursor.takeOne("FROM", "INTO");
    const table = cursor.key();
    if (writes === "INSERT") return { kind: "insert", table, columns: cursor.bracketedNames() };
    return writes === "UPDATE" ? readUpdate(cursor, table) : { kind: "delete", table, hasWhere: cursor.has("WHERE") };
  },
  SELECT: (cursor) => ({ kind: "select", locks: cursor.skipPast("FOR UPDATE") }),
  COMMENT: (cursor) => {
    if (!cursor.take("ON")) return undefined;
    const on = cursor.take("MATERIALIZED VIEW") ? "table" : (cursor.next()?.text.toLowerCase() ?? "");
    if (on === "table" || on === "view") return { kind: "comment", on, table: cursor.key() };
    if (on !== "column") return { kind: "comment", on };
    const parts = [cursor.name()];
    while (cursor.take(".")) parts.push(cursor.name());
    const owner = parts.slice(0, -1);
    return { kind: "comment", on, table: owner.length > 1 && owner[0] !== "public" ? owner.join(".") : owner.at(-1)! };
  },
  REINDEX: (cursor) => {
    cursor.brackets();
    const what = cursor.takeOne("INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM") ?? "TABLE";
    const concurrently = cursor.take("CONCURRENTLY") || cursor.tokens.some(({ text }) => /^concurrently$/i.test(text));
    return { kind: "reindex", what: what.toLowerCase(), name: cursor.key(), concurrently };
  },
  VACUUM: (cursor) => {
    const options = textOf(cursor.brackets()).toUpperCase();
    const full = options.includes("FULL") || cursor.take("FULL");
    cursor.takeOne("FREEZE", "VERBOSE", "ANALYZE");
    const table = cursor.key();
    return { kind: "vacuum", full, ...(table && { table }) };
  },
  CLUSTER: (cursor) => {
    cursor.take("VERBOSE");
    const table = cursor.key();
    return { kind: "cluster", ...(table && { table }) };
  },
  ANALYZE: (cursor) => {
    cursor.take("TABLE");
    const table = cursor.key();
    return { kind: "analyze", ...(table && { table }) };
  },
  REFRESH: (cursor) => {
    cursor.take("MATERIALIZED VIEW");
    const concurrently = cursor.take("CONCURRENTLY");
    return { kind: "refresh", name: cursor.key(), concurrently };
  },
  LOCK: (cursor) => {
    cursor.takeOne("TABLES", "TABLE");
    const tables = cursor.keys();
    const mode = cursor.skipPast("IN") ? cursor.textUntil(new Set(["MODE"])).toUpperCase() : cursor.has("READ") ? "SHARE" : "ACCESS EXCLUSIVE";
    return { kind: "lockTable", tables, mode };
  },
  BEGIN: begin,
  START: (cursor) => (cursor.take("TRANSACTION") ? { kind: "transaction", verb: "begin" } : undefined),
  COMMIT: commit,
  END: commit,
  ROLLBACK: (cursor) => (cursor.has("TO") ? { kind: "other", verb: "ROLLBACK TO" } : { kind: "transaction", verb: "rollback" }),
  SET: (cursor) => {
    cursor.takeOne("LOCAL", "SESSION", "GLOBAL");
    const name = cursor.name().toLowerCase();
    cursor.takeOne("TO", "=");
    return { kind: "set", name, value: textOf(cursor.clauses().flatMap(({ tokens }) => tokens)) };
  },
  PRAGMA: (cursor) => {
    const name = cursor.key().toLowerCase();
    cursor.take("=");
    return { kind: "set", name, value: textOf(cursor.clauses().flatMap(({ tokens }) => tokens)).toLowerCase() };
  },
  GRANT: grant,
  REVOKE: grant,
  DO: (cursor) => ({ kind: "block", body: cursor.tokens.find(({ kind }) => kind === "string")?.value ?? "" }),
  CALL: (_, verb) => ({ kind: "block", body: verb }),
};

function readInsert(cursor: TokenCursor): Statement | undefined {
  return cursor.skipPast("INTO") ? { kind: "insert", table: cursor.key(), columns: cursor.bracketedNames() } : undefined;
}

const assignmentsEnd = new Set(["FROM", "WHERE", "RETURNING", "ORDER", "LIMIT"]);

function readUpdate(cursor: TokenCursor, table: string): Statement {
  const hasWhere = cursor.has("WHERE");
  const clauses = cursor.skipPast("SET") ? cursor.clauses() : [];
  const last = clauses.findIndex((each) => each.endsWithin(assignmentsEnd));
  // Parts of an array or of a composite value may be assigned one by one.
  const columns = clauses.slice(0, last < 0 ? undefined : last + 1).flatMap((each) => {
    const assigned = each.peek() === "(" ? each.bracketedNames() : [each.key()];
    return each.peek() === "=" ? assigned.filter(Boolean) : [];
  });
  return { kind: "update", table, hasWhere, columns };
}

function readCreate(cursor: TokenCursor): Statement | undefined {
  const replaces = cursor.take("OR REPLACE");
  const temporary = Boolean(cursor.takeOne("TEMPORARY", "TEMP", "LOCAL TEMPORARY", "GLOBAL TEMPORARY"));
  cursor.take("UNLOGGED");
  if (cursor.take("TABLE")) return readCreateTable(cursor, temporary);
  const type = cursor.takeOne("FULLTEXT", "SPATIAL") as "FULLTEXT" | "SPATIAL" | undefined;
  const unique = cursor.take("UNIQUE");
  if (cursor.take("INDEX")) return readCreateIndex(cursor, unique, type);
  cursor.take("CONSTRAINT");
  const definer = cursor.has("DEFINER") && !cursor.has("INVOKER");
  const names = cursor.peek() === "DEFINER";
  if (names) while (!cursor.done && !/^(TRIGGER|FUNCTION|PROCEDURE|EVENT|VIEW)$/.test(cursor.peek())) cursor.next();
  if (cursor.take("TRIGGER")) {
    cursor.take("IF NOT EXISTS");
    const name = cursor.key();
    return cursor.skipPast("ON") ? { kind: "createTrigger", name, table: cursor.key(), definer } : undefined;
  }
  const noun = cursor.takeOne("FUNCTION", "PROCEDURE", "EVENT", "MATERIALIZED VIEW", "VIEW", "RULE", "TYPE", "DOMAIN", "EXTENSION", "SCHEMA", "DATABASE", "SEQUENCE", "POLICY", "VIRTUAL TABLE", "STATISTICS", "ROLE", "USER", "PUBLICATION", "SUBSCRIPTION");
  if (noun === undefined) return undefined;
  cursor.take("IF NOT EXISTS");
  const name = cursor.key();
  if (noun === "FUNCTION" || noun === "PROCEDURE" || noun === "EVENT") return { kind: "createRoutine", noun: noun.toLowerCase(), name, body: cursor.tokens.filter(({ kind, text }) => kind === "string" && text.startsWith("$")).map(({ value }) => value).join("\n") || textOf(cursor.tokens), definer };
  if (noun === "TYPE") {
    const labels = cursor.take("AS ENUM") ? cursor.brackets().filter(({ kind }) => kind === "string").map(({ value }) => value) : undefined;
    return { kind: "createType", name, ...(labels && { labels }) };
  }
  if (noun === "DOMAIN") return { kind: "createDomain", name, hasConstraint: cursor.has("CHECK") || cursor.has("NOT") };
  if (noun === "POLICY") return cursor.skipPast("ON") ? { kind: "policy", table: cursor.key() } : undefined;
  if (noun === "RULE") return cursor.skipPast("TO") ? { kind: "rule", table: cursor.key() } : undefined;
  if (noun === "STATISTICS" && cursor.skipPast("FROM")) return { kind: "create", noun: "statistics", name, table: cursor.key() };
  return { kind: "create", noun: noun.toLowerCase(), name, ...(replaces && { replaces }), ...(names && noun === "VIEW" && { definer: true as const }) };
}

function readCreateTable(cursor: TokenCursor, temporary: boolean): CreateTableStatement {
  const ifNotExists = cursor.take("IF NOT EXISTS");
  const table = cursor.key();
  const partitionOf = cursor.take("PARTITION OF") ? cursor.key() : undefined;
  const parts = cursor.within(cursor.brackets());
  const columns = parts.filter((part) => !isTablePart(part)).map(readColumn);
  const constraints = parts.filter(startsConstraint).flatMap((part) => readConstraint(part) ?? []);
  return {
    kind: "createTable",
    table,
    temporary,
    ifNotExists,
    fromQuery: cursor.has("SELECT") || (cursor.has("AS") && !cursor.has("PARTITION")),
    columns,
    constraints,
    partitioned: cursor.has("PARTITION") && cursor.has("BY"),
    ...(partitionOf !== undefined && { partitionOf }),
    ...(cursor.skipPast("INHERITS") && { inherits: cursor.within(cursor.brackets()).map((each) => each.key()) }),
  };
}

function isTablePart(part: TokenCursor): boolean {
  if (startsConstraint(part) || part.peek() === "LIKE") return true;
  // MySQL's `KEY name (a)` and `INDEX (a)`; a column called `key` is followed by a type without brackets of names.
  return /^(KEY|INDEX|FULLTEXT|SPATIAL)$/.test(part.peek()) && part.tokens.some(({ text }) => text === "(");
}

function readCreateIndex(cursor: TokenCursor, unique: boolean, type: "FULLTEXT" | "SPATIAL" | undefined): CreateIndexStatement {
  const concurrently = cursor.take("CONCURRENTLY");
  const ifNotExists = cursor.take("IF NOT EXISTS");
  const name = cursor.peek() === "ON" ? "" : cursor.key();
  cursor.skipPast("ON");
  cursor.take("ONLY");
  const table = cursor.key();
  if (cursor.take("USING")) cursor.name();
  const columns = cursor.bracketedNames();
  const option = (word: string) => (cursor.has(word) && cursor.skipPast(word) ? optionValueAt(cursor) : undefined);
  const [algorithm, lock] = [option("ALGORITHM"), option("LOCK")];
  return { kind: "createIndex", name, table, unique, concurrently, ifNotExists, columns, ...(type && { type }), ...(algorithm && { algorithm }), ...(lock && { lock }) };
}

function optionValueAt(cursor: TokenCursor): string {
  cursor.take("=");
  return cursor.next()?.text.toUpperCase() ?? "";
}

function readAlter(cursor: TokenCursor): Statement | undefined {
  if (cursor.take("TABLE")) return readAlterTable(cursor);
  if (cursor.take("INDEX")) {
    cursor.take("IF EXISTS");
    const index = cursor.key();
    return { kind: "alterIndex", index, words: textOf(cursor.tokens) };
  }
  if (cursor.take("TYPE")) {
    const name = cursor.key();
    if (cursor.take("ADD VALUE")) {
      cursor.take("IF NOT EXISTS");
      return { kind: "addEnumLabel", name, label: cursor.next()?.value ?? "", placed: cursor.has("BEFORE") || cursor.has("AFTER") };
    }
    if (cursor.take("RENAME VALUE")) {
      const from = cursor.next()?.value ?? "";
      cursor.take("TO");
      return { kind: "renameEnumLabel", name, from, to: cursor.next()?.value ?? "" };
    }
    return { kind: "alter", noun: "type", name, words: textOf(cursor.tokens) };
  }
  if (cursor.take("DOMAIN")) {
    const name = cursor.key();
    return { kind: "alterDomain", name, addsConstraint: cursor.peek() === "ADD" || (cursor.peek() === "SET" && cursor.peek(1) === "NOT"), notValid: cursor.has("VALID") && cursor.has("NOT") && cursor.peek() === "ADD", validates: cursor.peek() === "VALIDATE" };
  }
  if (cursor.take("POLICY")) return cursor.skipPast("ON") ? { kind: "policy", table: cursor.key() } : undefined;
  const part = cursor.takeOne("TRIGGER", "RULE");
  if (part !== undefined) {
    const name = cursor.key();
    return cursor.take("ON") ? { kind: "alter", noun: part.toLowerCase(), name, table: cursor.key(), words: textOf(cursor.tokens) } : undefined;
  }
  const noun = cursor.takeOne("MATERIALIZED VIEW", "VIEW", "SEQUENCE", "SCHEMA", "DATABASE", "EXTENSION", "FUNCTION", "PROCEDURE", "DEFAULT PRIVILEGES", "ROLE", "USER", "PUBLICATION", "SYSTEM");
  if (noun === undefined) return undefined;
  return { kind: "alter", noun: noun.toLowerCase(), name: cursor.key(), words: textOf(cursor.tokens) };
}

function readDrop(cursor: TokenCursor): Statement | undefined {
  cursor.take("TEMPORARY");
  if (cursor.take("TABLE")) {
    const ifExists = cursor.take("IF EXISTS");
    return { kind: "dropTable", tables: cursor.keys(), ifExists, cascade: cursor.has("CASCADE") };
  }
  if (cursor.take("INDEX")) {
    const concurrently = cursor.take("CONCURRENTLY");
    const ifExists = cursor.take("IF EXISTS");
    const indexes = cursor.keys();
    const table = cursor.take("ON") ? cursor.key() : undefined;
    return { kind: "dropIndex", indexes, concurrently, ifExists, cascade: cursor.has("CASCADE"), ...(table !== undefined && { table }) };
  }
  if (cursor.take("TRIGGER")) {
    cursor.take("IF EXISTS");
    const name = cursor.key();
    return { kind: "dropTrigger", name, ...(cursor.take("ON") && { table: cursor.key() }) };
  }
  const part = cursor.takeOne("TRIGGER", "RULE");
  if (part !== undefined) {
    const name = cursor.key();
    return cursor.take("ON") ? { kind: "alter", noun: part.toLowerCase(), name, table: cursor.key(), words: textOf(cursor.tokens) } : undefined;
  }
  const noun = cursor.takeOne("MATERIALIZED VIEW", "VIEW", "SEQUENCE", "SCHEMA", "DATABASE", "EXTENSION", "FUNCTION", "PROCEDURE", "TYPE", "DOMAIN", "POLICY", "ROLE", "USER", "OWNED BY", "EVENT", "PUBLICATION", "STATISTICS", "AGGREGATE", "RULE");
  if (noun === undefined) return undefined;
  const ifExists = cursor.take("IF EXISTS");
  const name = cursor.key();
  if (noun === "POLICY" && cursor.take("ON")) return { kind: "policy", table: cursor.key() };
  if (noun === "RULE" && cursor.take("ON")) return { kind: "rule", table: cursor.key() };
  return { kind: "drop", noun: noun.toLowerCase(), name, cascade: cursor.has("CASCADE"), ifExists };
}
