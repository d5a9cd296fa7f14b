import { defaultOptions, formatSource } from "./format.ts";
import { layoutOf } from "./format-layout.ts";
import { formatStatements } from "./format-pieces.ts";
import type { PrettierOptions } from "./source.ts";
import { withEdits, type Edit } from "./source-file.ts";
import { places, type Place } from "./template.ts";

/** The statements that go to each place of a template. */
export type Statements = { readonly [P in Place]: readonly string[] };

/** From this many characters on, statements are formatted in pieces: the cost of a whole grows with its length, and faster. */
const longText = 30_000;

/** A filled template with its statements, formatted. The way it is done makes no difference to the text. */
export async function formatFilled(skeleton: string, statements: Statements, options: PrettierOptions = defaultOptions, inPieces = isLong(statements)): Promise<string> {
  const pieces = inPieces ? await formatInPieces(skeleton, statements, options) : undefined;
  return pieces ?? formatSource(filled(skeleton, (place) => statements[place].join("\n")), options);
}

/** The same in pieces; nothing where that is not possible. */
export async function formatInPieces(skeleton: string, statements: Statements, options: PrettierOptions): Promise<string | undefined> {
  const layout = layoutOf(options);
  if (!layout) return undefined;
  const names = Object.keys(places) as Place[];
  const wanted = names.map((place) => ({ statements: statements[place], depth: place === "stubs" ? 0 : 1 }));
  const formatted = await formatStatements(wanted, { ...options, endOfLine: "lf" }, layout);
  if (!formatted) return undefined;
  const outer = await formatSource(skeleton, options);
  const isCrlf = outer.includes("\r\n");
  let next = 0;
  const textOf = (place: Place) => formatted.slice(next, (next += statements[place].length)).join("\n");
  const pieces = { stubs: textOf("stubs"), upgrade: textOf("upgrade"), downgrade: textOf("downgrade") };
  if (isCrlf) for (const place of names) pieces[place] = pieces[place].replaceAll("\n", "\r\n");
  return filledLines(outer, pieces);
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
