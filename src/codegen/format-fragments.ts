import { formatPrinted } from "./format.ts";
import { masked, unmasked } from "./format-mask.ts";
import { wide } from "./format-split.ts";
import type { PrettierOptions } from "./source.ts";

/** Source that is laid out by itself, given where it stands. */
export interface Fragment {
  readonly text: string;
  readonly kind: "statement" | "property" | "element";
  /** How far in it stands, in steps of the indentation. */
  readonly depth: number;
  /** Whether no comma follows it: then it has room for one character more. */
  readonly isBare?: boolean;
}

/**
 * Formats fragments, each with its indentation and without the last end of a line. Those that differ in their words alone are
 * formatted once, all in one call. Nothing where the result is not the expected one.
 */
export async function formatFragments(fragments: readonly Fragment[], options: PrettierOptions, printWidth: number): Promise<readonly string[] | undefined> {
  const distinct = new Map<string, { readonly fragment: Fragment; readonly index: number }>();
  const asked = fragments.map((fragment) => {
    const { text, words } = masked(fragment.text);
    const key = `${fragment.kind} ${fragment.depth} ${fragment.isBare ?? false} ${words.length > 0} ${text}`;
    const present = distinct.get(key);
    if (!present) distinct.set(key, { fragment: { ...fragment, text }, index: distinct.size });
    return { words, index: present?.index ?? distinct.size - 1 };
  });
  const wanted = [...distinct.values()].map(({ fragment }) => fragment);
  const formatted = cut(await formatPrinted(wanted.map((fragment, index) => wrapped(fragment, index, printWidth)).join("\n"), options), wanted);
  const results = asked.map(({ words, index }) => {
    const text = formatted[index];
    return text === undefined ? undefined : unmasked(text, words);
  });
  return results.every((text) => text !== undefined) ? results : undefined;
}

const startName = "graven_start_";
const endName = "graven_end_";

/** The fragment at its depth, between two names by which it is found again. */
function wrapped({ text, kind, depth, isBare }: Fragment, index: number, printWidth: number): string {
  const [start, end] = [wide(`${startName}${index}_`, printWidth), `${endName}${index}_`];
  if (kind === "statement") {
    const body = `${start};\n${text}\n${end};`;
    return depth ? `function graven() {\n${body}\n}` : body;
  }
  const items = `${start}, ${text}${isBare ? "" : ", graven"}`;
  const list = kind === "property" ? `{ ${items} }` : `[${items}]`;
  return `graven = ${"{ graven: ".repeat(depth - 1)}${list}${" }".repeat(depth - 1)};\n${end};`;
}

/** The fragments of a formatted text; `undefined` for one that is not found. */
function cut(text: string, fragments: readonly Fragment[]): readonly (string | undefined)[] {
  const result = Array<string | undefined>(fragments.length);
  const places = /^[ \t]*graven_(start|end)_(\d+)_+[,;]?$/gm;
  let start = 0;
  for (const match of text.matchAll(places)) {
    const index = Number(match[2]);
    if (match[1] === "start") start = match.index + match[0].length + 1;
    else result[index] = withoutClosing(text.slice(start, match.index - 1), fragments[index]!);
  }
  return result;
}

/** The text without the lines of the lists that were put around it, and without its comma. */
function withoutClosing(text: string, { kind, depth, isBare }: Fragment): string {
  if (kind === "statement") return text;
  let end = text.length;
  for (let lines = depth + (isBare ? 0 : 1); lines > 0; lines--) end = text.lastIndexOf("\n", end - 1);
  return text.slice(0, isBare ? end : end - 1);
}
