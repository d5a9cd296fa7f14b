import type { Reader } from "./expression-parse.ts";
import { quotedWhereNeeded } from "./expression-print.ts";
import { isReserved } from "./expression-words.ts";

/** Types of several words, by their first. */
const continued: Readonly<Record<string, RegExp>> = {
  double: /^PRECISION$/,
  character: /^VARYING$/,
  char: /^VARYING$/,
  bit: /^VARYING$/,
  national: /^(CHARACTER|CHAR|VARYING)$/,
};

/** Reads a type such as `character varying(10)[]`; `undefined`, with the reader anywhere, where none stands. */
export function typeName(reader: Reader): string | undefined {
  const first = reader.peek();
  if (first?.kind === "quoted") {
    reader.at++;
    return qualifiedRest(reader, quotedWhereNeeded(first.value));
  }
  if (first?.kind !== "word") return undefined;
  const word = first.text.toLowerCase();
  if (isReserved(word)) return undefined;
  reader.at++;
  let name = word;
  for (let next = reader.next(); continued[word]?.test(next ?? ""); next = reader.next()) {
    name += ` ${next!.toLowerCase()}`;
    reader.at++;
  }
  return qualifiedRest(reader, name);
}

function qualifiedRest(reader: Reader, first: string): string | undefined {
  let name = first;
  while (reader.next() === ".") {
    const part = reader.peek(1);
    if (part?.kind !== "word" && part?.kind !== "quoted") return undefined;
    name += `.${quotedWhereNeeded(part.kind === "word" ? part.text.toLowerCase() : part.value)}`;
    reader.at += 2;
  }
  name += modifiers(reader) ?? "";
  if (/^(timestamp|time)\b/.test(name)) {
    for (const zone of ["WITH", "WITHOUT"]) if (reader.take(zone, "TIME", "ZONE")) name += ` ${zone.toLowerCase()} time zone`;
  }
  while (reader.next() === "[") {
    const size = reader.peek(1)?.kind === "number" ? 1 : 0;
    if (reader.next(1 + size) !== "]") return undefined;
    reader.at += 2 + size;
    name += "[]";
  }
  return name;
}

/** `(10, 2)`, where only numbers stand within. */
function modifiers(reader: Reader): string | undefined {
  if (reader.next() !== "(") return undefined;
  const numbers: string[] = [];
  let at = 1;
  for (;;) {
    const token = reader.peek(at);
    if (token?.kind !== "number" && token?.kind !== "word") return undefined;
    numbers.push(token.text.toLowerCase());
    const after = reader.next(at + 1);
    at += 2;
    if (after === ")") break;
    if (after !== ",") return undefined;
  }
  reader.at += at;
  return `(${numbers.join(",")})`;
}
