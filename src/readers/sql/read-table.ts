import type { PartitionKey, TableFacts } from "../../schema/types.ts";
import type { Cursor, SqlFault } from "./cursor.ts";
import type { ColumnFact, CreateTableFact, Name, PartFact, TableOptions } from "./facts.ts";
import { requireFeature } from "./features.ts";
import { readColumn } from "./read-column.ts";
import { beginsPart, readTablePart } from "./read-constraint.ts";
import { readPeriod, takeVersioning, withPeriod } from "./read-versioning.ts";
import { readIndexParts, readStorage } from "./read-index.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Facts = Mutable<NonNullable<TableOptions["facts"]>>;

/** Reads CREATE TABLE from its name on. */
export function readCreateTable(cursor: Cursor, at: number, flags: { readonly temporary?: true; readonly unlogged?: true }): CreateTableFact {
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const name: Name = cursor.qualifiedName("the table's name");
  const columns: ColumnFact[] = [];
  const parts: PartFact[] = [];
  const like: { table: Name; including: string[] }[] = [];
  const options: Mutable<TableOptions> = {};
  if (cursor.take("PARTITION", "OF")) options.partitionOf = { table: cursor.qualifiedName("the partitioned table"), bound: "" };
  else if (cursor.take("OF")) throw cursor.fault("a table OF a type is not in the model", "Write its columns out.");
  if (cursor.take("LIKE")) like.push({ table: cursor.qualifiedName("a table"), including: ["ALL"] });
  if (cursor.isSymbol("(")) readBody(cursor.brackets(), columns, parts, like, options);
  else if (!options.partitionOf && !like.length) {
    if (cursor.isWord("AS", "SELECT")) throw asSelect(cursor);
    throw cursor.fault('"(" is missing after the table\'s name');
  }
  if (options.partitionOf) options.partitionOf = { ...options.partitionOf, bound: readBound(cursor) };
  readTableOptions(cursor, options, flags);
  return { kind: "createTable", at, name, ...(ifNotExists && { ifNotExists: true }), ...(flags.temporary && { temporary: true }), columns, parts, options, ...(like.length && { like }) };
}

function readBody(body: Cursor, columns: ColumnFact[], parts: PartFact[], like: { table: Name; including: string[] }[], options: Mutable<TableOptions>): void {
  if (body.isAtEnd) return;
  for (;;) {
    if (body.isAtEnd) throw body.fault("a column or a constraint is missing after the last comma");
    if (beginsPart(body)) {
      if (body.take("PERIOD", "FOR")) options.facts = withPeriod(options.facts ?? {}, readPeriod(body));
      else parts.push(readTablePart(body));
    } else if (body.isWord("LIKE") && !body.isSymbol(",", 1)) {
      body.at++;
      const source = { table: body.qualifiedName("a table") as Name, including: [] as string[] };
      while (body.isWord("INCLUDING", "EXCLUDING")) {
        const mode = body.next().value;
        const what = body.next().value;
        if (mode === "INCLUDING") source.including.push(what);
        else source.including = source.including.filter((each) => each !== what);
      }
      like.push(source);
    } else {
      const { column } = readColumn(body);
      if (column.type === undefined && !options.partitionOf) throw body.fault(`the type of the column "${column.name}" is missing`);
      columns.push(column);
    }
    if (body.isAtEnd) return;
    // SQLite asks for no comma between constraints.
    if (!body.takeSymbol(",") && !(body.syntax.features.has("autoincrement") && beginsPart(body))) throw body.fault('"," is missing before this');
  }
}

function asSelect(cursor: Cursor): SqlFault {
  return cursor.fault("CREATE TABLE … AS has no columns of its own to read", "Write the columns out: a model says what the table is, not what filled it.");
}

/** `FOR VALUES …` or `DEFAULT`. */
export function readBound(cursor: Cursor): string {
  const from = cursor.at;
  if (cursor.take("DEFAULT")) return "DEFAULT";
  cursor.expect("FOR", "VALUES");
  if (cursor.take("IN") || cursor.take("WITH")) cursor.skip();
  else {
    cursor.expect("FROM");
    cursor.skip();
    cursor.expect("TO");
    cursor.skip();
  }
  return cursor.textFrom(from);
}

export function readTableOptions(cursor: Cursor, options: Mutable<TableOptions>, flags: { readonly unlogged?: true } = {}): void {
  const facts: Facts = { ...options.facts, ...(flags.unlogged && { unlogged: true }) };
  while (!cursor.isAtEnd) if (!readTableOption(cursor, options, facts)) throw cursor.fault("this option of a table is not understood");
  if (Object.keys(facts).length) options.facts = facts;
}

