import type { ForeignKey, IndexPart } from "../../schema/types.ts";
import { bracketed, isWord, splitAtCommas, sqliteTokens, textOf, type Piece } from "./tokens.ts";

/** A constraint as its text says it. `column` is the column that it was written on. Names are as written, in any case. */
export type ReadConstraint = { readonly name?: string; readonly column?: string } & (
  | { readonly kind: "primaryKey"; readonly columns: readonly string[]; readonly autoIncrement: boolean }
  | { readonly kind: "unique"; readonly columns: readonly string[] }
  | { readonly kind: "check"; readonly sql: string }
  | ({ readonly kind: "foreignKey"; readonly columns: readonly string[] } & ReadReference)
);

interface ReadReference {
  /** Without columns the key of the table pointed at is meant. */
  readonly references: { readonly table: string; readonly columns?: readonly string[] };
  readonly actions: Pick<ForeignKey, "onDelete" | "onUpdate" | "deferrable">;
}

export interface ReadColumn {
  readonly name: string;
  readonly collation?: string;
  /** The expression of a generated column. */
  readonly generated?: string;
}

export interface ReadTable {
  readonly columns: readonly ReadColumn[];
  readonly constraints: readonly ReadConstraint[];
}

/** Texts of which it is remembered what they say. */
const MOST_REMEMBERED = 2_000;

/** Tests of revisions read a catalogue after each of them, and few of its texts are others than before. */
function remembering<T>(read: (sql: string) => T): (sql: string) => T {
  const known = new Map<string, T>();
  return (sql) => {
    const found = known.get(sql) ?? read(sql);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(sql, found);
    return found;
  };
}

/** What the pragmas do not tell of a table, from its CREATE TABLE. What the reader does not know it steps over. */
export const readTable = remembering((sql: string): ReadTable => {
  const pieces = sqliteTokens(sql);
  const columns: ReadColumn[] = [];
  const constraints: ReadConstraint[] = [];
  for (const definition of splitAtCommas(bracketed(pieces, pieces.findIndex(({ text }) => text === "(")).inner)) {
    const isColumn = !isConstraint(definition);
    const cursor = new Cursor(definition, isColumn ? 1 : 0);
    const name = isColumn ? definition[0]!.value : undefined;
    const found = readConstraints(cursor, name);
    constraints.push(...found.constraints);
    if (name !== undefined) columns.push({ name, ...found.column });
  }
  return { columns, constraints };
});

interface ReadIndex {
  readonly parts: readonly IndexPart[];
  readonly where?: string;
}

/** The parts and the predicate of CREATE INDEX. */
export const readIndex = remembering((sql: string): ReadIndex => {
  const pieces = sqliteTokens(sql);
  const open = pieces.findIndex(({ text }) => text === "(");
  const { inner, close } = bracketed(pieces, open);
  const where = isWord(pieces[close + 1], "WHERE") ? textOf(pieces.slice(close + 2)) : undefined;
  return { parts: splitAtCommas(inner).map(readPart), ...(where !== undefined && { where }) };
});

function readPart(pieces: readonly Piece[]): IndexPart {
  let rest = pieces;
  const order = isWord(rest.at(-1), "DESC") ? ({ order: "desc" } as const) : {};
  if (isWord(rest.at(-1), "ASC", "DESC")) rest = rest.slice(0, -1);
  const collation = isWord(rest.at(-2), "COLLATE") ? { collation: rest.at(-1)!.value } : {};
  if ("collation" in collation) rest = rest.slice(0, -2);
  const [first] = rest;
  if (rest.length === 1 && first && (first.kind === "word" || first.kind === "quoted")) return { column: first.value, ...order, ...collation };
  const bare = first?.text === "(" && bracketed(rest, 0).close === rest.length - 1 ? rest.slice(1, -1) : rest;
  return { expression: textOf(bare), ...order, ...collation };
}

/** A place among pieces that moves on. */
class Cursor {
  readonly pieces: readonly Piece[];
  at: number;

  constructor(pieces: readonly Piece[], at: number) {
    this.pieces = pieces;
    this.at = at;
  }

  get piece(): Piece | undefined {
    return this.pieces[this.at];
  }

  /** Steps over the words when they stand here, one after the other. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, offset) => isWord(this.pieces[this.at + offset], word))) return false;
    this.at += words.length;
    return true;
  }

  next(): Piece | undefined {
    return this.pieces[this.at++];
  }

  /** Steps over one piece, or over a bracket with all that it holds. */
  skip(): void {
    if (!this.brackets()) this.next();
  }

