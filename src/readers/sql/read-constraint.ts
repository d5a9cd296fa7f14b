import type { Deferrable, IndexPart, ReferentialAction } from "../../schema/types.ts";
import { renamedHere } from "./annotations.ts";
import type { Cursor } from "./cursor.ts";
import type { IndexFact, PartFact, ReferenceFact } from "./facts.ts";
import { readBracketed } from "./read-expression.ts";
import { keyWithoutOverlaps, readInclude, readIndexOptions, readIndexParts, readKeyParts, readMethod, readNullsNotDistinct, readStorage } from "./read-index.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Whether a constraint or a key of the table begins here, not a column. */
export function beginsPart(cursor: Cursor): boolean {
  const second = cursor.peek(1);
  const third = cursor.peek(2);
  const isOpen = second?.kind === "symbol" && second.value === "(";
  if (cursor.isWord("CONSTRAINT")) return second !== undefined && (second.kind === "quoted" || second.kind === "word") && !isType(cursor);
  if (cursor.isWord("PRIMARY", "FOREIGN")) return second?.kind === "word" && second.value === "KEY";
  if (cursor.isWord("CHECK")) return isOpen;
  if (cursor.isWord("EXCLUDE")) return isOpen || (second?.kind === "word" && second.value === "USING");
  if (cursor.isWord("PERIOD")) return second?.kind === "word" && second.value === "FOR";
  if (cursor.isWord("UNIQUE")) return isOpen || (second?.kind === "word" && ["KEY", "INDEX", "NULLS", "USING"].includes(second.value)) || (cursor.syntax.features.has("keyInTable") && second !== undefined && third?.value === "(");
  if (!cursor.syntax.features.has("keyInTable")) return false;
  if (cursor.isWord("FULLTEXT", "SPATIAL")) return isOpen || (second?.kind === "word" && (second.value === "KEY" || second.value === "INDEX")) || third?.value === "(";
  if (cursor.isWord("KEY", "INDEX")) return isOpen || third?.value === "(" || (second?.kind === "word" && second.value === "USING") || (third?.kind === "word" && third.value === "USING") || (second?.kind === "word" && second.value === "IF");
  return false;
}

/** SQLite has a column called "constraint" in files of people: its type stands where a constraint's word would. */
function isType(cursor: Cursor): boolean {
  const third = cursor.peek(2);
  return third === undefined || (third.kind === "symbol" && third.value !== "(");
}

/** Reads a constraint or a key of the table. */
export function readTablePart(cursor: Cursor): PartFact {
  const at = cursor.offset;
  const renamed = renamedHere(cursor);
  let name: string | undefined;
  if (cursor.take("CONSTRAINT") && !cursor.isWord("PRIMARY", "UNIQUE", "FOREIGN", "CHECK")) name = cursor.name("the constraint's name");
  const part = readPartBody(cursor, at);
  const own = name ?? part.name;
  return { ...part, ...(own !== undefined && { name: own }), ...renamed };
}

function readPartBody(cursor: Cursor, at: number): PartFact {
  if (cursor.take("PRIMARY", "KEY")) {
    readMethod(cursor);
    if (!cursor.isSymbol("(")) void cursor.takeName();
    const { parts, ...apart } = readKeyParts(cursor);
    const columns = plainColumns(cursor, parts);
    const include = readInclude(cursor);
    readIndexTail(cursor);
    // SQLite: AUTOINCREMENT may stand in the table's own constraint.
    return { kind: "primaryKey", at, columns, ...apart, ...include, ...readDeferrable(cursor) };
  }
  if (cursor.take("UNIQUE")) return readUnique(cursor, at);
  if (cursor.take("FOREIGN", "KEY")) {
    cursor.take("IF", "NOT", "EXISTS");
    const name = cursor.isSymbol("(") ? undefined : cursor.takeName();
    const columns = cursor.nameList();
    cursor.expect("REFERENCES");
    return { kind: "foreignKey", at, columns, ...(name !== undefined && { name }), ...readReference(cursor) };
  }
  if (cursor.take("CHECK")) return readCheck(cursor, at);
  if (cursor.take("EXCLUDE")) return readExclusion(cursor, at);
  const type = cursor.takeOne("FULLTEXT", "SPATIAL");
  if (cursor.takeOne("KEY", "INDEX") || type) {
    const { withoutOverlaps, ...key } = readKey(cursor, at, type);
    return withoutOverlaps === undefined ? key : keyWithoutOverlaps({ at, parts: key.parts, options: {}, withoutOverlaps });
  }
  throw cursor.fault("a constraint is not understood here");
}

