import { GravenError } from "../../base/errors.ts";
import { withoutByteOrderMark } from "../../base/text.ts";

/** A cell, and whether it stood in quotes: only what did not can stand for NULL. */
export interface CsvCell {
  readonly text: string;
  readonly quoted: boolean;
}

export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly CsvCell[];
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** The records of a CSV text, as RFC 4180 has them; empty lines are left out. Throws MOD-045 for quotes that do not fit. */
export function csvRecords(text: string, file: string): CsvRecord[] {
  const body = withoutByteOrderMark(text);
  const records: CsvRecord[] = [];
  let [line, cells, at]: [number, CsvCell[], number] = [1, [], 0];
  while (at < body.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(body);
    if (!match) throw new GravenError("MOD-045", "The quotes of this line do not fit.", { place: { file, line: line + lineBreaks(cells.map((cell) => cell.text).join("")) }, hint: 'A cell with commas, quotes or line breaks stands in quotes, with quotes in it doubled: "say ""no""".' });
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? { text: plain!, quoted: false } : { text: quoted.replaceAll('""', '"'), quoted: true });
    at += whole.length;
    if (end === "," && at < body.length) continue;
    if (end === ",") cells.push({ text: "", quoted: false });
    if (cells.length > 1 || cells[0]!.text !== "" || cells[0]!.quoted) records.push({ line, cells });
    line += 1 + lineBreaks(cells.map((cell) => cell.text).join(""));
    cells = [];
  }
  return records;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
