import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { GravenError, messageOf } from "../../base/errors.ts";

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/** A file's text in pieces, so that a large one is never whole in memory. Throws FIL-003 for one that cannot be read, SQL-001 for one that is no text. */
export function* textChunks(path: string): Generator<string> {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new GravenError("FIL-003", `Cannot read ${path}: ${messageOf(error)}`, { cause: error });
  }
  try {
    let decoder: StringDecoder | undefined;
    const bytes = Buffer.alloc(CHUNK);
    for (;;) {
      const length = readSync(file, bytes, 0, CHUNK, null);
      if (length === 0) break;
      // PowerShell writes redirected output as UTF-16.
      decoder ??= new StringDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : "utf8");
      const text = decoder.write(bytes.subarray(0, length));
      if (text.includes("\0")) throw new GravenError("SQL-001", `${path} holds bytes that are no text.`, { place: { file: path }, hint: "Is it a database, or a dump in another format? pg_dump writes SQL with --format=plain." });
      yield text;
    }
    const rest = decoder?.end();
    if (rest) yield rest;
  } finally {
    closeSync(file);
  }
}

/** Whether a file is UTF-8 from its beginning to its end. */
export function isUtf8(path: string): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(CHUNK);
    for (let length = readSync(file, bytes, 0, CHUNK, null); length > 0; length = readSync(file, bytes, 0, CHUNK, null)) decoder.decode(bytes.subarray(0, length), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/** One line of a file, counted from 1, without its end. */
export function lineOf(path: string, line: number): string | undefined {
  let count = 1;
  let found = "";
  for (const chunk of textChunks(path)) {
    const lines = chunk.split("\n");
    for (const [index, text] of lines.entries()) {
      if (index > 0) count++;
      if (count === line) found += text;
      if (count > line) return found.replace(/^\ufeff/, "").replace(/\r$/, "");
    }
  }
  return count === line ? found.replace(/\r$/, "") : undefined;
}