/** Options of MySQL that say nothing of a table's form, or only how far its counter has come. */
const passing = ["AUTO_INCREMENT", "STATS_PERSISTENT", "STATS_AUTO_RECALC", "STATS_SAMPLE_PAGES", "AVG_ROW_LENGTH", "CHECKSUM", "TABLE_CHECKSUM", "DELAY_KEY_WRITE", "MAX_ROWS", "MIN_ROWS", "PACK_KEYS", "INSERT_METHOD", "PAGE_CHECKSUM", "TRANSACTIONAL"] as const;
const kept = ["ROW_FORMAT", "KEY_BLOCK_SIZE", "COMPRESSION", "ENCRYPTION", "PAGE_COMPRESSED", "PAGE_COMPRESSION_LEVEL", "ENCRYPTED", "ENCRYPTION_KEY_ID", "SECONDARY_ENGINE", "AUTOEXTEND_SIZE"] as const;

function readTableOption(cursor: Cursor, options: Mutable<TableOptions>, facts: Facts): boolean {
  if (cursor.takeSymbol(",")) return true;
  if (cursor.take("INHERITS")) {
    options.inherits = cursor
      .brackets()
      .parts()
      .map((part) => part.qualifiedName("a table"));
  } else if (cursor.looksAt("PARTITION", "BY")) readPartitions(cursor, facts);
  else if (cursor.take("USING")) facts.accessMethod = cursor.name();
  else if (cursor.isWord("WITH") && cursor.isSymbol("(", 1)) {
    requireFeature(cursor, "storageParameters");
    cursor.at++;
    facts.options = readStorage(cursor);
  } else if (cursor.take("WITHOUT", "OIDS")) return true;
  else if (cursor.take("ON", "COMMIT")) cursor.rest();
  else if (cursor.take("TABLESPACE")) {
    cursor.takeSymbol("=");
    facts.tablespace = cursor.name();
  } else if (cursor.looksAt("WITHOUT", "ROWID")) {
    requireFeature(cursor, "withoutRowid");
    cursor.at += 2;
    facts.withoutRowid = true;
  } else if (cursor.isWord("STRICT")) {
    requireFeature(cursor, "strict");
    cursor.at++;
    facts.strict = true;
  } else if (takeVersioning(cursor, "WITH")) facts.systemVersioned = true;
  else if (cursor.isWord("AS", "SELECT")) throw asSelect(cursor);
  else return readMysqlOption(cursor, options, facts);
  return true;
}

function readMysqlOption(cursor: Cursor, options: Mutable<TableOptions>, facts: Facts): boolean {
  const start = cursor.at;
  cursor.take("DEFAULT");
  const isCharset = cursor.take("CHARACTER", "SET") || cursor.take("CHARSET");
  // MariaDB's dumps put what an engine defines in quotes.
  const quoted = cursor.peek()?.kind === "quoted" && cursor.isSymbol("=", 1) ? kept.find((each) => each === cursor.peek()!.value.toUpperCase()) : undefined;
  if (quoted) cursor.at++;
  const word = isCharset ? "CHARSET" : quoted ?? cursor.takeOne("ENGINE", "TYPE", "COLLATE", "COMMENT", "CONNECTION", "DATA", "INDEX", ...passing, ...kept);
  if (word === undefined) {
    cursor.at = start;
    return false;
  }
  if (!cursor.syntax.features.has("tableOptions")) {
    cursor.at = start;
    requireFeature(cursor, "tableOptions");
  }
  if (word === "DATA" || word === "INDEX") cursor.expect("DIRECTORY");
  cursor.takeSymbol("=");
  const token = cursor.next();
  const value = token.kind === "word" ? cursor.nameOf(token) : token.value;
  if (word === "CHARSET") facts.charset = value.toLowerCase();
  else if (word === "COLLATE") facts.collation = value.toLowerCase();
  else if (word === "ENGINE" || word === "TYPE") facts.engine = value;
  else if (word === "COMMENT") options.comment = value;
  else if ((kept as readonly string[]).includes(word)) {
    // What a server does by itself says nothing.
    if (!/^(?:default|dynamic)$/i.test(value)) facts.options = { ...facts.options, [word]: value.toUpperCase() };
  }
  return true;
}

function readPartitions(cursor: Cursor, facts: Facts): void {
  cursor.expect("PARTITION", "BY");
  if (cursor.syntax.features.has("keyInTable")) {
    facts.partitions = cursor.rest();
    return;
  }
  const word = cursor.takeOne("RANGE", "LIST", "HASH");
  if (!word) throw cursor.fault("RANGE, LIST or HASH is missing here");
  facts.partitionBy = { strategy: word.toLowerCase() as PartitionKey["strategy"], parts: readIndexParts(cursor) };
}

/** The facts that ALTER TABLE changes, with those that were there. */
export function mergedFacts(before: TableFacts | undefined, change: { readonly [K in keyof TableFacts]?: TableFacts[K] | null }): TableFacts | undefined {
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key];
    else if (value !== undefined) merged[key] = value;
  }
  return Object.keys(merged).length ? (merged as TableFacts) : undefined;
}
