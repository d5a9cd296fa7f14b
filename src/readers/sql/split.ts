import type { SqlSyntax } from "../../dialects/sql-syntax.ts";
import { commentLineEnd } from "./lex.ts";

/** One statement of a file: its text without the semicolon, and where it begins. */
export interface SourceStatement {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The comments above it, as they stand. */
  readonly comments: string;
}

/** Rows that a file holds, which are no part of a schema. */
export interface SkippedRows {
  readonly table: string;
  readonly rows: number;
  readonly line: number;
}

export interface SplitHandlers {
  readonly statement: (statement: SourceStatement) => void;
  readonly rows: (rows: SkippedRows) => void;
  /** A line that the client itself reads, such as psql's `\\connect`. */
  readonly clientLine: (text: string, line: number, column: number) => void;
  /** A quote, a comment or a block that is still open where the file ends. */
  readonly unclosed: (what: string, line: number, column: number) => void;
}

/**
 * Splits SQL into statements as the database's own client does. Text is fed in pieces, and what was told is forgotten: memory is
 * bounded by the longest statement, and statements of rows are dropped as they are read.
 */
export class StatementSplitter {
  private readonly syntax: SqlSyntax;
  private readonly handlers: SplitHandlers;
  private special: RegExp;
  /** What is not told yet, from the beginning of the present statement. */
  private buffer = "";
  /** Where scanning goes on in it. */
  private at = 0;
  private ended = false;
  /** Line and column at which the buffer begins. */
  private line = 1;
  private column = 1;
  private delimiter = ";";
  private backslashes: boolean;
  /** Brackets that are open, and blocks between BEGIN and END up to `blocksTo`. */
  private depth = 0;
  private blocks = 0;
  private blocksTo = 0;
  /** Marks of comments that the server runs: blanks stand in their place. */
  private blanks: { readonly from: number; readonly to: number }[] = [];
  private runningComment = false;
  private rowsOf: { table: string; rows: number; line: number; seenValues: boolean } | undefined;
  /** Rows of COPY follow, up to `\.`. */
  private copying: { table: string; rows: number; line: number } | undefined;

  constructor(syntax: SqlSyntax, handlers: SplitHandlers) {
    this.syntax = syntax;
    this.handlers = handlers;
    this.backslashes = syntax.backslashEscapes;
    this.special = this.specialSigns();
  }

  /** What a scan stops at. */
  private specialSigns(): RegExp {
    const { syntax, delimiter } = this;
    const signs = [`'"()*/-`, delimiter[0], syntax.backticks ? "`" : "", syntax.brackets ? "[" : "", syntax.dollarQuotes ? "$" : "", syntax.hashComments ? "#" : ""];
    return new RegExp(`[${signs.join("").replace(/[\\\]^[-]/g, "\\$&")}]`, "g");
  }

  feed(text: string): void {
    this.buffer = this.buffer === "" ? text : this.buffer + text;
    this.scan();
  }

  end(): void {
    this.ended = true;
    this.scan();
    // Everything up to here was taken for rows.
    if (this.copying) this.handlers.unclosed("COPY … FROM stdin, whose rows end with a line `\\.`,", this.copying.line, 1);
    else if (this.blocks > 0) this.handlers.unclosed("A body between BEGIN and END", this.line, this.column);
    else if (this.buffer.trim() !== "" || this.rowsOf) this.finish(this.buffer.length, this.buffer.length);
  }

  private scan(): void {
    while (this.step());
  }

  /** One step; `false` when more text is needed. */
  private step(): boolean {
    if (this.copying) return this.copyLine();
    if (this.at === 0 && !this.rowsOf && this.skipHead() === "more") return false;
    this.special.lastIndex = this.at;
    const match = this.special.exec(this.buffer);
    if (!match) {
      this.at = this.buffer.length;
      this.dropRows();
      return false;
    }
    const from = match.index;
    const sign = match[0];
    const found = this.token(sign, from);
    if (found === undefined) {
      // Something is open: read on from its beginning when more text is there.
      this.at = from;
      return false;
    }
    return found;
  }

