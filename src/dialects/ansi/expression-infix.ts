import type { Expression } from "./expression.ts";
import type { Reader } from "./expression-parse.ts";
import { logic } from "./expression-rewrite.ts";
import { typeName } from "./type-name.ts";

/** An operator after its left operand. */
export interface Infix {
  readonly power: (reader: Reader) => number;
  /** Takes the operator and all that belongs to it. */
  readonly read: (reader: Reader, left: Expression) => Expression;
}

const comparisons = new Set(["=", "==", "<>", "!=", "<", ">", "<=", ">=", "<=>"]);
const likes: Readonly<Record<string, readonly string[]>> = { LIKE: ["LIKE"], ILIKE: ["ILIKE"], SIMILAR: ["SIMILAR", "TO"], REGEXP: ["REGEXP"], RLIKE: ["RLIKE"], GLOB: ["GLOB"], MATCH: ["MATCH"] };
const wordOperators = new Set(["XOR", "DIV", "MOD", "OVERLAPS"]);

/** The operator that `word` (upper case, or a symbol) begins here. */
export function infixes(reader: Reader, word: string): Infix | undefined {
  if (Object.hasOwn(table, word)) return table[word];
  if (word === "NOT") return negated(reader);
  if (Object.hasOwn(likes, word)) return like(word, false);
  if (wordOperators.has(word) || isOperator(word)) return plain(word);
  return undefined;
}

