import type { SqlSyntax } from "../../dialects/sql-syntax.ts";
import type { LexedStatement, Token } from "./lex.ts";

/** What is wrong with a statement, at an offset of its text. */
export class SqlFault extends Error {
  readonly at: number;
  readonly hint: string | undefined;
  /** The statement is not wrong, but nothing here reads it. */
  readonly isUnknown: boolean;
  /** Something is defined that is there already. */
  readonly isTwice: boolean;

  constructor(message: string, at: number, options: { readonly hint?: string | undefined; readonly isUnknown?: boolean; readonly isTwice?: boolean } = {}) {
    super(message);
    this.at = at;
    this.hint = options.hint;
    this.isUnknown = options.isUnknown ?? false;
    this.isTwice = options.isTwice ?? false;
  }
}

/** A name with the schema before it, where there is one. */
export interface QualifiedName {
  readonly name: string;
  readonly schema?: string;
  readonly at: number;
}

/** A place among the tokens of a statement, which moves on as they are read. */
export class Cursor {
  readonly lexed: LexedStatement;
  readonly syntax: SqlSyntax;
  private readonly limit: number;
  at: number;

  constructor(lexed: LexedStatement, syntax: SqlSyntax, at = 0, limit = lexed.tokens.length) {
    this.lexed = lexed;
    this.syntax = syntax;
    this.at = at;
    this.limit = limit;
  }

  get isAtEnd(): boolean {
    return this.at >= this.limit;
  }

  peek(offset = 0): Token | undefined {
    return this.at + offset < this.limit ? this.lexed.tokens[this.at + offset] : undefined;
  }

  /** Where the next token begins, or the text ends. */
  get offset(): number {
    return this.peek()?.at ?? this.lexed.tokens[this.limit - 1]?.end ?? this.lexed.text.length;
  }

  isWord(...words: readonly string[]): boolean {
    const token = this.peek();
    return token?.kind === "word" && words.includes(token.value);
  }

  isSymbol(symbol: string, offset = 0): boolean {
    const token = this.peek(offset);
    return token?.kind === "symbol" && token.value === symbol;
  }

  /** Whether the words stand here, one after the other. */
  looksAt(...words: readonly string[]): boolean {
    return words.every((word, offset) => {
      const token = this.peek(offset);
      return token?.kind === "word" && token.value === word;
    });
  }

  /** Steps over the words when they stand here. */
  take(...words: readonly string[]): boolean {
    if (!this.looksAt(...words)) return false;
    this.at += words.length;
    return true;
  }

  /** Steps over one of the words, and tells which. */
  takeOne<W extends string>(...words: readonly W[]): W | undefined {
    const token = this.peek();
    if (token?.kind !== "word" || !(words as readonly string[]).includes(token.value)) return undefined;
    this.at++;
    return token.value as W;
  }

  takeSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.at++;
    return true;
  }

  /** Steps over the words. Throws where others stand. */
  expect(...words: readonly string[]): void {
    if (!this.take(...words)) throw this.fault(`${words.join(" ")} is missing here`);
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.fault(`"${symbol}" is missing here`);
  }

  expectEnd(what: string): void {
    if (!this.isAtEnd) throw this.fault(`${what} is not understood here`);
  }

  next(): Token {
    const token = this.peek();
    if (!token) throw this.fault("something is missing here");
    this.at++;
    return token;
  }

  /** A name as the database keeps it. */
  name(what = "a name"): string {
    const name = this.takeName();
    if (name === undefined) throw this.fault(`${what} is missing here`);
    return name;
  }

  takeName(): string | undefined {
    const token = this.peek();
    // SQLite and MySQL take a string for a name in places.
    if (!token || (token.kind !== "word" && token.kind !== "quoted" && !(token.kind === "string" && !this.syntax.foldsNames))) return undefined;
    this.at++;
    return this.nameOf(token);
  }

  nameOf(token: Token): string {
    if (token.kind !== "word") return token.value;
    const text = this.lexed.text.slice(token.at, token.end);
    return this.syntax.foldsNames ? text.toLowerCase() : text;
  }

  qualifiedName(what = "a name"): QualifiedName {
    const at = this.offset;
    const parts = [this.name(what)];
    while (this.isSymbol(".")) {
      this.at++;
      parts.push(this.name(what));
    }
    const name = parts.at(-1)!;
    const schema = parts.at(-2);
    return { name, ...(schema !== undefined && { schema }), at };
  }

  number(): number {
    const negative = this.takeSymbol("-");
    if (!negative) this.takeSymbol("+");
    const token = this.peek();
    if (token?.kind !== "number" && token?.kind !== "string") throw this.fault("a number is missing here");
    this.at++;
    return negative ? -Number(token.value) : Number(token.value);
  }

  string(): string {
    const token = this.peek();
    if (token?.kind !== "string") throw this.fault("a text in quotes is missing here");
    this.at++;
    return token.value;
  }

  /** The index of the bracket that closes the one which opens at `from`. */
  closing(from = this.at): number {
    let depth = 0;
    for (let at = from; at < this.limit; at++) {
      const token = this.lexed.tokens[at]!;
      if (token.kind !== "symbol") continue;
      if (token.value === "(" || token.value === "[") depth++;
      else if ((token.value === ")" || token.value === "]") && --depth === 0) return at;
    }
    throw new SqlFault(`the bracket "${this.lexed.tokens[from]!.value}" is never closed`, this.lexed.tokens[from]!.at);
  }

  /** What stands in the brackets that open here, as a cursor of its own. */
  brackets(): Cursor {
    if (!this.isSymbol("(")) throw this.fault('"(" is missing here');
    const close = this.closing();
    const inner = new Cursor(this.lexed, this.syntax, this.at + 1, close);
    this.at = close + 1;
    return inner;
  }

  /** The text of all tokens that are left. */
  rest(): string {
    const first = this.peek();
    if (!first) return "";
    const text = this.lexed.text.slice(first.at, this.lexed.tokens[this.limit - 1]!.end);
    this.at = this.limit;
    return text;
  }

  /** The text from a token on up to where the cursor stands now. */
  textFrom(at: number): string {
    if (at >= this.at) return "";
    return this.lexed.text.slice(this.lexed.tokens[at]!.at, this.lexed.tokens[this.at - 1]!.end);
  }

  /** Steps over one token, or over brackets with all that they hold. */
  skip(): void {
    this.at = this.isSymbol("(") || this.isSymbol("[") ? this.closing() + 1 : this.at + 1;
  }

  /** The parts between commas outside of brackets, each as a cursor. */
  parts(): Cursor[] {
    const parts: Cursor[] = [];
    let from = this.at;
    while (!this.isAtEnd) {
      if (this.isSymbol(",")) {
        parts.push(new Cursor(this.lexed, this.syntax, from, this.at));
        from = ++this.at;
      } else this.skip();
    }
    parts.push(new Cursor(this.lexed, this.syntax, from, this.at));
    return parts;
  }

  /** What stands up to the next comma outside of brackets, as a cursor; this one moves behind it. */
  part(): Cursor {
    const from = this.at;
    while (!this.isAtEnd && !this.isSymbol(",")) this.skip();
    return new Cursor(this.lexed, this.syntax, from, this.at);
  }

  /** Names between brackets: `(a, b)`. */
  nameList(): string[] {
    const inner = this.brackets();
    return inner.parts().map((part) => {
      const name = part.name("a column");
      part.expectEnd("this");
      return name;
    });
  }

  /** The comments between the token before and this one. */
  commentsAbove(): string {
    const to = this.offset;
    const from = this.lexed.tokens[this.at - 1]?.end ?? 0;
    if (!this.lexed.comments.length) return "";
    return this.lexed.comments
      .filter((comment) => comment.at >= from && comment.end <= to)
      .map(({ text }) => text)
      .join("\n");
  }

  fault(message: string, hint?: string, token = this.peek()): SqlFault {
    const near = token ? `, at ${JSON.stringify(this.lexed.text.slice(token.at, Math.min(token.end, token.at + 40)))}` : ", at the end of the statement";
    return new SqlFault(`${message}${near}`, token?.at ?? this.offset, { hint });
  }
}