  /** Reads what begins with a special sign. `undefined` when its end is not here yet. */
  private token(sign: string, from: number): boolean | undefined {
    const { buffer, syntax } = this;
    const next = buffer[from + 1];
    const mayGrow = !this.ended;
    if (this.delimiter !== ";" || sign === ";") {
      if (mayGrow && buffer.length - from < this.delimiter.length) return undefined;
      if (buffer.startsWith(this.delimiter, from)) return this.semicolon(from);
    }
    if (sign === "'" || sign === '"' || sign === "`") return this.quoted(sign, from);
    if (sign === "[") return this.to("]", from, 1, "A [ quote");
    if (next === undefined && mayGrow) return undefined;
    if (sign === "-" && next === "-") {
      const third = buffer[from + 2];
      if (third === undefined && mayGrow) return undefined;
      if (!syntax.dashNeedsSpace || third === undefined || /\s/.test(third)) return this.lineComment(from);
    }
    if (sign === "#" && syntax.hashComments) return this.lineComment(from);
    if (sign === "/" && next === "*") return this.blockComment(from);
    if (sign === "*" && next === "/" && this.runningComment) {
      this.blanks.push({ from, to: from + 2 });
      this.runningComment = false;
      return this.moved(from + 2);
    }
    if (sign === "$" && syntax.dollarQuotes) return this.dollarQuoted(from);
    if (sign === "(") {
      if (this.depth++ === 0 && this.rowsOf) this.countRow(from);
    } else if (sign === ")") this.depth = Math.max(0, this.depth - 1);
    return this.moved(from + 1);
  }

  private moved(at: number): true {
    this.at = at;
    return true;
  }

  private to(end: string, from: number, length: number, what: string): boolean | undefined {
    const close = this.buffer.indexOf(end, from + length);
    if (close >= 0) return this.moved(close + end.length);
    return this.open(what, from);
  }

  /** What began at `from` has no end here: wait for more, or tell that the file ends within it. */
  private open(what: string, from: number): boolean | undefined {
    if (!this.ended) return undefined;
    const { line, column } = this.place(from);
    this.handlers.unclosed(what, line, column);
    return this.moved(this.buffer.length);
  }

  private quoted(quote: string, from: number): boolean | undefined {
    const { buffer, syntax } = this;
    const isText = quote === "'" || (quote === '"' && syntax.doubleQuotes === "text");
    const escapes = isText && (this.backslashes || (quote === "'" && syntax.escapeStrings && /[eE]/.test(buffer[from - 1] ?? "") && !/[\p{L}\p{N}_$]/u.test(buffer[from - 2] ?? "")));
    let at = from + 1;
    for (;;) {
      const close = buffer.indexOf(quote, at);
      if (close < 0) return this.open(`A ${quote} quote`, from);
      if (escapes && isEscaped(buffer, close, at)) {
        at = close + 1;
        continue;
      }
      if (buffer[close + 1] === quote) {
        at = close + 2;
        continue;
      }
      if (close + 1 === buffer.length && !this.ended) return undefined;
      return this.moved(close + 1);
    }
  }

  private lineComment(from: number): boolean | undefined {
    const end = commentLineEnd(this.buffer, from, this.syntax);
    if (end >= 0) return this.moved(end + 1);
    return this.ended ? this.moved(this.buffer.length) : undefined;
  }

  private blockComment(from: number): boolean | undefined {
    const { buffer, syntax } = this;
    if (syntax.runsComment) {
      if (buffer.length - from < 11 && !this.ended) return undefined;
      const mark = /^\/\*(M?!)(\d{5,6})?/.exec(buffer.slice(from, from + 11));
      if (mark && syntax.runsComment(mark[1]!, mark[2] === undefined ? undefined : Number(mark[2]))) {
        this.blanks.push({ from, to: from + mark[0].length });
        this.runningComment = true;
        return this.moved(from + mark[0].length);
      }
    }
    if (!syntax.nestedComments) return this.to("*/", from, 2, "A comment");
    let depth = 1;
    let at = from + 2;
    while (depth > 0) {
      const close = buffer.indexOf("*/", at);
      if (close < 0) return this.open("A comment", from);
      const inner = buffer.indexOf("/*", at);
      if (inner >= 0 && inner < close) [depth, at] = [depth + 1, inner + 2];
      else [depth, at] = [depth - 1, close + 2];
    }
    return this.moved(at);
  }

  private dollarQuoted(from: number): boolean | undefined {
    const { buffer } = this;
    // `a$b` is a name and `$1` a parameter.
    if (/[\p{L}\p{N}_$]/u.test(buffer[from - 1] ?? "")) return this.moved(from + 1);
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(buffer.slice(from, from + 128));
    if (!tag) return !this.ended && /^\$\w*$/.test(buffer.slice(from)) ? undefined : this.moved(from + 1);
    return this.to(tag[0], from, tag[0].length, `A ${tag[0]} quote`);
  }

