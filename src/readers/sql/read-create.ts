import type { RawObject, View } from "../../schema/types.ts";
import { renamedFrom } from "./annotations.ts";
import type { Cursor } from "./cursor.ts";
import type { StatementFact } from "./facts.ts";
import { requireFeature } from "./features.ts";
import { readCreateIndex } from "./read-index.ts";
import { objectFact, type Head } from "./read-object.ts";
import { readCast, readCollation, readExtension, readOperator, readPolicy, readStatistics, readTextSearch, textSearchKinds } from "./read-others.ts";
import { readAggregate, readRoutine } from "./read-routine.ts";
import { readSequence } from "./read-sequence.ts";
import { readCreateTable } from "./read-table.ts";
import { readEvent, readEventTrigger, readRule, readTrigger } from "./read-trigger.ts";
import { readCreateType, readDomain } from "./read-types.ts";
import { readMaterializedView, readView } from "./read-view.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const nothing: StatementFact = { kind: "nothing" };

/** Reads CREATE from the word behind it. `undefined` for what it does not know. */
export function readCreate(cursor: Cursor, at: number, comments: string): StatementFact | undefined {
  const head = readHead(cursor, at, comments);
  const word = cursor.peek()?.value;
  if (word === undefined || cursor.peek()!.kind !== "word") return undefined;
  if (cursor.take("TABLE")) return withFormer(readCreateTable(cursor, at, head), head);
  if (cursor.take("UNIQUE")) return readCreateIndex(cursor, at, comments, { unique: true });
  const type = cursor.takeOne("FULLTEXT", "SPATIAL");
  if (type) {
    requireFeature(cursor, "keyInTable");
    return readCreateIndex(cursor, at, comments, { type: type === "FULLTEXT" ? "fulltext" : "spatial" });
  }
  if (word === "INDEX") return readCreateIndex(cursor, at, comments, {});
  if (cursor.take("VIEW")) return readView(cursor, head);
  if (cursor.take("MATERIALIZED", "VIEW")) return readMaterializedView(cursor, head);
  if (cursor.take("TRIGGER")) return readTrigger(cursor, head);
  if (cursor.take("AGGREGATE") && !cursor.isWord("FUNCTION")) return readAggregate(cursor, head);
  // MySQL's AGGREGATE FUNCTION is a library's: no SQL tells what it does.
  if (cursor.isWord("FUNCTION") && /^CREATE\s+(?:OR\s+REPLACE\s+)?AGGREGATE/i.test(cursor.lexed.text)) return undefined;
  if (cursor.take("FUNCTION")) return readRoutine(cursor, head, "function");
  if (cursor.take("PROCEDURE")) return readRoutine(cursor, head, "procedure");
  if (cursor.take("SEQUENCE")) return readSequence(cursor, head);
  if (cursor.isWord("SCHEMA", "DATABASE")) return readCreateSchema(cursor, at);
  if (cursor.take("TYPE")) return readCreateType(cursor, head);
  if (cursor.take("DOMAIN")) return readDomain(cursor, head);
  if (cursor.take("EXTENSION")) return builtIn(cursor) ?? readExtension(cursor, head);
  if (cursor.looksAt("OPERATOR", "CLASS") || cursor.looksAt("OPERATOR", "FAMILY")) return undefined;
  if (cursor.take("OPERATOR")) return readOperator(cursor, head);
  if (cursor.take("CAST")) return readCast(cursor, head);
  if (cursor.take("RULE")) return readRule(cursor, head);
  if (cursor.take("POLICY")) return readPolicy(cursor, head);
  if (cursor.take("EVENT", "TRIGGER")) return readEventTrigger(cursor, head);
  if (cursor.take("EVENT")) return readEvent(cursor, head);
  if (cursor.take("STATISTICS")) return readStatistics(cursor, head);
  if (cursor.take("COLLATION")) return readCollation(cursor, head);
  if (cursor.take("TEXT", "SEARCH")) {
    const kind = cursor.takeOne("CONFIGURATION", "DICTIONARY", "PARSER", "TEMPLATE");
    return kind && readTextSearch(cursor, head, textSearchKinds[kind]);
  }
  if (cursor.take("TRUSTED") || cursor.take("PROCEDURAL") || cursor.isWord("LANGUAGE")) {
    cursor.take("PROCEDURAL");
    cursor.take("LANGUAGE");
    return builtIn(cursor);
  }
  // Of the server, not of the database.
  return cursor.isWord("ROLE", "USER", "GROUP", "TABLESPACE") && !cursor.looksAt("USER", "MAPPING") ? nothing : undefined;
}

/** plpgsql is there in every database. */
function builtIn(cursor: Cursor): StatementFact | undefined {
  const start = cursor.at;
  cursor.take("IF", "NOT", "EXISTS");
  const isPlpgsql = cursor.takeName()?.toLowerCase() === "plpgsql";
  cursor.at = start;
  return isPlpgsql ? nothing : undefined;
}

function withFormer<F extends StatementFact>(fact: F, { comments, at }: Head): F {
  const former = renamedFrom(comments, at);
  return former === undefined ? fact : { ...fact, renamedFrom: former };
}

