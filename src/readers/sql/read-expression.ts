import type { Default } from "../../schema/types.ts";
import type { Cursor } from "./cursor.ts";

/** Words that end a default, as they begin what stands after it on the column. */
const stops = new Set(
  "CONSTRAINT NOT NULL PRIMARY UNIQUE KEY CHECK REFERENCES GENERATED AS COLLATE AUTO_INCREMENT AUTOINCREMENT COMMENT ON INVISIBLE VISIBLE COLUMN_FORMAT STORAGE COMPRESSION VIRTUAL STORED DEFERRABLE INITIALLY FIRST AFTER".split(" "),
);

/** Reads the expression after DEFAULT. `undefined` for NULL, which is no default. */
export function readDefault(cursor: Cursor): Default | undefined {
  const from = cursor.at;
  const first = cursor.next();
  if (first.kind === "symbol" && first.value === "(") {
    cursor.at--;
    cursor.skip();
  }
  while (!cursor.isAtEnd && !cursor.isSymbol(",")) {
    const token = cursor.peek()!;
    if (token.kind === "word" && stops.has(token.value)) break;
    if (token.kind === "word" && token.value === "WITHOUT" && cursor.looksAt("WITHOUT", "SYSTEM")) break;
    cursor.skip();
  }
  return defaultOf(cursor, from);
}

function defaultOf(cursor: Cursor, from: number): Default | undefined {
  const tokens = cursor.lexed.tokens.slice(from, cursor.at);
  const text = cursor.textFrom(from);
  const [first, second] = tokens;
  if (!first) throw cursor.fault("the default is missing here");
  if (tokens.length === 1) {
    if (first.kind === "word" && first.value === "NULL") return undefined;
    if (first.kind === "string" && text[0] === "'") return { value: first.value };
    if (first.kind === "number") return numberDefault(text);
    if (first.kind === "word" && (first.value === "TRUE" || first.value === "FALSE") && !cursor.syntax.features.has("autoincrement")) return { value: first.value === "TRUE" };
  }
  if (tokens.length === 2 && (first.value === "-" || first.value === "+") && second!.kind === "number") return numberDefault(text.replace(/^\+|\s+/g, ""));
  // Brackets around the whole are how MySQL and SQLite want an expression written; the writers put them back.
  const open = tokens.length > 2 && first.value === "(" && !cursor.syntax.foldsNames && cursor.closing(from) === cursor.at - 1;
  return { sql: open ? text.slice(1, -1).trim() : text };
}

/** A number as a value where JavaScript keeps it as it is written. */
function numberDefault(text: string): Default {
  return String(Number(text)) === text ? { value: Number(text) } : { sql: text };
}

/** An expression in brackets, without them. */
export function readBracketed(cursor: Cursor): string {
  const inner = cursor.brackets();
  const text = inner.rest();
  if (text === "") throw cursor.fault("the expression in brackets is empty");
  return text;
}
