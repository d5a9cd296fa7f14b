import { GravenError, GravenErrors, type Place } from "../../base/errors.ts";
import { lineOf } from "./chunks.ts";
import type { SqlFault } from "./cursor.ts";
import { firstWords } from "./read-statement.ts";

/** Columns of a line that an excerpt shows. */
const WIDTH = 100;

/** A fault of a statement as an error with its place, its line and a caret below it. */
export function errorOf(fault: SqlFault, place: Place & { line: number; column: number }, text: string): GravenError {
  const code = fault.isUnknown ? "SQL-002" : fault.isTwice ? "SQL-003" : "SQL-001";
  const sentence = fault.isUnknown ? `${fault.message}: ${firstWords(text)}` : `${capital(fault.message)}.`;
  const hint = fault.hint ?? (fault.isUnknown ? 'Leave it out of the models, or carry it as it is: unsupported: "raw" in the config.' : undefined);
  return new GravenError(code, sentence, { place, hint, excerpt: excerptOf(place) });
}

export function excerptOf({ file, line, column }: { readonly file: string; readonly line: number; readonly column: number }): string | undefined {
  const whole = lineOf(file, line);
  if (whole === undefined) return undefined;
  // A long line is shown around the place.
  const from = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
  const shown = whole.slice(from, from + WIDTH).replaceAll("\t", " ");
  return `${shown.trimEnd()}\n${" ".repeat(shownWidth(shown.slice(0, Math.max(0, column - 1 - from))))}^`;
}

/** Marks that are put on the letter before them. */
const MARK = /^[\p{M}\u200b-\u200d\ufeff]$/u;
/** Letters of East Asia and pictures, which terminals show in two columns: https://www.unicode.org/reports/tr11/ */
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]$|^\p{Emoji_Presentation}$|^[\u{20000}-\u{3fffd}]$/u;

/** How many columns a terminal gives a text. */
function shownWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += MARK.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/** Faults of the models that SQL files make, with the lines at their places. */
export function withExcerpts(error: unknown): unknown {
  if (error instanceof GravenErrors) return new GravenErrors(error.errors.map(shown));
  return error instanceof GravenError ? shown(error) : error;
}

function shown(error: GravenError): GravenError {
  const { file, line, column } = error.place ?? {};
  if (error.excerpt !== undefined || file === undefined || line === undefined || column === undefined || !/\.sql$/i.test(file)) return error;
  return new GravenError(error.code, error.message, { place: error.place, hint: error.hint, excerpt: excerptOf({ file, line, column }), cause: error.cause });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
