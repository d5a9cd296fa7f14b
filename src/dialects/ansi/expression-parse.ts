import { significantTokens, type SqlToken } from "../../base/sql-tokens.ts";
import { callFrom } from "./expression-call.ts";
import type { Expression, ExpressionOptions } from "./expression.ts";
import { infixes, type Infix } from "./expression-infix.ts";
import { standardPrecedence } from "./expression-precedence.ts";
import { joinTokens } from "./expression-print.ts";
import { isConstant, isReserved } from "./expression-words.ts";
import { typeName } from "./type-name.ts";

export type ParseOptions = Pick<ExpressionOptions, "tokens" | "precedence">;

/** The expression as a tree, or `undefined` when it holds something that is not understood. */
export function parseExpression(sql: string, options: ParseOptions = {}): Expression | undefined {
  const tokens = options.tokens?.(significantTokens(sql)) ?? significantTokens(sql);
  const reader = new Reader(tokens, options.precedence ?? standardPrecedence);
  try {
    const expression = reader.expression();
    return reader.peek() ? undefined : expression;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Ends a parse; it never leaves `parseExpression`. */
class Unreadable extends Error {}

/** A place in a list of tokens. */
export class Reader {
  readonly tokens: readonly SqlToken[];
  readonly precedence: NonNullable<ExpressionOptions["precedence"]>;
  at = 0;
  private depth = 0;

  constructor(tokens: readonly SqlToken[], precedence: NonNullable<ExpressionOptions["precedence"]>) {
    this.tokens = tokens;
    this.precedence = precedence;
  }

  peek(offset = 0): SqlToken | undefined {
    return this.tokens[this.at + offset];
  }

  /** The next piece in upper case when it is a bare word, its text when it is a symbol, and nothing otherwise. */
  next(offset = 0): string | undefined {
    const token = this.peek(offset);
    if (token?.kind === "word") return token.text.toUpperCase();
    return token?.kind === "symbol" ? token.text : undefined;
  }

  /** Takes the pieces when they come next, all of them or none. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.next(index) === word)) return false;
    this.at += words.length;
    return true;
  }

  expect(...words: readonly string[]): void {
    if (!this.take(...words)) this.fail();
  }

  fail(): never {
    throw new Unreadable();
  }

  power(operator: string): number {
    return this.precedence[operator] ?? this.precedence.other;
  }

  /** An expression of operators that bind at least as tightly as `least`. */
  expression(least = 0): Expression {
    // The stack of the engine is finite; a text that nests deeper than any person writes is left as it is.
    if (++this.depth > 400) this.fail();
    let left = this.operand();
    for (;;) {
      const infix = this.infix();
      if (!infix || infix.power(this) < least) break;
      left = infix.read(this, left);
    }
    this.depth--;
    return left;
  }

  expressions(end: string): Expression[] {
    if (this.take(end)) return [];
    const found = [this.expression()];
    while (this.take(",")) found.push(this.expression());
    this.expect(end);
    return found;
  }

  /** The pieces up to the bracket that closes the one just taken, which is taken too. */
  untilClosed(): readonly SqlToken[] {
    const start = this.at;
    for (let depth = 1; depth > 0; this.at++) {
      const token = this.peek() ?? this.fail();
      if (token.kind === "symbol" && token.text === "(") depth++;
      if (token.kind === "symbol" && token.text === ")") depth--;
    }
    return this.tokens.slice(start, this.at - 1);
  }

  /** A subquery as its pieces, when one comes next; its opening bracket is taken, its closing one will be. */
  subquery(): Expression | undefined {
    const word = this.next();
    if (word !== "SELECT" && word !== "WITH" && word !== "VALUES") return undefined;
    return { kind: "opaque", text: `(${joinTokens(this.untilClosed())})` };
  }

  private infix(): Infix | undefined {
    const word = this.next();
    return word === undefined ? undefined : infixes(this, word);
  }

  private operand(): Expression {
    const token = this.peek() ?? this.fail();
    const read = { string: stringFrom, number: numberFrom, quoted: nameFrom, word: wordFrom, symbol: symbolFrom, space: undefined, comment: undefined }[token.kind];
    return read ? read(this, token) : this.fail();
  }
}

function stringFrom(reader: Reader, token: SqlToken): Expression {
  reader.at++;
  const prefix = /^[A-Za-z]/.exec(token.text)?.[0].toUpperCase();
  if (prefix === "E") return { kind: "string", value: unescaped(token.value) ?? reader.fail() };
  return { kind: "string", value: token.value, ...(prefix !== undefined && { prefix }) };
}

function numberFrom(reader: Reader, token: SqlToken): Expression {
  reader.at++;
  return { kind: "number", text: token.text.toLowerCase().replace(/^\./, "0.").replace(/\.(?=e|$)/, "") };
}

function symbolFrom(reader: Reader, token: SqlToken): Expression {
  reader.at++;
  if (token.text === "(") return bracketFrom(reader);
  if (token.text === "*") return { kind: "keyword", word: "*" };
  if (/^[-+~@!#]$/.test(token.text)) {
    const power = reader.power(token.text === "-" || token.text === "+" ? "unary" : "other");
    return { kind: "unary", operator: token.text, operand: reader.expression(power + 1) };
  }
  return reader.fail();
}

function bracketFrom(reader: Reader): Expression {
  const subquery = reader.subquery();
  if (subquery) return subquery;
  const first = reader.expression();
  if (reader.take(")")) return first;
  reader.expect(",");
  return { kind: "row", items: [first, ...reader.expressions(")")] };
}

function wordFrom(reader: Reader, token: SqlToken): Expression {
  const lower = token.text.toLowerCase();
  const special = Object.hasOwn(specials, lower) ? specials[lower]!(reader) : undefined;
  if (special) return special;
  if (isConstant(lower)) {
    reader.at++;
    if (reader.take("(")) return { kind: "call", name: [lower.toUpperCase()], arguments: reader.expressions(")") };
    return { kind: "keyword", word: lower.toUpperCase() };
  }
  if (isReserved(lower)) return reader.fail();
  return typedLiteralFrom(reader) ?? nameFrom(reader, token);
}

/** Operands with a grammar of their own, by their first word. */
const specials: Readonly<Record<string, (reader: Reader) => Expression | undefined>> = {
  not: (reader) => {
    reader.at++;
    return { kind: "unary", operator: "NOT", operand: reader.expression(reader.power("NOT") + 1) };
  },
  case: caseFrom,
  cast: (reader) => {
    reader.at++;
    reader.expect("(");
    const operand = reader.expression();
    reader.expect("AS");
    return { kind: "cast", operand, type: castType(reader) };
  },
  exists: (reader) => {
    reader.at++;
    reader.expect("(");
    return queryAfter(reader, "EXISTS");
  },
  array: (reader) => {
    reader.at++;
    if (reader.take("[")) return { kind: "array", items: arrayItems(reader) };
    reader.expect("(");
    return queryAfter(reader, "ARRAY");
  },
  row: (reader) => {
    reader.at++;
    reader.expect("(");
    return { kind: "row", items: reader.expressions(")") };
  },
  interval: (reader) => {
    const value = reader.peek(1);
    if (value?.kind !== "string" && value?.kind !== "number") return undefined;
    const unit = reader.peek(2);
    const named = unit?.kind === "word" && /^(microsecond|second|minute|hour|day|week|month|quarter|year)s?(_\w+)?$/i.test(unit.text);
    if (!named) return undefined;
    reader.at += 3;
    const operand: Expression = value.kind === "string" ? { kind: "string", value: value.value } : { kind: "number", text: value.text };
    return { kind: "interval", value: operand, unit: unit.text.toUpperCase() };
  },
};

function queryAfter(reader: Reader, word: string): Expression {
  const query = reader.subquery();
  return query?.kind === "opaque" ? { kind: "opaque", text: `${word} ${query.text}` } : reader.fail();
}

function caseFrom(reader: Reader): Expression {
  reader.at++;
  const operand = reader.next() === "WHEN" ? undefined : reader.expression();
  const branches: { when: Expression; then: Expression }[] = [];
  while (reader.take("WHEN")) {
    const when = reader.expression();
    reader.expect("THEN");
    branches.push({ when, then: reader.expression() });
  }
  const otherwise = reader.take("ELSE") ? reader.expression() : undefined;
  reader.expect("END");
  return { kind: "case", ...(operand && { operand }), branches, ...(otherwise && { otherwise }) };
}

function arrayItems(reader: Reader): Expression[] {
  if (reader.take("]")) return [];
  const items: Expression[] = [];
  do items.push(reader.take("[") ? { kind: "array", items: arrayItems(reader) } : reader.expression());
  while (reader.take(","));
  reader.expect("]");
  return items;
}

/** The type of CAST, up to the closing bracket: one that is known in shape, or its pieces. */
function castType(reader: Reader): string {
  const start = reader.at;
  const type = typeName(reader);
  if (type !== undefined && reader.take(")")) return type;
  reader.at = start;
  return joinTokens(reader.untilClosed());
}

/** `date '2024-01-01'`: a type and its literal. */
function typedLiteralFrom(reader: Reader): Expression | undefined {
  const start = reader.at;
  const type = typeName(reader);
  const literal = reader.peek();
  if (type !== undefined && literal?.kind === "string" && !/^[A-Za-z$]/.test(literal.text)) {
    reader.at++;
    return { kind: "cast", operand: { kind: "string", value: literal.value }, type };
  }
  reader.at = start;
  return undefined;
}

/** A column, a function's call, either perhaps qualified. */
function nameFrom(reader: Reader, first: SqlToken): Expression {
  const parts = [folded(first)];
  reader.at++;
  while (reader.next() === "." && (reader.peek(1)?.kind === "word" || reader.peek(1)?.kind === "quoted")) {
    parts.push(folded(reader.peek(1)!));
    reader.at += 2;
  }
  return reader.take("(") ? callFrom(reader, parts) : { kind: "name", parts };
}

function folded(token: SqlToken): string {
  return token.kind === "word" ? token.text.toLowerCase() : token.value;
}

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE; other escapes are left to the database. */
function unescaped(value: string): string | undefined {
  let readable = true;
  const text = value.replace(/\\([\s\S])/g, (_, character: string) => {
    if (/[0-7xuU]/.test(character)) readable = false;
    return escapes[character] ?? character;
  });
  return readable ? text : undefined;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