/** Symbols that stand between operands; brackets, commas, dots and the like do not. */
function isOperator(symbol: string): boolean {
  return /^[-+*/<>=~!@#%^&|?]+$/.test(symbol);
}

function plain(symbol: string): Infix {
  const operator = symbol === "!=" ? "<>" : symbol === "==" ? "=" : symbol;
  return {
    power: (reader) => reader.power(operator),
    read: (reader, left) => {
      reader.at++;
      const quantifier = quantifierOf(reader);
      if (quantifier) return { kind: "quantified", operator, quantifier, left, right: quantifiedOperand(reader) };
      const right = reader.expression(reader.power(comparisons.has(operator) ? "=" : operator) + 1);
      return { kind: "binary", operator, left, right };
    },
  };
}

function quantifierOf(reader: Reader): "ANY" | "ALL" | undefined {
  const word = reader.next();
  if (reader.next(1) !== "(" || (word !== "ANY" && word !== "SOME" && word !== "ALL")) return undefined;
  reader.at += 2;
  return word === "ALL" ? "ALL" : "ANY";
}

function quantifiedOperand(reader: Reader): Expression {
  const query = reader.subquery();
  if (query) return query;
  const right = reader.expression();
  reader.expect(")");
  return right;
}

const chain = (operator: "AND" | "OR"): Infix => ({
  power: (reader) => reader.power(operator),
  read: (reader, left) => {
    reader.at++;
    return logic(operator, [left, reader.expression(reader.power(operator) + 1)]);
  },
});

/** Operators with a grammar of their own. */
const table: Readonly<Record<string, Infix>> = {
  AND: chain("AND"),
  OR: chain("OR"),
  IS: { power: (reader) => reader.power("IS"), read: isFrom },
  ISNULL: { power: (reader) => reader.power("IS"), read: (reader, operand) => (reader.at++, { kind: "is", operand, negated: false, test: "NULL" }) },
  NOTNULL: { power: (reader) => reader.power("IS"), read: (reader, operand) => (reader.at++, { kind: "is", operand, negated: true, test: "NULL" }) },
  IN: { power: (reader) => reader.power("IN"), read: (reader, left) => (reader.at++, inFrom(reader, left, false)) },
  BETWEEN: { power: (reader) => reader.power("BETWEEN"), read: (reader, left) => (reader.at++, betweenFrom(reader, left, false)) },
  COLLATE: {
    power: (reader) => reader.power("COLLATE"),
    read: (reader, operand) => {
      reader.at++;
      return { kind: "collate", operand, collation: typeName(reader) ?? reader.fail() };
    },
  },
  AT: {
    power: (reader) => reader.power("AT TIME ZONE"),
    read: (reader, left) => {
      reader.expect("AT", "TIME", "ZONE");
      return { kind: "binary", operator: "AT TIME ZONE", left, right: reader.expression(reader.power("AT TIME ZONE") + 1) };
    },
  },
  "::": {
    power: (reader) => reader.power("cast"),
    read: (reader, operand) => {
      const bracketed = reader.peek(-1)?.text === ")";
      reader.at++;
      return { kind: "cast", operand, type: typeName(reader) ?? reader.fail(), ...(bracketed && { bracketed }) };
    },
  },
  "[": { power: (reader) => reader.power("cast"), read: subscriptFrom },
  ".": {
    power: (reader) => reader.power("cast"),
    read: (reader, operand) => {
      const name = reader.peek(1);
      if (reader.peek(-1)?.text !== ")" || (name?.kind !== "word" && name?.kind !== "quoted")) reader.fail();
      reader.at += 2;
      return { kind: "field", operand, name: name!.kind === "word" ? name!.text.toLowerCase() : name!.value };
    },
  },
};

function isFrom(reader: Reader, left: Expression): Expression {
  reader.at++;
  const negated = reader.take("NOT");
  const power = reader.power("IS") + 1;
  if (reader.take("DISTINCT", "FROM")) {
    const distinct: Expression = { kind: "binary", operator: "IS DISTINCT FROM", left, right: reader.expression(power) };
    return negated ? { kind: "unary", operator: "NOT", operand: distinct } : distinct;
  }
  for (const test of ["NULL", "TRUE", "FALSE", "UNKNOWN", "DOCUMENT", "NORMALIZED"]) {
    if (reader.take(test)) return { kind: "is", operand: left, negated, test };
  }
  return { kind: "binary", operator: negated ? "IS NOT" : "IS", left, right: reader.expression(power) };
}

function negated(reader: Reader): Infix | undefined {
  const word = reader.next(1);
  if (word === "IN") return { power: () => reader.power("IN"), read: (_, left) => ((reader.at += 2), inFrom(reader, left, true)) };
  if (word === "BETWEEN") return { power: () => reader.power("BETWEEN"), read: (_, left) => ((reader.at += 2), betweenFrom(reader, left, true)) };
  if (word === "NULL") return { power: () => reader.power("IS"), read: (_, operand) => ((reader.at += 2), { kind: "is", operand, negated: true, test: "NULL" }) };
  return word !== undefined && Object.hasOwn(likes, word) ? like(word, true) : undefined;
}

function inFrom(reader: Reader, operand: Expression, negated: boolean): Expression {
  reader.expect("(");
  const query = reader.subquery();
  // The subquery brings its own brackets, which IN writes by itself.
  if (query?.kind === "opaque") return { kind: "in", operand, negated, items: [{ kind: "opaque", text: query.text.slice(1, -1) }] };
  return { kind: "in", operand, negated, items: reader.expressions(")") };
}

function betweenFrom(reader: Reader, operand: Expression, negated: boolean): Expression {
  const symmetric = reader.take("SYMMETRIC");
  const power = reader.power("BETWEEN") + 1;
  const low = reader.expression(power);
  reader.expect("AND");
  return { kind: "between", operand, negated, symmetric, low, high: reader.expression(power) };
}

function like(word: string, negated: boolean): Infix {
  const operator = likes[word]!.join(" ");
  return {
    power: (reader) => reader.power("LIKE"),
    read: (reader, left) => {
      if (negated) reader.at++;
      reader.expect(...likes[word]!);
      const quantifier = quantifierOf(reader);
      if (quantifier) return { kind: "quantified", operator: negated ? `NOT ${operator}` : operator, quantifier, left, right: quantifiedOperand(reader) };
      const power = reader.power("LIKE") + 1;
      const right = reader.expression(power);
      return { kind: "like", operator, negated, left, right, ...(reader.take("ESCAPE") && { escape: reader.expression(power) }) };
    },
  };
}

function subscriptFrom(reader: Reader, operand: Expression): Expression {
  reader.at++;
  const from = reader.next() === ":" ? undefined : reader.expression();
  const slice = reader.take(":");
  const to = slice && reader.next() !== "]" ? reader.expression() : undefined;
  reader.expect("]");
  return { kind: "subscript", operand, ...(from && { from }), ...(to && { to }), ...(slice && { slice }) };
}