  private semicolon(from: number): boolean {
    const head = this.buffer.slice(0, Math.min(from, 400));
    if (this.delimiter === ";") {
      // The body of a routine goes on to its END.
      if (this.syntax.blockHead.test(this.headText(head))) {
        this.blocks += blockChange(this.buffer.slice(this.blocksTo, from), this.syntax.blockWord, this.blocks > 0);
        this.blocksTo = from + 1;
        if (this.blocks > 0) return this.moved(from + 1);
      }
      if (this.depth > 0 && /^CREATE\s+(?:OR\s+REPLACE\s+)?RULE\b/i.test(head)) return this.moved(from + 1);
    }
    this.finish(from, from + this.delimiter.length);
    return true;
  }

  private headText(head: string): string {
    return this.blanks.length ? this.blanked(head.length).trimStart() : head;
  }

  private blanked(to: number): string {
    let text = this.buffer.slice(0, to);
    for (const blank of this.blanks) if (blank.to <= to) text = text.slice(0, blank.from) + " ".repeat(blank.to - blank.from) + text.slice(blank.to);
    return text;
  }

  /** The statement ends at `end`; the next one begins after `next`. */
  private finish(end: number, next: number): void {
    if (this.rowsOf) {
      const { table, rows, line } = this.rowsOf;
      this.handlers.rows({ table, rows, line });
      this.advance(next);
      return;
    }
    const text = this.blanks.length ? this.blanked(end) : this.buffer.slice(0, end);
    const { line, column } = this;
    const comments = this.comments;
    const start = text.search(/\S/);
    if (start >= 0) {
      const shift = start > 0 ? this.place(start) : { line, column };
      const trimmed = text.slice(start).trimEnd();
      this.notice(trimmed, shift.line);
      if (!this.copying) this.handlers.statement({ text: trimmed, ...shift, comments });
    }
    this.advance(next);
  }

