import type { SqlSyntax } from "../../dialects/sql-syntax.ts";

/** A piece of a statement. */
export interface Token {
  readonly kind: "word" | "quoted" | "string" | "number" | "symbol";
  /** A word in upper case, a quoted name without its quotes, a string's content; of others the text. */
  readonly value: string;
  /** From and to in the statement's text. */
  readonly at: number;
  readonly end: number;
}

export interface LexedStatement {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Comments with where they end, in order. */
  readonly comments: readonly { readonly text: string; readonly at: number; readonly end: number }[];
}

const SPACE = /[ \t\r\n\f\v\u00a0\ufeff]+/y;
const WORD = /[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*/uy;
const NUMBER = /(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
const OPERATOR = /[+\-*/<>=~!@#%^&|`?]+/y;
const ASCII_WORD = /[A-Za-z_][A-Za-z0-9_$]*/y;

/** Splits a statement into pieces by a dialect's rules. Quotes that stay open run to the end: the splitter has told of them. */
export function lex(text: string, syntax: SqlSyntax, backslashes = syntax.backslashEscapes): LexedStatement {
  const tokens: Token[] = [];
  const comments: { text: string; at: number; end: number }[] = [];
  let at = 0;
  const push = (kind: Token["kind"], value: string, end: number) => {
    tokens.push({ kind, value, at, end });
    at = end;
  };
  const sticky = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const comment = (end: number) => {
    comments.push({ text: text.slice(at, end), at, end });
    at = end;
  };
  while (at < text.length) {
    const sign = text[at]!;
    const next = text[at + 1];
    const space = sign <= " " || sign === "\u00a0" || sign === "\ufeff" ? sticky(SPACE) : undefined;
    if (space) {
      at += space.length;
      continue;
    }
    if ((sign === "-" && next === "-" && (!syntax.dashNeedsSpace || /\s|^$/.test(text[at + 2] ?? ""))) || (sign === "#" && syntax.hashComments)) {
      const end = commentLineEnd(text, at, syntax);
      comment(end < 0 ? text.length : end + 1);
      continue;
    }
    if (sign === "/" && next === "*") {
      comment(commentEnd(text, at, syntax.nestedComments));
      continue;
    }
    if (next === "'" && /[eEbBxXnN]/.test(sign)) {
      const end = quoteEnd(text, at + 1, "'", backslashes || /[eE]/.test(sign));
      push("string", stringValue(text.slice(at + 2, end - 1), "'", backslashes || /[eE]/.test(sign)), end);
      continue;
    }
    const word = sticky(ASCII_WORD);
    if (word !== undefined) {
      const after = text.charCodeAt(at + word.length);
      const whole = after > 127 ? sticky(WORD)! : word;
      push("word", whole.toUpperCase(), at + whole.length);
      continue;
    }
    if (sign === "'" || (sign === '"' && syntax.doubleQuotes === "text")) {
      const end = quoteEnd(text, at, sign, backslashes);
      push("string", stringValue(text.slice(at + 1, end - 1), sign, backslashes), end);
      continue;
    }
    if (sign === '"' || (sign === "`" && syntax.backticks)) {
      const end = quoteEnd(text, at, sign, false);
      push("quoted", text.slice(at + 1, end - 1).replaceAll(sign + sign, sign), end);
      continue;
    }
    if (sign === "[" && syntax.brackets) {
      const close = text.indexOf("]", at);
      push("quoted", text.slice(at + 1, close < 0 ? text.length : close), close < 0 ? text.length : close + 1);
      continue;
    }
    if (sign === "$" && syntax.dollarQuotes) {
      const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(text.slice(at, at + 128))?.[0];
      if (tag !== undefined) {
        const close = text.indexOf(tag, at + tag.length);
        const end = close < 0 ? text.length : close + tag.length;
        push("string", text.slice(at + tag.length, close < 0 ? text.length : close), end);
        continue;
      }
    }
    const number = sticky(NUMBER);
    if (number !== undefined) {
      push("number", number, at + number.length);
      continue;
    }
    if (sign > "\u007f") {
      const wide = sticky(WORD);
      if (wide !== undefined) {
        push("word", wide.toUpperCase(), at + wide.length);
        continue;
      }
    }
    if (sign === ":" && (next === ":" || next === "=")) {
      push("symbol", sign + next, at + 2);
      continue;
    }
    const operator = syntax.joinsOperators ? sticky(OPERATOR) : undefined;
    const symbol = operator === undefined ? sign : wholeOperator(operator);
    push("symbol", symbol, at + symbol.length);
  }
  return { text, tokens, comments };
}

/** Where a comment that goes on to the end of its line ends; -1 where the text ends first. */
export function commentLineEnd(text: string, from: number, { returnEndsComment }: SqlSyntax): number {
  const end = text.indexOf("\n", from);
  if (!returnEndsComment) return end;
  const line = text.slice(from, end < 0 ? text.length : end);
  const mark = line.search(/\r(?!$)/);
  return mark < 0 ? end : from + mark;
}

/** PostgreSQL's rule: an operator ends before a comment, and in + or - only where it holds one of ~ ! @ # % ^ & | ` ?. */
function wholeOperator(text: string): string {
  const comment = /--|\/\*/.exec(text)?.index;
  let operator = comment === undefined ? text : text.slice(0, comment);
  while (operator.length > 1 && /[+-]$/.test(operator) && !/[~!@#%^&|`?]/.test(operator)) operator = operator.slice(0, -1);
  return operator || text[0]!;
}

function commentEnd(text: string, from: number, nested: boolean): number {
  let depth = 1;
  let at = from + 2;
  while (depth > 0) {
    const close = text.indexOf("*/", at);
    if (close < 0) return text.length;
    const inner = nested ? text.indexOf("/*", at) : -1;
    if (inner >= 0 && inner < close) [depth, at] = [depth + 1, inner + 2];
    else [depth, at] = [depth - 1, close + 2];
  }
  return at;
}

function quoteEnd(text: string, from: number, quote: string, backslashes: boolean): number {
  for (let at = from + 1; at < text.length; at++) {
    if (backslashes && text[at] === "\\") at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "0": "\0", Z: "\u001a" };

function stringValue(inner: string, quote: string, backslashes: boolean): string {
  const text = inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner;
  return backslashes && text.includes("\\") ? text.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign) : text;
}
