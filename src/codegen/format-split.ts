/** A statement that declares a table, cut into what is laid out independently of the rest. */
export interface SplitStatement {
  /** The statement with the name `columnsHole` in place of all columns and, where its parts were cut out, `partsHole` in place of these. */
  readonly skeleton: string;
  readonly columns: readonly string[];
  /** Nothing where the parts stay in the skeleton. */
  readonly parts: readonly string[];
}

export const columnsHole = "graven_columns_";
export const partsHole = "graven_parts_";

/** A name that fills a line by itself, so that whatever list it stands in is written on several lines. */
export function wide(name: string, printWidth: number): string {
  return name.padEnd(printWidth + 1, "_");
}

const beginning = /^const [\w$]+ = table\("(?:[^"\\]|\\.)*", \{ /;
const partsBeginning = "}, (t) => [";

/**
 * Cuts a stub whose columns are too long for one line: these are then written one below the other whatever they are, and so are the
 * parts when they are too long as well. Nothing for all other statements, and for columns whose keys are quoted, as one
 * quoted key can decide about the others.
 */
export function splitStatement(text: string, printWidth: number): SplitStatement | undefined {
  const head = beginning.exec(text)?.[0];
  if (head === undefined) return undefined;
  const columns = itemsFrom(text, head.length);
  if (!isLonger(columns.items, printWidth) || columns.items.some((item) => /^["[]/.test(item))) return undefined;
  const rest = text.slice(columns.end);
  const before = `${head}${wide(columnsHole, printWidth)} `;
  if (!rest.startsWith(partsBeginning)) return { skeleton: before + rest, columns: columns.items, parts: [] };
  const parts = itemsFrom(rest, partsBeginning.length);
  if (!isLonger(parts.items, printWidth)) return { skeleton: before + rest, columns: columns.items, parts: [] };
  return { skeleton: before + partsBeginning + wide(partsHole, printWidth) + rest.slice(parts.end), columns: columns.items, parts: parts.items };
}

/** Whether the items cannot stand on one line, however few blanks are between them. */
function isLonger(items: readonly string[], printWidth: number): boolean {
  return items.reduce((sum, item) => sum + item.replace(/\s/g, "").length, 0) > printWidth;
}

/** The items of a list from its first one on, and the offset of the bracket that closes the list. */
function itemsFrom(text: string, start: number): { readonly items: readonly string[]; readonly end: number } {
  const items: string[] = [];
  let depth = 0;
  let from = start;
  const signs = /"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\[^])*`|[()[\]{},]/g;
  signs.lastIndex = start;
  for (let match = signs.exec(text); match; match = signs.exec(text)) {
    const [sign] = match;
    if (sign === "(" || sign === "[" || sign === "{") depth++;
    else if (sign === ")" || sign === "]" || sign === "}") depth--;
    if (depth < 0 || (sign === "," && depth === 0)) {
      items.push(text.slice(from, match.index).trim());
      from = match.index + 1;
    }
    if (depth < 0) return { items, end: match.index };
  }
  return { items, end: text.length };
}