  /** What a statement means for the reading of those that follow. */
  private notice(text: string, line: number): void {
    if (this.syntax.escapeStrings && /^SET\s/i.test(text)) {
      const strings = /^SET\s+(?:SESSION\s+|LOCAL\s+)?standard_conforming_strings\s*(?:=|TO)\s*'?(\w+)/i.exec(text);
      if (strings) this.backslashes = /^(?:off|false|no|0)$/i.test(strings[1]!);
    }
    const copy = this.syntax.clientLines === "\\" && /^COPY\s+([^\s(]+)[\s\S]*\bFROM\s+STDIN\b/i.exec(text);
    if (copy) this.copying = { table: copy[1]!, rows: 0, line };
  }

  private comments = "";

  private advance(to: number): void {
    ({ line: this.line, column: this.column } = this.place(to));
    this.buffer = this.buffer.slice(to);
    this.at = 0;
    this.depth = 0;
    this.blocks = 0;
    this.blocksTo = 0;
    this.blanks = [];
    this.rowsOf = undefined;
    this.comments = "";
  }

  /** Steps over white space, comments and the client's own lines before a statement. */
  private skipHead(): "more" | "done" {
    for (;;) {
      const space = /^\s+/.exec(this.buffer);
      if (space) this.forget(space[0].length);
      const { buffer } = this;
      if (buffer === "") return "more";
      const isShort = buffer.length < 64 && !this.ended;
      if (isShort && !/[;\n]/.test(buffer)) return "more";
      const isComment = buffer.startsWith("--") ? !this.syntax.dashNeedsSpace || /^--(?:\s|$)/.test(buffer) : this.syntax.hashComments && buffer[0] === "#";
      const isClientLine = this.syntax.clientLines !== undefined && buffer[0] === this.syntax.clientLines;
      const command = this.syntax.delimiterCommand ? /^delimiter\b[ \t]*([^\r\n]*)/i.exec(buffer) : null;
      if (isComment || isClientLine || command) {
        const end = isComment ? commentLineEnd(buffer, 0, this.syntax) : buffer.indexOf("\n");
        if (end < 0 && !this.ended) return "more";
        if (command) {
          this.delimiter = command[1]!.trim() || ";";
          this.special = this.specialSigns();
        }
        if (isClientLine) this.handlers.clientLine(buffer.slice(0, end < 0 ? buffer.length : end).trimEnd(), this.line, this.column);
        const length = end < 0 ? buffer.length : end + 1;
        if (isComment) this.comments += buffer.slice(0, length);
        this.forget(length);
        continue;
      }
      if (buffer.startsWith("/*") && !this.isRun()) {
        const before = this.at;
        const closed = this.blockComment(0);
        if (closed === undefined) return "more";
        const length = this.at;
        this.at = before;
        this.comments += `${buffer.slice(0, length)}\n`;
        this.forget(length);
        continue;
      }
      // A delimiter alone.
      if (buffer.startsWith(this.delimiter)) {
        this.forget(this.delimiter.length);
        continue;
      }
      const rows = /^(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|OR\s+\w+)\s+)*(?:INTO\s+)?([^\s(]+)/i.exec(buffer);
      if (rows) {
        if (rows[0].length === buffer.length && !this.ended) return "more";
        // SQLite's dumps write what they cannot create as rows of its own table: such a row is a statement.
        if (/^sqlite_(?:schema|master)$/i.test(rows[1]!)) return "done";
        this.rowsOf = { table: rows[1]!, rows: 0, line: this.line, seenValues: false };
      }
      return "done";
    }
  }

  private isRun(): boolean {
    const mark = /^\/\*(M?!)(\d{5,6})?/.exec(this.buffer.slice(0, 11));
    return Boolean(mark && this.syntax.runsComment?.(mark[1]!, mark[2] === undefined ? undefined : Number(mark[2])));
  }

  private forget(length: number): void {
    ({ line: this.line, column: this.column } = this.place(length));
    this.buffer = this.buffer.slice(length);
    this.at = 0;
  }

  /** `(` after VALUES or a comma begins a row. */
  private countRow(from: number): void {
    const before = this.buffer.slice(Math.max(0, from - 24), from).trimEnd();
    const isFirst = /(?<!=\s*)\bVALUES?$/i.test(before);
    if (isFirst) this.rowsOf!.seenValues = true;
    if (isFirst || (this.rowsOf!.seenValues && before.endsWith(","))) this.rowsOf!.rows++;
  }

  /** Rows that were counted need not be kept. */
  private dropRows(): void {
    if (!this.rowsOf || this.at < 1024) return;
    const keep = 32;
    const cut = this.at - keep;
    ({ line: this.line, column: this.column } = this.place(cut));
    this.buffer = this.buffer.slice(cut);
    this.at = keep;
  }

  private copyLine(): boolean {
    const { buffer } = this;
    const end = buffer.indexOf("\n", this.at);
    if (end < 0) {
      if (this.ended) return false;
      this.dropCopied();
      return false;
    }
    const line = buffer.slice(this.at, end).replace(/\r$/, "");
    this.at = end + 1;
    if (line === "\\.") this.endCopy();
    // The first line is what follows the semicolon of COPY.
    else if (line !== "" || this.copying!.rows > 0) this.copying!.rows++;
    if (this.at > 65_536) this.dropCopied();
    return true;
  }

  private endCopy(): void {
    const { table, rows, line } = this.copying!;
    this.copying = undefined;
    this.handlers.rows({ table, rows, line });
    this.dropCopied();
  }

  private dropCopied(): void {
    this.forget(this.at);
  }

  private place(offset: number): { line: number; column: number } {
    let { line, column } = this;
    let at = 0;
    for (let end = this.buffer.indexOf("\n"); end >= 0 && end < offset; end = this.buffer.indexOf("\n", at)) {
      line++;
      at = end + 1;
      column = 1;
    }
    return { line, column: column + offset - at };
  }
}

/** Whether the quote at `close` has an odd number of backslashes before it. */
function isEscaped(text: string, close: number, from: number): boolean {
  let at = close;
  while (at > from && text[at - 1] === "\\") at--;
  return (close - at) % 2 === 1;
}

const BLOCK_WORDS = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S])*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|(?<![.@\w$])(BEGIN|CASE|END)\b(?!\s*[.(=])(?:\s+(ATOMIC|IF|LOOP|WHILE|REPEAT|FOR|CASE)\b)?/gi;

/** By how much a piece of a routine's body opens blocks or closes them. */
function blockChange(text: string, blockWord: string | undefined, isInside: boolean): number {
  let change = 0;
  for (const [, word, next] of text.matchAll(BLOCK_WORDS)) {
    if (word === undefined) continue;
    const upper = word.toUpperCase();
    const after = next?.toUpperCase();
    const inside = isInside || change > 0;
    if (upper === "BEGIN") {
      if (blockWord === undefined || after === blockWord || inside) change++;
      if (after === "CASE") change++;
    } else if (upper === "CASE") {
      if (inside) change++;
    } else if (after === undefined || after === "CASE") change--;
  }
  return blockWord !== undefined && !isInside && change < 0 ? 0 : change;
}
