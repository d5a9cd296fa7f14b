import { GravenError, type Place } from "../../base/errors.ts";
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
  return `${shown.trimEnd()}\n${" ".repeat(Math.max(0, column - 1 - from))}^`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
