import { GravenError, throwAll } from "../../base/errors.ts";
import type { Dialect } from "../../dialects/dialect.ts";
import type { SqlSyntax } from "../../dialects/sql-syntax.ts";
import { StatementCache } from "./cache.ts";
import { isUtf8, textChunks } from "./chunks.ts";
import { Cursor, SqlFault } from "./cursor.ts";
import { declarationsOf, type SqlDeclarations } from "./declare.ts";
import type { StatementFact } from "./facts.ts";
import { errorOf, excerptOf } from "./faults.ts";
import { foldStatement } from "./fold.ts";
import { lex } from "./lex.ts";
import { rawFact } from "./read-create.ts";
import { readStatement } from "./read-statement.ts";
import { StatementSplitter, type SourceStatement } from "./split.ts";
import { withinSchemaRow, withoutShadows } from "./virtual-tables.ts";
import { WorkSchema, type SqlTrace } from "./work-schema.ts";

export interface ReadSqlOptions {
  /** Carry what is not understood as it is, in place of refusing it. */
  readonly unsupported?: "raw" | undefined;
  /** Where the cache is looked for; none without it. */
  readonly cacheFolder?: string | undefined;
  /** Read GRANT and REVOKE, in place of leaving them out. */
  readonly privileges?: boolean | undefined;
}

export interface ReadSql {
  readonly declarations: SqlDeclarations;
  /** What a person should know of: rows that were skipped. */
  readonly notes: readonly { readonly message: string; readonly hint: string }[];
}

/** So many faults are told at once. */
const MOST_FAULTS = 20;

/**
 * Reads SQL files as a model source, one after the other: each statement is folded into what those before it made.
 * Throws SQL-0xx for what is wrong in them, several faults at once, each with its line.
 */
export function readSqlFiles(files: readonly string[], dialect: Dialect, options: ReadSqlOptions = {}): ReadSql {
  const work = new WorkSchema(dialect, options.privileges);
  const cache = options.cacheFolder === undefined ? undefined : new StatementCache(options.cacheFolder, dialect.name);
  const faults: GravenError[] = [];
  const skipped = new Map<string, number>();
  const rights = { left: 0 };
  for (const file of files) {
    // The path that a file sets holds to its end.
    work.searchPath = null;
    readFile(file, { work, dialect, options, cache, faults, skipped, rights });
    if (faults.length >= MOST_FAULTS) break;
  }
  throwAll(faults);
  withoutShadows(work);
  cache?.save();
  return { declarations: declarationsOf(work), notes: [...rowNotes(skipped, files.length), ...rightsNotes(rights.left, work, files.length)] };
}

/** Characters of a statement that may be read: its pieces take many times as much memory. Rows are counted as they pass by. */
const LONGEST = 8_000_000;

interface Scene {
  readonly work: WorkSchema;
  readonly dialect: Dialect;
  readonly options: ReadSqlOptions;
  readonly cache: StatementCache | undefined;
  readonly faults: GravenError[];
  /** How many rows of each table were stepped over. */
  readonly skipped: Map<string, number>;
  /** Counts the statements on rights that are left out. */
  readonly rights: { left: number };
}

function readFile(file: string, { work, dialect, options, cache, faults, skipped, rights }: Scene): void {
  const { syntax } = dialect;
  let chunks = 0;
  let isSound = true;
  let isOpen = false;
  let backslashes = syntax.backslashEscapes;
  const skip = (table: string, rows: number) => void skipped.set(table, (skipped.get(table) ?? 0) + rows);
  const fail = (fault: SqlFault, statement: SourceStatement) => {
    if (faults.length < MOST_FAULTS) faults.push(errorOf(fault, { file, ...lineAndColumn(statement, fault.at) }, statement.text));
  };
  const splitter = new StatementSplitter(syntax, {
    statement: (given) => {
      // What is open to the end was told.
      if (isOpen) return;
      const statement = withinSchemaRow(given, syntax);
      try {
        if (statement.text.length > LONGEST) throw new SqlFault(`the statement goes on for ${Math.round(statement.text.length / 1_000_000)} MB, so something in it has no end`, statement.text.search(/\S/), { hint: "Look below its beginning for a parenthesis that is not closed, or a semicolon that is missing." });
        if (statement.text.includes("\ufffd") && !isUtf8(file)) throw new SqlFault("the file holds bytes that are no UTF-8 here", statement.text.indexOf("\ufffd"), { hint: "Save it as UTF-8: another encoding would put other letters into names and texts." });
        const fact = factOf(statement, { syntax, backslashes, cache, isLarge: chunks > 4, raw: options.unsupported === "raw" });
        if (fact.kind === "nothing") backslashes = backslashesAfter(statement.text, syntax, backslashes);
        if (fact.kind === "rows") skip(fact.table, 1);
        if (fact.kind === "privileges" && !(work.privileges && fact.statement)) rights.left++;
        // After a statement that was not understood, those that build on it would be faults as well.
        if (isSound) foldStatement(work, fact, traceOf(file, statement));
      } catch (error) {
        if (!(error instanceof SqlFault)) throw error;
        fail(error, statement);
        // What is defined twice is there.
        if (!error.isTwice) isSound = false;
      }
    },
    rows: ({ table, rows }) => skip(table, rows),
    clientLine: (text, line, column) => {
      // Another file is read at this place, which only the client does.
      if (!/^(?:\\(?:i|ir|include|include_relative)\b|\.read\b)/.test(text)) return;
      faults.push(new GravenError("SQL-002", `The client's line is not understood: ${text}`, { place: { file, line, column }, excerpt: excerptOf({ file, line, column }), hint: "Name the file that it reads in `models`, in the order in which they are to be read." }));
    },
    unclosed: (what, line, column) => {
      faults.push(new GravenError("SQL-001", `${what} is never closed.`, { place: { file, line, column }, excerpt: excerptOf({ file, line, column }) }));
      isSound = false;
      isOpen = true;
    },
  });
  for (const chunk of textChunks(file)) {
    splitter.feed(chunks++ === 0 ? chunk.replace(/^\ufeff/, "") : chunk);
    if (faults.length >= MOST_FAULTS) return;
  }
  splitter.end();
}

