import { defaultOptions, formatPrinted, formatSource } from "./format.ts";
import type { PrettierOptions } from "./source.ts";
import { withEdits, type Edit } from "./source-file.ts";
import { places, type Place } from "./template.ts";

/** The statements that go to each place of a template. */
export type Statements = { readonly [P in Place]: readonly string[] };

/** From this many characters on, statements are formatted a few at a time: the cost of a whole grows faster than its length. */
const longText = 200_000;
const chunkSize = 50;

/** A filled template with its statements, formatted. The way it is done makes no difference to the text. */
export async function formatFilled(skeleton: string, statements: Statements, options: PrettierOptions = defaultOptions, inChunks = isLong(statements)): Promise<string> {
  if (!inChunks || looksAtWholeFile(options)) return formatSource(filled(skeleton, (place) => statements[place].join("\n")), options);
  const outer = await formatSource(skeleton, options);
  const pieces = { stubs: "", upgrade: "", downgrade: "" };
  for (const place of Object.keys(places) as Place[]) pieces[place] = await formatStatements(place, statements[place], options);
  return filledLines(outer, pieces);
}

/** Formatted statements, each line with its indentation, without the last end of a line. */
async function formatStatements(place: Place, statements: readonly string[], options: PrettierOptions): Promise<string> {
  const pieces: string[] = [];
  for (let start = 0; start < statements.length; start += chunkSize) {
    const text = statements.slice(start, start + chunkSize).join("\n");
    const formatted = place === "stubs" ? await formatPrinted(text, options) : bodyOf(await formatPrinted(`function ${place}() {\n${text}\n}`, options));
    const lineEnd = formatted.endsWith("\r\n") ? "\r\n" : "\n";
    // An empty line above a comment is lost where it begins a text.
    pieces.push(start > 0 && text.startsWith("\n") ? lineEnd + formatted : formatted);
  }
  return pieces.join("").replace(/\r?\n$/, "");
}

/** The lines between the braces of a formatted function. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf("\n") + 1, text.lastIndexOf("}"));
}

function filled(skeleton: string, textOf: (place: Place) => string): string {
  return withEdits(skeleton, editsAt(skeleton, (start, place) => ({ start, end: start + places[place].length, text: textOf(place) })));
}

/** Puts formatted text in the place of each comment and of the indentation before it. */
function filledLines(skeleton: string, pieces: Readonly<Record<Place, string>>): string {
  return withEdits(
    skeleton,
    editsAt(skeleton, (start, place) => ({ start: skeleton.lastIndexOf("\n", start) + 1, end: start + places[place].length, text: pieces[place] })),
  );
}

/** One edit per place that is in the text. A message that holds the same words stands above it, so the last one counts. */
function editsAt(skeleton: string, edit: (start: number, place: Place) => Edit): readonly Edit[] {
  return (Object.keys(places) as Place[]).flatMap((place) => {
    const start = skeleton.lastIndexOf(places[place]);
    return /^[ \t]*$/.test(skeleton.slice(skeleton.lastIndexOf("\n", start) + 1, Math.max(start, 0))) && start >= 0 ? [edit(start, place)] : [];
  });
}

function isLong(statements: Statements): boolean {
  return Object.values(statements).reduce((sum, texts) => sum + texts.reduce((length, text) => length + text.length, 0), 0) > longText;
}

/** Whether something beside the statements themselves decides how they are written. */
function looksAtWholeFile(options: PrettierOptions): boolean {
  return Boolean((options.plugins as readonly unknown[] | undefined)?.length) || options.insertPragma === true || options.checkIgnorePragma === true;
}
