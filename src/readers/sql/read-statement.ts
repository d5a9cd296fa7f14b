import type { SqlSyntax } from "../../dialects/sql-syntax.ts";
import { renamedFrom } from "./annotations.ts";
import { Cursor, SqlFault } from "./cursor.ts";
import type { StatementFact } from "./facts.ts";
import { lex } from "./lex.ts";
import { readAlter } from "./read-alter.ts";
import { readAlterTable } from "./read-alter-table.ts";
import { readComment } from "./read-comment.ts";
import { readCreate } from "./read-create.ts";
import { readDrop } from "./read-drop.ts";
import { readPrivilegeStatement } from "./read-privileges.ts";

/** Statements that say nothing of a schema: those of a session and of storage. */
const session = new Set("SET RESET SHOW BEGIN START COMMIT END ROLLBACK SAVEPOINT RELEASE ABORT LOCK UNLOCK ANALYZE VACUUM REINDEX REFRESH CHECKPOINT DISCARD REASSIGN USE PRAGMA FLUSH OPTIMIZE DEALLOCATE PREPARE EXECUTE LISTEN NOTIFY EXPLAIN DECLARE FETCH CLOSE HELP".split(" "));

const rowWords = new Set("INSERT REPLACE UPDATE DELETE TRUNCATE MERGE LOAD COPY VALUES".split(" "));

/**
 * Reads one statement. Throws an `SqlFault` for what is wrong in it, one with `isUnknown` for what nothing here reads.
 * @example readStatement("CREATE TABLE t (id integer)", "", postgres.syntax)
 */
export function readStatement(text: string, comments: string, syntax: SqlSyntax, backslashes?: boolean): StatementFact {
  const cursor = new Cursor(lex(text, syntax, backslashes), syntax);
  const fact = readWhole(cursor, comments);
  if (fact.kind !== "nothing" || !comments.includes("@renamed")) return fact;
  void renamedFrom(comments, 0);
  return fact;
}

function readWhole(cursor: Cursor, comments: string): StatementFact {
  const first = cursor.peek();
  // A versioned comment may hold nothing that this server runs.
  if (!first) return { kind: "nothing" };
  if (first.kind !== "word") throw cursor.fault("this is no statement");
  const word = first.value;
  if (word === "SET" || word === "SELECT") return readSet(cursor);
  // On MySQL the file's own database may stand before its names; which one it really is the URL says.
  if (word === "USE") return { kind: "searchPath", schema: (cursor.next(), cursor.name("a database")) };
  if (session.has(word)) return { kind: "nothing" };
  // MariaDB's dumps tell how far a sequence has come. On PostgreSQL a DO block may do anything.
  if (word === "DO" && cursor.syntax.defaultSchema === undefined) return { kind: "nothing" };
  if (word === "GRANT" || word === "REVOKE") return readPrivilegeStatement(cursor);
  if (rowWords.has(word)) return { kind: "rows", table: rowTable(cursor) };
  const at = first.at;
  if (cursor.take("CREATE")) return readCreate(cursor, at, comments) ?? unknown(cursor);
  if (cursor.take("ALTER", "TABLE")) return readAlterTable(cursor, at);
  if (cursor.take("ALTER")) return readAlter(cursor, at) ?? unknown(cursor);
  if (cursor.take("DROP")) return readDrop(cursor, at) ?? unknown(cursor);
  if (cursor.take("RENAME", "TABLE")) return readRenameTables(cursor, at);
  if (cursor.take("COMMENT", "ON")) return readComment(cursor, at) ?? unknown(cursor);
  return unknown(cursor);
}

/** The statement's first words, for messages. */
export function firstWords(text: string): string {
  const words = text.replace(/\/\*[\s\S]*?\*\/|--[^\n]*/g, " ").trim().split(/\s+/).slice(0, 6).join(" ");
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}

function unknown(cursor: Cursor): never {
  throw new SqlFault("The statement is not understood", cursor.lexed.tokens[0]!.at, { isUnknown: true });
}

/** Where bare names stand from here on, or nothing. */
function readSet(cursor: Cursor): StatementFact {
  const { text } = cursor.lexed;
  if (cursor.take("SELECT")) {
    const path = /^SELECT\s+(?:pg_catalog\s*\.\s*)?set_config\s*\(\s*'search_path'\s*,\s*'([^']*)'/i.exec(text);
    if (path) return { kind: "searchPath", schema: firstSchema(path[1]!) };
    if (/^SELECT\s+(?:pg_catalog\s*\.\s*)?(?:set_config|setval|nextval|lo_\w+|pg_\w+)\s*\(/i.test(text) || /^SELECT\s+[@\d'N]/i.test(text)) return { kind: "nothing" };
    return unknown(cursor);
  }
  const path = cursor.syntax.defaultSchema !== undefined && /^SET\s+(?:SESSION\s+|LOCAL\s+)?search_path\s*(?:=|\bTO\b)\s*([\s\S]*)$/i.exec(text);
  if (path) return { kind: "searchPath", schema: firstSchema(path[1]!) };
  const schema = cursor.syntax.defaultSchema !== undefined && /^SET\s+(?:SESSION\s+|LOCAL\s+)?SCHEMA\s+'([^']*)'$/i.exec(text);
  return schema ? { kind: "searchPath", schema: schema[1]! } : { kind: "nothing" };
}

function firstSchema(path: string): string | null {
  const first = path.split(",").map((each) => each.trim().replace(/^["'](.*)["']$/, "$1")).find((each) => each !== "" && each !== "$user" && each !== "pg_catalog");
  return first === undefined || /^default$/i.test(first) ? null : first;
}

function rowTable(cursor: Cursor): string {
  cursor.next();
  for (;;) {
    if (!cursor.takeOne("INTO", "FROM", "ONLY", "TABLE", "DATA", "LOCAL", "INFILE", "IGNORE", "OR", "LOW_PRIORITY")) break;
  }
  const token = cursor.peek();
  return token && (token.kind === "word" || token.kind === "quoted") ? cursor.qualifiedName().name : "";
}

/** MySQL: RENAME TABLE a TO b, c TO d. */
function readRenameTables(cursor: Cursor, at: number): StatementFact {
  const table = cursor.qualifiedName("the table");
  cursor.expect("TO");
  const to = cursor.qualifiedName("the new name");
  if (cursor.isSymbol(",")) throw cursor.fault("RENAME TABLE of several tables is not read", "Write one RENAME TABLE for each.");
  cursor.expectEnd("this");
  return { kind: "alterTable", at, table, actions: [{ kind: "renameTable", at, to }] };
}
