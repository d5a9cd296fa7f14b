/** A text whose names and strings are replaced by others of the same kind and width, with what they were, in order. */
export interface Masked {
  readonly text: string;
  readonly words: readonly string[];
}

/** What printed source is made of, as far as masking goes: strings, words, numbers, and each other character by itself. */
const token = /"[^"]*"|[A-Za-z_$][\w$]*|\d[\w.]*/g;
const mask = /(?<![\w$])[Qq]q*(?![\w$])/g;
/** What decides by more than its width how a text is written: escapes, templates, comments, other quotes, wide characters. */
const peculiar = /[^\n -~]|[\\`'/]|"\s*:/;
/** Words that have a meaning of their own where the printers write them as a value. */
const kept = new Set(["const", "true", "false", "null", "undefined", "new", "as", "never", "NaN", "Infinity"]);

/**
 * Masks the names and the strings of printed source: Prettier writes what comes out as it writes what went in, so it is asked
 * once for all texts that come out the same. A name that is called stays, as some called names are written in ways of their own.
 * A text that is not safe to be masked comes out as it is.
 */
export function masked(text: string): Masked {
  if (peculiar.test(text)) return { text, words: [] };
  const words: string[] = [];
  let isClear = true;
  const result = text.replace(token, (word, start: number) => {
    if (word.startsWith('"')) {
      if (word.length > 2) words.push(word.slice(1, -1));
      return `"${"q".repeat(word.length - 2)}"`;
    }
    if (isKept(word, text[start + word.length])) {
      isClear &&= !/^[Qq]q*$/.test(word);
      return word;
    }
    words.push(word);
    return (/^[A-Z]/.test(word) ? "Q" : "q") + "q".repeat(word.length - 1);
  });
  return isClear ? { text: result, words } : { text, words: [] };
}

/** The formatted text with the words that were masked, or nothing where they do not fit it. */
export function unmasked(formatted: string, words: readonly string[]): string | undefined {
  if (!words.length) return formatted;
  let index = 0;
  let fits = true;
  const result = formatted.replace(mask, (found) => {
    const word = words[index++];
    fits &&= word?.length === found.length;
    return word ?? found;
  });
  return fits && index === words.length ? result : undefined;
}

function isKept(word: string, next: string | undefined): boolean {
  return next === "(" || kept.has(word) || /^\d|^[$_]+$/.test(word);
}
