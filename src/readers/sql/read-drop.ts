import type { Cursor } from "./cursor.ts";
import type { Name, StatementFact } from "./facts.ts";
import { readTarget, targetWord } from "./read-target.ts";

/** Reads DROP from the word behind it. `undefined` for what it does not know. */
export function readDrop(cursor: Cursor, at: number): StatementFact | undefined {
  if (cursor.isWord("DATABASE", "ROLE", "USER", "OWNED", "TABLESPACE", "PREPARE") && !cursor.looksAt("USER", "MAPPING")) return { kind: "nothing" };
  if (cursor.syntax.defaultSchema === undefined && cursor.isWord("SCHEMA")) return { kind: "nothing" };
  if (cursor.isWord("LANGUAGE", "PROCEDURAL") && /\bplpgsql\b/i.test(cursor.lexed.text)) return { kind: "nothing" };
  cursor.takeOne("TEMPORARY");
  const what = targetWord(cursor);
  if (!what) return undefined;
  cursor.take("CONCURRENTLY");
  const ifExists = cursor.take("IF", "EXISTS");
  const names: Name[] = [];
  do names.push(readTarget(cursor, what));
  while (cursor.takeSymbol(","));
  const cascade = cursor.takeOne("CASCADE", "RESTRICT") === "CASCADE";
  while (cursor.takeOne("ALGORITHM", "LOCK")) {
    cursor.takeSymbol("=");
    cursor.next();
  }
  cursor.expectEnd("this");
  return { kind: "drop", at, what, names, ...(ifExists && { ifExists: true }), ...(cascade && { cascade: true }) };
}
