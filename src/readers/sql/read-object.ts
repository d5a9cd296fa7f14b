import type { DatabaseObject, Named, View } from "../../schema/types.ts";
import { renamedFrom } from "./annotations.ts";
import type { Cursor } from "./cursor.ts";
import type { CreateObjectFact, Name } from "./facts.ts";

/** What stands between CREATE and the word of the object. */
export interface Head {
  readonly at: number;
  /** The comments above the statement. */
  readonly comments: string;
  readonly replaces?: true;
  readonly temporary?: true;
  readonly unlogged?: true;
  readonly constraint?: true;
  readonly definer?: string;
  readonly view?: Partial<Pick<View, "recursive" | "algorithm" | "sqlSecurity">>;
}

export function objectFact(object: DatabaseObject, head: Head, ifNotExists = false, former = renamedFrom(head.comments, head.at), table?: Name): CreateObjectFact {
  return {
    kind: "createObject",
    at: head.at,
    object,
    ...(head.replaces && { replaces: true }),
    ...(head.temporary && { temporary: true }),
    ...(ifNotExists && { ifNotExists: true }),
    ...(table && { table }),
    ...(former !== undefined && { renamedFrom: former }),
  };
}

/** `key = value, key` in brackets: values as they are written, a key alone is `true`. */
export function readOptions(cursor: Cursor): Named<string> {
  const options: Record<string, string> = {};
  const body = cursor.brackets();
  if (body.isAtEnd) return options;
  for (const part of body.parts()) {
    const key = part.name("an option").toLowerCase();
    options[key] = part.takeSymbol("=") ? part.rest() : "true";
    part.expectEnd("this option");
  }
  return options;
}

/** `touch('a')`, as it is written. */
export function readCall(cursor: Cursor): string {
  const from = cursor.at;
  cursor.qualifiedName("a function");
  if (!cursor.isSymbol("(")) throw cursor.fault('"(" is missing here');
  cursor.skip();
  return cursor.textFrom(from);
}

/** An expression in brackets or up to one of the words, without brackets around the whole. */
export function readUpTo(cursor: Cursor, ...words: readonly string[]): string {
  const from = cursor.at;
  while (!cursor.isAtEnd && !cursor.isWord(...words)) {
    if (cursor.take("CASE")) readUpToEnd(cursor);
    else cursor.skip();
  }
  const text = cursor.textFrom(from);
  return cursor.lexed.tokens[from]?.value === "(" && cursor.closing(from) === cursor.at - 1 ? text.slice(1, -1).trim() : text;
}

function readUpToEnd(cursor: Cursor): void {
  while (!cursor.isAtEnd && !cursor.take("END")) {
    if (cursor.take("CASE")) readUpToEnd(cursor);
    else cursor.skip();
  }
}
