import type { IndexPart, Named } from "../../schema/types.ts";
import { renamedFrom } from "./annotations.ts";
import { SqlFault, type Cursor } from "./cursor.ts";
import type { IndexFact, Name, PartFact, StatementFact } from "./facts.ts";
import { requireFeature } from "./features.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads CREATE [UNIQUE|FULLTEXT|SPATIAL] INDEX from the word INDEX on. */
export function readCreateIndex(cursor: Cursor, at: number, comments: string, kind: { readonly unique?: true; readonly type?: "fulltext" | "spatial" }): StatementFact {
  cursor.expect("INDEX");
  cursor.take("CONCURRENTLY");
  const ifNotExists = cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.looksAt("ON") ? undefined : cursor.qualifiedName("the index's name");
  let method = readMethod(cursor);
  cursor.expect("ON");
  cursor.take("ONLY");
  const table: Name = cursor.qualifiedName("the table");
  method ??= readMethod(cursor);
  const { parts, withoutOverlaps } = readKeyParts(cursor);
  const { method: later, ...options } = readIndexOptions(cursor);
  const used = method ?? later;
  cursor.expectEnd("this option of an index");
  if (withoutOverlaps !== undefined) return { kind: "alterTable", at, table, actions: [{ kind: "addPart", at, part: keyWithoutOverlaps({ at, ...(name && { name: name.name }), ...kind, parts, options: { ...options, ...(used !== undefined && { method: used }) }, withoutOverlaps }) }] };
  const former = renamedFrom(comments, at);
  const index: IndexFact = {
    kind: "index",
    at: name?.at ?? at,
    ...(name && { name: name.name }),
    parts,
    ...kind,
    ...(used !== undefined && { method: used }),
    ...options,
    ...(former !== undefined && { renamedFrom: former }),
  };
  return { kind: "createIndex", at, table, index, ...(ifNotExists && { ifNotExists: true }) };
}

/** A key of a period, which is a constraint and nothing else. */
export function keyWithoutOverlaps({ at, name, unique, parts, options, withoutOverlaps }: { readonly at: number; readonly name?: string | undefined; readonly unique?: true; readonly parts: readonly IndexPart[]; readonly options: object; readonly withoutOverlaps: string }): Extract<PartFact, { kind: "unique" }> {
  const columns = parts.flatMap((part) => ("column" in part && Object.keys(part).length === 1 ? [part.column] : []));
  if (!unique || columns.length !== parts.length || Object.keys(options).length) throw new SqlFault("a key WITHOUT OVERLAPS is unique, and of whole columns without options", at);
  return { kind: "unique", at, ...(name !== undefined && { name }), columns, withoutOverlaps };
}

export function readMethod(cursor: Cursor): string | undefined {
  if (!cursor.take("USING")) return undefined;
  const method = cursor.name("the index's method").toLowerCase();
  return method === "btree" ? undefined : method;
}

/** Reads the parts in brackets; with `until`, one part up to that token. */
export function readIndexParts(cursor: Cursor, until?: number): IndexPart[] {
  if (until !== undefined) return [readIndexPart(cursor, until)];
  return cursor
    .brackets()
    .parts()
    .map((part) => readIndexPart(part, Number.POSITIVE_INFINITY));
}

/** The parts of a key, and the period behind them whose stretches must not overlap (MariaDB). */
export function readKeyParts(cursor: Cursor): { readonly parts: IndexPart[]; readonly withoutOverlaps?: string } {
  const inner = cursor.brackets().parts();
  const last = inner.at(-1)!;
  const start = last.at;
  const period = last.takeName();
  if (period === undefined || !last.take("WITHOUT", "OVERLAPS")) {
    last.at = start;
    return { parts: inner.map((part) => readIndexPart(part, Number.POSITIVE_INFINITY)) };
  }
  requireFeature(last, "withoutOverlaps");
  last.expectEnd("this after WITHOUT OVERLAPS");
  return { parts: inner.slice(0, -1).map((part) => readIndexPart(part, Number.POSITIVE_INFINITY)), withoutOverlaps: period };
}