interface Reading {
  readonly syntax: SqlSyntax;
  readonly backslashes: boolean;
  readonly cache: StatementCache | undefined;
  readonly isLarge: boolean;
  readonly raw: boolean;
}

function factOf({ text, comments }: SourceStatement, { syntax, backslashes, cache, isLarge, raw }: Reading): StatementFact {
  const read = (): StatementFact => {
    const fact = readOrCarry(text, comments, syntax, backslashes, raw);
    // Pieces of the text would keep all of it in memory.
    return isLarge ? (JSON.parse(JSON.stringify(fact)) as StatementFact) : fact;
  };
  if (!cache) return read();
  return cache.get(`${backslashes ? "\\" : ""}${raw ? "raw " : ""}${comments.includes("@rename") ? comments : ""}\n${text}`, read);
}

function readOrCarry(text: string, comments: string, syntax: SqlSyntax, backslashes: boolean, raw: boolean): StatementFact {
  try {
    return readStatement(text, comments, syntax, backslashes);
  } catch (error) {
    if (!raw || !(error instanceof SqlFault) || !error.isUnknown) throw error;
    const carried = rawFact(new Cursor(lex(text, syntax, backslashes), syntax), error.at);
    if (!carried) throw error;
    return carried;
  }
}

function backslashesAfter(text: string, syntax: SqlSyntax, before: boolean): boolean {
  const strings = syntax.escapeStrings && /^SET\s+(?:SESSION\s+|LOCAL\s+)?standard_conforming_strings\s*(?:=|TO)\s*'?(\w+)/i.exec(text);
  return strings ? /^(?:off|false|no|0)$/i.test(strings[1]!) : before;
}

/** Places of a statement's parts. They are asked for in the order of the text, so that each line is counted once. */
function traceOf(file: string, statement: SourceStatement): (at: number) => SqlTrace {
  let last = { at: 0, line: statement.line, column: statement.column };
  return (at) => {
    const from = at >= last.at ? last : { at: 0, line: statement.line, column: statement.column };
    last = { at, ...advanced(statement.text, from, at) };
    return { place: { file, line: last.line, column: last.column } };
  };
}

function lineAndColumn({ text, line, column }: SourceStatement, at: number): { line: number; column: number } {
  return advanced(text, { at: 0, line, column }, at);
}

function advanced(text: string, from: { readonly at: number; readonly line: number; readonly column: number }, to: number): { line: number; column: number } {
  let { at, line, column } = from;
  for (let end = text.indexOf("\n", at); end >= 0 && end < to; end = text.indexOf("\n", at)) {
    line++;
    column = 1;
    at = end + 1;
  }
  return { line, column: column + to - at };
}

/** One note on the statements on rights that were left out. */
function rightsNotes(left: number, { privileges, dialect }: WorkSchema, files: number): ReadSql["notes"] {
  if (!left) return [];
  const where = files === 1 ? "of the SQL file" : "of the SQL files";
  const message = `Left out ${left === 1 ? "1 statement" : `${left.toLocaleString("en-US")} statements`} on rights ${where}`;
  if (privileges || dialect.syntax.defaultSchema === undefined) return [{ message: `${message}: the rights of roles and databases are no part of a schema.`, hint: "Give such rights where the roles are made." }];
  return [{ message: `${message} (GRANT, REVOKE).`, hint: "`privileges: true` in the config reads and compares them." }];
}

/** One note on all rows that files hold: how many, of which tables, and where such rows belong. */
function rowNotes(counts: ReadonlyMap<string, number>, files: number): ReadSql["notes"] {
  const total = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
  if (!counts.size) return [];
  const names = [...counts.keys()].map((name) => name.replaceAll(/["'`[\]]/g, "")).filter(Boolean);
  const some = names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
  return [
    {
      message: `Skipped ${total === 1 ? "1 row" : `${total.toLocaleString("en-US")} rows`} ${files === 1 ? "of the SQL file" : "of the SQL files"}${some && ` (${some})`}: a model holds no rows.`,
      hint: "Rows that the application needs belong in requiredRows(…) of a TypeScript model beside the SQL.",
    },
  ];
}
