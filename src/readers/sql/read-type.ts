import type { Cursor } from "./cursor.ts";

/** Words that end a column's type, as they begin what stands on the column. */
const columnWords = new Set(
  "CONSTRAINT NOT NULL DEFAULT PRIMARY UNIQUE KEY CHECK REFERENCES GENERATED AS COLLATE AUTO_INCREMENT AUTOINCREMENT COMMENT ON INVISIBLE VISIBLE COLUMN_FORMAT STORAGE COMPRESSION VIRTUAL STORED PERSISTENT DEFERRABLE INITIALLY FIRST AFTER USING CHARSET SRID COMPRESSED".split(" "),
);

/** What may follow the first word of a type, by that word. */
const continued: Readonly<Record<string, readonly string[]>> = {
  DOUBLE: ["PRECISION"],
  CHARACTER: ["VARYING", "LARGE", "OBJECT"],
  CHAR: ["VARYING", "BYTE"],
  BIT: ["VARYING"],
  NATIONAL: ["CHARACTER", "CHAR", "VARCHAR", "VARYING"],
  LONG: ["VARCHAR", "VARBINARY", "CHAR", "VARYING", "BYTE"],
  INTERVAL: ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO"],
};

const numberWords = ["UNSIGNED", "SIGNED", "ZEROFILL"];

/** Reads a column's type and gives its text. */
export function readType(cursor: Cursor): string {
  const from = cursor.at;
  const first = cursor.peek();
  if (!first || (first.kind !== "word" && first.kind !== "quoted")) throw cursor.fault("the column's type is missing here");
  if (first.kind === "word" && first.value === "SETOF") cursor.at++;
  cursor.at++;
  while (cursor.isSymbol(".")) cursor.at += 2;
  const follows = continued[first.value] ?? [];
  while (cursor.peek()?.kind === "word" && follows.includes(cursor.peek()!.value)) cursor.at++;
  const isOpen = cursor.syntax.features.has("autoincrement");
  // SQLite takes any words for a type.
  if (isOpen) while (cursor.peek() && cursor.peek()!.kind !== "symbol" && !(cursor.peek()!.kind === "word" && columnWords.has(cursor.peek()!.value))) cursor.at++;
  if (cursor.isSymbol("(")) cursor.skip();
  if (first.value === "TIMESTAMP" || first.value === "TIME") {
    for (const zone of ["WITH", "WITHOUT"]) cursor.take(zone, "TIME", "ZONE");
  }
  if (first.value === "INTERVAL" && cursor.syntax.features.has("identity")) while (cursor.isWord(...continued["INTERVAL"]!)) cursor.at++;
  if (cursor.isSymbol("(")) cursor.skip();
  while (cursor.isWord(...numberWords)) {
    if (!cursor.syntax.features.has("unsigned") && !isOpen) break;
    cursor.at++;
  }
  while (cursor.isSymbol("[") || cursor.isWord("ARRAY")) cursor.skip();
  // There quotes only hold the words together.
  if (isOpen && cursor.lexed.tokens.slice(from, cursor.at).some(({ kind }) => kind === "quoted")) return cursor.lexed.tokens.slice(from, cursor.at).map((token) => (token.kind === "quoted" ? token.value : cursor.lexed.text.slice(token.at, token.end))).join(" ").replace(/ ?([(),]) ?/g, "$1");
  return spelled(cursor, from);
}

/** The type's text on one line, without comments. */
function spelled(cursor: Cursor, from: number): string {
  const text = cursor.textFrom(from);
  if (!/[\n\r]|--|\/\*/.test(text)) return text;
  return cursor.lexed.tokens
    .slice(from, cursor.at)
    .map(({ at, end }) => cursor.lexed.text.slice(at, end))
    .join(" ")
    .replace(/ ?([(),[\]]) ?/g, "$1");
}

export function isColumnWord(word: string): boolean {
  return columnWords.has(word);
}