function readCreateSchema(cursor: Cursor, at: number): StatementFact | undefined {
  const isDatabase = cursor.next().value === "DATABASE";
  // On MySQL a schema is a database, and which one it is the URL says.
  if (isDatabase || cursor.syntax.defaultSchema === undefined) return nothing;
  cursor.take("IF", "NOT", "EXISTS");
  const owner = cursor.take("AUTHORIZATION") ? cursor.name() : undefined;
  const name = owner ?? cursor.name("the schema's name");
  if (cursor.take("AUTHORIZATION")) cursor.name();
  return cursor.isAtEnd ? { kind: "createSchema", at, name } : undefined;
}

/** What may stand between CREATE and the object's word. */
function readHead(cursor: Cursor, at: number, comments: string): Head {
  const head: Mutable<Head> = { at, comments };
  const view: Mutable<Partial<Pick<View, "recursive" | "algorithm" | "sqlSecurity">>> = {};
  for (;;) {
    if (cursor.take("OR", "REPLACE")) head.replaces = true;
    else if (cursor.takeOne("TEMP", "TEMPORARY") || cursor.take("GLOBAL", "TEMPORARY") || cursor.take("LOCAL", "TEMPORARY")) head.temporary = true;
    else if (cursor.isWord("UNLOGGED")) {
      requireFeature(cursor, "unlogged");
      cursor.at++;
      head.unlogged = true;
    } else if (cursor.take("CONSTRAINT")) head.constraint = true;
    else if (cursor.take("RECURSIVE")) view.recursive = true;
    else if (cursor.take("ALGORITHM")) {
      cursor.takeSymbol("=");
      const word = cursor.takeOne("UNDEFINED", "MERGE", "TEMPTABLE");
      if (word && word !== "UNDEFINED") view.algorithm = word.toLowerCase() as "merge" | "temptable";
    } else if (cursor.take("SQL", "SECURITY")) {
      if (cursor.takeOne("DEFINER", "INVOKER") === "INVOKER") view.sqlSecurity = "invoker";
    } else if (cursor.take("DEFINER")) {
      const definer = readDefiner(cursor);
      if (definer !== undefined) head.definer = definer;
    } else break;
  }
  if (Object.keys(view).length) head.view = view;
  return head;
}

/** `root`@`localhost`; CURRENT_USER is whoever creates it. */
function readDefiner(cursor: Cursor): string | undefined {
  cursor.takeSymbol("=");
  const from = cursor.at;
  const isCurrent = cursor.isWord("CURRENT_USER", "CURRENT_ROLE");
  cursor.next();
  if (cursor.isSymbol("(")) cursor.skip();
  if (cursor.takeSymbol("@")) cursor.next();
  return isCurrent ? undefined : cursor.textFrom(from);
}

/** Names of objects that take several words, and of those that nothing here reads. */
const nouns = /^CREATE\s+(?:OR\s+REPLACE\s+)?(FOREIGN\s+TABLE|FOREIGN\s+DATA\s+WRAPPER|USER\s+MAPPING|OPERATOR\s+CLASS|OPERATOR\s+FAMILY|ACCESS\s+METHOD|VIRTUAL\s+TABLE|PACKAGE\s+BODY|SPATIAL\s+REFERENCE\s+SYSTEM|AGGREGATE\s+FUNCTION|TEXT\s+SEARCH\s+\w+|(?:TRUSTED\s+)?(?:PROCEDURAL\s+)?LANGUAGE|(?:DEFAULT\s+)?CONVERSION|\w+)\s+(?:IF\s+NOT\s+EXISTS\s+)?/i;

/** A statement that is carried as it is, keyed by its kind and name. `undefined` for what creates nothing with a name. */
export function rawFact(cursor: Cursor, at: number): StatementFact | undefined {
  const { text } = cursor.lexed;
  const noun = nouns.exec(text);
  if (!noun) return undefined;
  cursor.at = cursor.lexed.tokens.findIndex((token) => token.at >= noun[0].length);
  if (cursor.at < 0) return undefined;
  const start = cursor.at;
  const name = cursor.takeName();
  if (name === undefined) return undefined;
  cursor.at = start;
  const { at: _, ...own } = cursor.qualifiedName();
  const object: RawObject = { kind: "raw", ...own, noun: noun[1]!.toUpperCase().replace(/\s+/g, " ").replace(/^(?:TRUSTED |PROCEDURAL |DEFAULT )+/, ""), sql: text };
  const using = /^OPERATOR (?:CLASS|FAMILY)$/.test(object.noun) && /\bUSING\s+(\w+)/i.exec(text)?.[1];
  const virtual = object.noun === "VIRTUAL TABLE";
  const from = text.slice(cursor.lexed.tokens[start]!.at, cursor.lexed.tokens[cursor.at - 1]!.end);
  const drop = using ? `DROP ${object.noun} ${from} USING ${using}` : virtual ? `DROP TABLE ${from}` : undefined;
  return objectFact({ ...object, ...(drop !== undefined && { drop }) }, { at, comments: "" });
}