function readUnique(cursor: Cursor, at: number): PartFact {
  const isKey = cursor.takeOne("KEY", "INDEX") !== undefined || cursor.syntax.features.has("keyInTable");
  const nullsNotDistinct = readNullsNotDistinct(cursor);
  if (isKey) {
    const { withoutOverlaps, ...key } = readKey(cursor, at);
    const { kind: _, parts, ...rest } = key;
    if (withoutOverlaps !== undefined) {
      const { at: __, name, renamedFrom: ___, ...options } = rest;
      return keyWithoutOverlaps({ at, name, unique: true, parts, options, withoutOverlaps });
    }
    // A key of whole columns without options is a constraint, as other databases know it.
    const isPlain = parts.every((part) => "column" in part && Object.keys(part).length === 1) && key.method === undefined && Object.keys(rest).every((each) => each === "at" || each === "name");
    return isPlain ? { kind: "unique", ...rest, columns: parts.map((part) => ("column" in part ? part.column : "")) } : { ...key, unique: true };
  }
  const { parts, ...apart } = readKeyParts(cursor);
  const columns = plainColumns(cursor, parts);
  const include = readInclude(cursor);
  readIndexTail(cursor);
  return { kind: "unique", at, columns, ...apart, ...nullsNotDistinct, ...include, ...readDeferrable(cursor) };
}

function readKey(cursor: Cursor, at: number, type?: "FULLTEXT" | "SPATIAL"): IndexFact & { readonly withoutOverlaps?: string } {
  cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.isSymbol("(") || cursor.looksAt("USING") ? undefined : cursor.takeName();
  const method = readMethod(cursor);
  const { parts, ...apart } = readKeyParts(cursor);
  const { method: later, ...options } = readIndexOptions(cursor);
  const used = method ?? later;
  return { kind: "index", at, ...(name !== undefined && { name }), parts, ...(used !== undefined && { method: used }), ...options, ...apart, ...(type && { type: type === "FULLTEXT" ? "fulltext" : "spatial" }) };
}

function plainColumns(cursor: Cursor, parts: readonly IndexPart[]): string[] {
  return parts.map((part) => {
    if (!("column" in part)) throw cursor.fault("a key names columns only");
    return part.column;
  });
}

export function readCheck(cursor: Cursor, at: number): Extract<PartFact, { kind: "check" }> {
  const sql = readBracketed(cursor);
  const check: Mutable<Extract<PartFact, { kind: "check" }>> = { kind: "check", at, sql };
  for (;;) {
    if (cursor.take("NO", "INHERIT")) check.noInherit = true;
    else if (cursor.take("NOT", "VALID")) check.notValid = true;
    else if (cursor.take("NOT", "ENFORCED")) check.notEnforced = true;
    else if (cursor.take("ENFORCED") || takeConflict(cursor)) continue;
    else return check;
  }
}

function readExclusion(cursor: Cursor, at: number): PartFact {
  const method = readMethod(cursor);
  const elements = cursor
    .brackets()
    .parts()
    .map((part) => {
      const with_ = findWith(part);
      const [element] = readIndexParts(part, with_);
      part.at = with_;
      part.expect("WITH");
      const operator = part.take("OPERATOR") ? `OPERATOR(${part.brackets().rest()})` : part.rest();
      return { ...element!, operator };
    });
  const include = readInclude(cursor);
  readIndexTail(cursor);
  const where = cursor.take("WHERE") ? { where: readBracketed(cursor) } : {};
  return { kind: "exclusion", at, elements, ...(method !== undefined && { method }), ...include, ...where, ...readDeferrable(cursor) };
}

