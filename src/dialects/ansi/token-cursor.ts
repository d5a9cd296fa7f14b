import type { SqlToken } from "../../base/sql-tokens.ts";
import { keyOf } from "../../schema/key.ts";

/** Reads the tokens of a statement from left to right. */
export class TokenCursor {
  readonly tokens: readonly SqlToken[];
  /** How a bare name is kept: PostgreSQL folds it to lower case. */
  private readonly fold: (name: string) => string;
  private at = 0;

  constructor(tokens: readonly SqlToken[], fold: (name: string) => string) {
    this.tokens = tokens;
    this.fold = fold;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The next token's text in upper case; empty at the end. */
  peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.text.toUpperCase() ?? "";
  }

  /** Goes past these words when they are next: `cursor.take("IF NOT EXISTS")`. */
  take(words: string): boolean {
    const wanted = words.split(" ");
    if (!wanted.every((word, index) => this.peek(index) === word)) return false;
    this.at += wanted.length;
    return true;
  }

  /** Goes past the first of these that is next, and gives it. */
  takeOne(...choices: readonly string[]): string | undefined {
    return choices.find((words) => this.take(words));
  }

  next(): SqlToken | undefined {
    return this.tokens[this.at++];
  }

  /** A name without its schema; empty where none stands. */
  name(): string {
    const token = this.tokens[this.at];
    if (!token || (token.kind !== "word" && token.kind !== "quoted")) return "";
    this.at++;
    return token.kind === "word" ? this.fold(token.value) : token.value;
  }

  /** A name that a schema may stand before, as a key. */
  key(): string {
    const parts = [this.name()];
    while (this.peek() === "." && this.at + 1 < this.tokens.length) {
      this.at++;
      parts.push(this.name());
    }
    const [name = "", schema] = parts.reverse();
    return keyOf({ name, ...(schema !== undefined && schema !== "public" && schema !== "main" && { schema }) });
  }

  keys(): string[] {
    const keys = [this.key()];
    while (this.take(",")) keys.push(this.key());
    return keys.filter(Boolean);
  }

  /** The tokens within the brackets that are next; none where no bracket opens. */
  brackets(): readonly SqlToken[] {
    if (this.peek() !== "(") return [];
    let depth = 0;
    const start = this.at + 1;
    while (!this.done) {
      const { text } = this.next()!;
      if (text === "(") depth++;
      if (text === ")" && --depth === 0) break;
    }
    return this.tokens.slice(start, this.at - 1);
  }

  /** The text within the brackets that are next, which stay next. */
  bracketedText(): string {
    const start = this.at;
    const text = textOf(this.brackets());
    this.at = start;
    return text;
  }

  /** The names within brackets: `(a, b DESC)` gives `a` and `b`; an expression gives no name. */
  bracketedNames(): string[] {
    return splitAtCommas(this.brackets()).flatMap((tokens) => (tokens[1]?.text === "(" && !/^\d+$/.test(tokens[2]?.text ?? "") ? [] : new TokenCursor(tokens, this.fold).name() || []));
  }

  /** The text up to one of these words at this depth, or to the end. */
  textUntil(words: ReadonlySet<string>): string {
    const taken: SqlToken[] = [];
    let depth = 0;
    while (!this.done && (depth > 0 || !taken.length || !words.has(this.peek()))) {
      const token = this.next()!;
      if (token.text === "(") depth++;
      if (token.text === ")") depth--;
      taken.push(token);
    }
    return textOf(taken);
  }

  /** Whether a word stands anywhere in what is left. */
  has(word: string): boolean {
    return this.tokens.slice(this.at).some(({ kind, text }) => kind === "word" && text.toUpperCase() === word);
  }

  /** Whether one of these words stands in what is left, outside of all brackets. */
  endsWithin(words: ReadonlySet<string>): boolean {
    let depth = 0;
    return this.tokens.slice(this.at).some(({ kind, text }) => {
      if (text === "(") depth++;
      if (text === ")") depth--;
      return depth === 0 && kind === "word" && words.has(text.toUpperCase());
    });
  }

  /** Goes to just after a run of words anywhere in what is left. */
  skipPast(words: string): boolean {
    const wanted = words.split(" ");
    for (let at = this.at; at <= this.tokens.length - wanted.length; at++) {
      if (!wanted.every((word, index) => this.tokens[at + index]!.text.toUpperCase() === word)) continue;
      this.at = at + wanted.length;
      return true;
    }
    return false;
  }

  /** What is left, split at the commas of this depth, each with a cursor of its own. */
  clauses(): TokenCursor[] {
    return splitAtCommas(this.tokens.slice(this.at)).map((tokens) => new TokenCursor(tokens, this.fold));
  }

  within(tokens: readonly SqlToken[]): TokenCursor[] {
    return splitAtCommas(tokens).map((each) => new TokenCursor(each, this.fold));
  }
}

export function textOf(tokens: readonly SqlToken[]): string {
  return tokens.reduce((text, token, index) => {
    const previous = tokens[index - 1]?.text;
    const isTight = index === 0 || /^[(),.;[\]]$|^::$/.test(token.text) || previous === "(" || previous === "." || previous === "::" || previous === "[";
    return text + (isTight ? "" : " ") + token.text;
  }, "");
}

function splitAtCommas(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === "(") depth++;
    if (token.text === ")") depth--;
    if (token.text === "," && depth === 0) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length);
}
