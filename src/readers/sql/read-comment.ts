import type { Cursor } from "./cursor.ts";
import type { Name, StatementFact } from "./facts.ts";
import { readTarget, tableOf, targetWord } from "./read-target.ts";

/** Reads COMMENT ON from the word behind it. `undefined` for what it does not know. */
export function readComment(cursor: Cursor, at: number): StatementFact | undefined {
  // Those of the server and of PostgreSQL's own schema are no part of a schema.
  if (cursor.isWord("DATABASE", "ROLE", "TABLESPACE", "LANGUAGE", "PROCEDURAL")) return { kind: "nothing" };
  if (cursor.looksAt("SCHEMA", "PUBLIC") || (cursor.isWord("SCHEMA") && cursor.peek(1)?.value === "public")) return { kind: "nothing" };
  if (cursor.take("COLUMN")) {
    const parts: string[] = [];
    const start = cursor.offset;
    do parts.push(cursor.name("a column"));
    while (cursor.takeSymbol("."));
    const part = parts.pop()!;
    const name = parts.pop();
    const schema = parts.pop();
    if (name === undefined) throw cursor.fault("a table and a column are missing here");
    return { kind: "comment", at, on: "column", name: { name, at: start, ...(schema !== undefined && { schema }) }, part, text: readText(cursor) };
  }
  if (cursor.take("CONSTRAINT")) {
    const start = cursor.offset;
    const part = cursor.name("the constraint");
    cursor.expect("ON");
    const isDomain = cursor.take("DOMAIN");
    const name: Name = { ...tableOf(cursor), at: start };
    const text = readText(cursor);
    return { kind: "comment", at, on: isDomain ? "domain constraint" : "constraint", name, part, text };
  }
  const on = targetWord(cursor);
  if (!on) return undefined;
  const name = readTarget(cursor, on);
  return { kind: "comment", at, on, name, text: readText(cursor) };
}

function readText(cursor: Cursor): string | null {
  cursor.expect("IS");
  if (cursor.take("NULL")) return null;
  const text = cursor.string();
  cursor.expectEnd("this");
  return text;
}