/** Where the last WITH outside of brackets stands: the operator follows it. */
function findWith(part: Cursor): number {
  const start = part.at;
  let found = -1;
  while (!part.isAtEnd) {
    if (part.isWord("WITH")) found = part.at;
    part.skip();
  }
  part.at = start;
  if (found < 0) throw part.fault("WITH and an operator are missing in EXCLUDE");
  return found;
}

/** What may follow a key's columns and says nothing of the model: storage of its index, ON CONFLICT, MySQL's options. */
export function readIndexTail(cursor: Cursor): void {
  for (;;) {
    if (cursor.isWord("WITH") && cursor.isSymbol("(", 1)) {
      cursor.at++;
      readStorage(cursor);
    } else if (cursor.take("USING", "INDEX", "TABLESPACE")) cursor.name();
    else if (cursor.syntax.features.has("keyInTable") && cursor.isWord("USING", "KEY_BLOCK_SIZE", "COMMENT")) readIndexOptions(cursor);
    else if (!takeConflict(cursor)) return;
  }
}

/** SQLite: ON CONFLICT REPLACE and its like are not in the model; ABORT is what is done anyway. */
export function takeConflict(cursor: Cursor): boolean {
  if (!cursor.looksAt("ON", "CONFLICT")) return false;
  const word = cursor.peek(2);
  if (word?.value !== "ABORT") throw cursor.fault("ON CONFLICT is not in the model", 'Say it in the statements: INSERT … ON CONFLICT, or INSERT OR REPLACE.');
  cursor.at += 3;
  return true;
}

export function readDeferrable(cursor: Cursor): Deferrable & { notValid?: true } {
  let deferrable: Deferrable["deferrable"];
  let notValid = false;
  for (;;) {
    if (cursor.take("NOT", "DEFERRABLE")) deferrable = undefined;
    else if (cursor.take("DEFERRABLE")) deferrable ??= "initially immediate";
    else if (cursor.take("INITIALLY", "DEFERRED")) deferrable = "initially deferred";
    else if (cursor.take("INITIALLY", "IMMEDIATE")) deferrable = deferrable && "initially immediate";
    else if (cursor.take("NOT", "VALID")) notValid = true;
    else return { ...(deferrable && { deferrable }), ...(notValid && { notValid: true }) };
  }
}

const actionWords: readonly (readonly [readonly string[], ReferentialAction | undefined])[] = [
  [["CASCADE"], "cascade"],
  [["RESTRICT"], "restrict"],
  [["SET", "NULL"], "set null"],
  [["SET", "DEFAULT"], "set default"],
  [["NO", "ACTION"], undefined],
];

/** Reads what follows REFERENCES. */
export function readReference(cursor: Cursor): ReferenceFact {
  const reference: Mutable<ReferenceFact> = { table: cursor.qualifiedName("the table that is referred to") };
  if (cursor.isSymbol("(")) reference.referred = cursor.nameList();
  for (;;) {
    if (cursor.take("MATCH")) {
      if (cursor.takeOne("FULL", "SIMPLE", "PARTIAL") === "FULL") reference.match = "full";
    } else if (cursor.take("ON", "DELETE")) {
      const action = readAction(cursor);
      if (action) reference.onDelete = action;
      if (cursor.isSymbol("(")) reference.onDeleteColumns = cursor.nameList();
    } else if (cursor.take("ON", "UPDATE")) {
      const action = readAction(cursor);
      if (action) reference.onUpdate = action;
    } else break;
  }
  return { ...reference, ...readDeferrable(cursor) };
}

function readAction(cursor: Cursor): ReferentialAction | undefined {
  for (const [words, action] of actionWords) if (cursor.take(...words)) return action;
  throw cursor.fault("CASCADE, RESTRICT, SET NULL, SET DEFAULT or NO ACTION is missing here");
}