function readIndexPart(cursor: Cursor, until: number): IndexPart {
  const isDone = () => cursor.isAtEnd || cursor.at >= until;
  const from = cursor.at;
  const first = cursor.peek();
  if (!first) throw cursor.fault("a column is missing here");
  const isName = first.kind === "word" || first.kind === "quoted" || (first.kind === "string" && !cursor.syntax.foldsNames);
  const next = cursor.peek(1);
  const isPlain = isName && (cursor.at + 1 >= until || next === undefined || next.kind === "word" || next.kind === "quoted" || (next.kind === "symbol" && next.value === "(" && isLength(cursor)));
  let key: { column: string } | { expression: string };
  let length: number | undefined;
  if (isPlain) {
    key = { column: cursor.name() };
    if (cursor.isSymbol("(")) length = cursor.brackets().number();
  } else {
    readOperand(cursor, isDone);
    const text = cursor.textFrom(from);
    const isWhole = first.value === "(" && cursor.closing(from) === cursor.at - 1;
    key = { expression: isWhole ? text.slice(1, -1).trim() : text };
  }
  const rest: Mutable<Omit<IndexPart, "column" | "expression">> = {};
  while (!isDone()) {
    if (cursor.take("COLLATE")) rest.collation = collationName(cursor);
    else if (cursor.take("ASC")) continue;
    else if (cursor.take("DESC")) rest.order = "desc";
    else if (cursor.take("NULLS", "FIRST")) rest.nulls = "first";
    else if (cursor.take("NULLS", "LAST")) rest.nulls = "last";
    else if (cursor.isWord("AUTOINCREMENT")) cursor.at++;
    else if (rest.operatorClass === undefined && (cursor.peek()!.kind === "word" || cursor.peek()!.kind === "quoted")) {
      const start = cursor.at;
      cursor.at++;
      while (cursor.isSymbol(".")) cursor.at += 2;
      if (cursor.isSymbol("(")) cursor.skip();
      rest.operatorClass = cursor.textFrom(start).replace(/^public\./i, "");
    } else throw cursor.fault("this part of a key is not understood");
  }
  return { ...key, ...rest, ...(length !== undefined && { length }) };
}

/** `name(20)` on MySQL: the number of characters. */
function isLength(cursor: Cursor): boolean {
  return cursor.syntax.features.has("keyInTable") && cursor.peek(2)?.kind === "number" && cursor.isSymbol(")", 3);
}

/** Steps over an expression: brackets, a call, or operands and operators as SQLite lets them stand without brackets. */
function readOperand(cursor: Cursor, isDone: () => boolean): void {
  cursor.skip();
  while (!isDone()) {
    const token = cursor.peek()!;
    if (token.kind === "symbol") {
      const isCallOrCast = token.value === "(" || token.value === "." || token.value === "::";
      cursor.skip();
      if (!isCallOrCast && !isDone()) cursor.skip();
      else if (token.value !== "(" && !isDone()) cursor.skip();
    } else return;
  }
}

/** `"C"`, `pg_catalog."de_DE"`, `NOCASE`. */
export function collationName(cursor: Cursor): string {
  const { schema, name } = cursor.qualifiedName("the collation");
  return schema === undefined || schema === "pg_catalog" ? name : `${schema}.${name}`;
}

/** What follows the parts of an index, on any database. */
export function readIndexOptions(cursor: Cursor): Partial<Mutable<IndexFact>> {
  const options: Partial<Mutable<IndexFact>> = {};
  for (;;) {
    const include = readInclude(cursor);
    if (include.include) options.include = include.include;
    else if (cursor.isWord("NULLS")) Object.assign(options, readNullsNotDistinct(cursor));
    else if (cursor.isWord("WITH") && cursor.isSymbol("(", 1)) {
      cursor.at++;
      options.options = readStorage(cursor);
    } else if (cursor.take("TABLESPACE")) options.tablespace = cursor.name();
    else if (cursor.take("WHERE")) options.where = withoutBrackets(cursor);
    else if (cursor.isWord("USING")) {
      const method = readMethod(cursor);
      if (method !== undefined) options.method = method;
    } else if (cursor.take("WITH", "PARSER")) options.parser = cursor.name();
    else if (cursor.take("COMMENT")) {
      cursor.takeSymbol("=");
      options.comment = cursor.string();
    } else if (cursor.takeOne("INVISIBLE", "IGNORED")) options.invisible = true;
    else if (cursor.takeOne("VISIBLE") || cursor.take("NOT", "IGNORED")) continue;
    else if (cursor.takeOne("KEY_BLOCK_SIZE", "ALGORITHM", "LOCK", "CLUSTERING", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE")) {
      cursor.takeSymbol("=");
      cursor.next();
    } else return options;
  }
}

function withoutBrackets(cursor: Cursor): string {
  const from = cursor.at;
  const isOpen = cursor.isSymbol("(");
  const text = cursor.rest();
  return isOpen && cursor.closing(from) === cursor.at - 1 ? text.slice(1, -1).trim() : text;
}

/** `(fillfactor='50', autovacuum_enabled=false)`. */
export function readStorage(cursor: Cursor): Named<string> {
  const options: Record<string, string> = {};
  for (const part of cursor.brackets().parts()) {
    let name = part.name("a storage parameter").toLowerCase();
    while (part.takeSymbol(".")) name += `.${part.name().toLowerCase()}`;
    if (!part.takeSymbol("=")) {
      options[name] = "true";
      continue;
    }
    const token = part.peek();
    const text = part.rest();
    options[name] = token?.kind === "string" ? token.value : text;
  }
  return options;
}

export function readInclude(cursor: Cursor): { include?: readonly string[] } {
  return cursor.take("INCLUDE") ? { include: cursor.nameList() } : {};
}

export function readNullsNotDistinct(cursor: Cursor): { nullsNotDistinct?: true } {
  if (cursor.take("NULLS", "NOT", "DISTINCT")) return { nullsNotDistinct: true };
  cursor.take("NULLS", "DISTINCT");
  return {};
}