  /** The pieces of the bracket that opens here; none when no bracket does. */
  brackets(): readonly Piece[] | undefined {
    if (this.piece?.text !== "(") return undefined;
    const { inner, close } = bracketed(this.pieces, this.at);
    this.at = close + 1;
    return inner;
  }
}

function isConstraint([first, second, third]: readonly Piece[]): boolean {
  if (isWord(first, "CONSTRAINT")) return second !== undefined && isWord(third, "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  if (isWord(first, "PRIMARY", "FOREIGN")) return isWord(second, "KEY");
  return isWord(first, "UNIQUE", "CHECK") && second?.text === "(";
}

/** SQLite asks for no commas between a table's constraints, so each definition may hold several. */
function readConstraints(cursor: Cursor, column: string | undefined) {
  const constraints: ReadConstraint[] = [];
  const properties: { collation?: string; generated?: string } = {};
  let name: string | undefined;
  const add = (constraint: ReadConstraint) => {
    constraints.push({ ...constraint, ...(name !== undefined && { name }), ...(column !== undefined && { column }) });
    name = undefined;
  };
  const own = column === undefined ? [] : [column];
  while (cursor.piece) {
    if (cursor.take("CONSTRAINT")) name = cursor.next()?.value;
    else if (cursor.take("PRIMARY", "KEY")) add(readPrimaryKey(cursor, own));
    else if (cursor.take("UNIQUE")) add({ kind: "unique", columns: columnsIn(cursor.brackets()) ?? own });
    else if (cursor.take("CHECK")) add({ kind: "check", sql: textOf(cursor.brackets() ?? []) });
    else if (cursor.take("FOREIGN", "KEY")) {
      const columns = columnsIn(cursor.brackets()) ?? [];
      cursor.take("REFERENCES");
      add({ kind: "foreignKey", columns, ...readReference(cursor) });
    } else if (cursor.take("REFERENCES")) add({ kind: "foreignKey", columns: own, ...readReference(cursor) });
    else if (cursor.take("COLLATE")) properties.collation = cursor.next()!.value;
    else if (cursor.take("AS")) properties.generated = textOf(cursor.brackets() ?? []);
    else if (cursor.take("DEFAULT")) cursor.skip();
    // NOT NULL, ON CONFLICT, the words of the type and its numbers: the pragmas tell what of them matters.
    else cursor.skip();
  }
  return { constraints, column: properties };
}

function readPrimaryKey(cursor: Cursor, own: readonly string[]): ReadConstraint {
  const columns = columnsIn(cursor.brackets()) ?? own;
  void (cursor.take("ASC") || cursor.take("DESC"));
  if (cursor.take("ON", "CONFLICT")) cursor.next();
  return { kind: "primaryKey", columns, autoIncrement: cursor.take("AUTOINCREMENT") };
}

function readReference(cursor: Cursor): ReadReference {
  const table = cursor.next()?.value ?? "";
  const columns = columnsIn(cursor.brackets());
  let actions: ReadReference["actions"] = {};
  for (;;) {
    if (cursor.take("ON", "DELETE")) actions = { ...actions, ...action("onDelete", cursor) };
    else if (cursor.take("ON", "UPDATE")) actions = { ...actions, ...action("onUpdate", cursor) };
    // SQLite takes the word after MATCH and goes by MATCH SIMPLE.
    else if (cursor.take("MATCH")) cursor.next();
    else if (cursor.take("NOT", "DEFERRABLE")) void (cursor.take("INITIALLY", "DEFERRED") || cursor.take("INITIALLY", "IMMEDIATE"));
    else if (cursor.take("DEFERRABLE")) {
      actions = { ...actions, deferrable: cursor.take("INITIALLY", "DEFERRED") ? "initially deferred" : "initially immediate" };
      cursor.take("INITIALLY", "IMMEDIATE");
    } else break;
  }
  return { references: { table, ...(columns && { columns }) }, actions };
}

/** NO ACTION is the default, and so is no word at all. */
function action(event: "onDelete" | "onUpdate", cursor: Cursor): ReadReference["actions"] {
  if (cursor.take("SET", "NULL")) return { [event]: "set null" };
  if (cursor.take("SET", "DEFAULT")) return { [event]: "set default" };
  if (cursor.take("CASCADE")) return { [event]: "cascade" };
  if (cursor.take("RESTRICT")) return { [event]: "restrict" };
  cursor.take("NO", "ACTION");
  return {};
}

/** `(a, b COLLATE nocase DESC)`: each part's first piece is the column. */
function columnsIn(pieces: readonly Piece[] | undefined): readonly string[] | undefined {
  return pieces && splitAtCommas(pieces).map(([first]) => first!.value);
}
