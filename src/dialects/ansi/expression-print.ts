import type { SqlToken } from "../../base/sql-tokens.ts";
import type { Expression, ExpressionKind, ExpressionOf } from "./expression.ts";
import { standardPrecedence, type Precedence } from "./expression-precedence.ts";
import { isConstant, needsQuotes } from "./expression-words.ts";

/** The expression in its canonical spelling, with no more brackets than it needs. Parsing it again gives the same tree. */
export function printExpression(node: Expression, precedence: Precedence = standardPrecedence): string {
  return new Printer(precedence).print(node);
}

/** A name, in double quotes where the bare word would mean something else. */
export function quotedWhereNeeded(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) && !needsQuotes(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The pieces with one space between them, in the spelling of `normalTokens`. */
export function joinTokens(tokens: readonly SqlToken[]): string {
  return tokens.map((token) => (token.kind === "word" ? token.text.toLowerCase() : token.kind === "quoted" ? quotedWhereNeeded(token.value) : token.text === "!=" ? "<>" : token.text)).join(" ");
}

/** Binds more tightly than any operator. */
const atom = 1000;

/** Holds the precedence while an expression is printed. */
class Printer {
  readonly precedence: Precedence;

  constructor(precedence: Precedence) {
    this.precedence = precedence;
  }

  print(node: Expression): string {
    return (spellings[node.kind] as (node: Expression, printer: Printer) => string)(node, this);
  }

  /** The node, in brackets when it binds less tightly than `least`. */
  within(node: Expression, least: number): string {
    const text = this.print(node);
    return this.power(node) < least ? `(${text})` : text;
  }

  list(nodes: readonly Expression[]): string {
    return nodes.map((node) => this.print(node)).join(", ");
  }

  of(operator: string): number {
    return this.precedence[operator] ?? this.precedence.other;
  }

  power(node: Expression): number {
    const key = powerKeys[node.kind];
    if (key === undefined) return atom;
    return this.of(typeof key === "string" ? key : (key as (node: Expression) => string)(node));
  }
}

/** Under which name a kind's binding power is found; kinds that need no brackets have none. */
const powerKeys: { readonly [K in ExpressionKind]: string | ((node: ExpressionOf<K>) => string) | undefined } = {
  string: undefined,
  number: undefined,
  keyword: undefined,
  name: undefined,
  opaque: undefined,
  call: undefined,
  case: undefined,
  array: undefined,
  row: undefined,
  cast: undefined,
  subscript: "cast",
  field: "cast",
  interval: "OR",
  unary: ({ operator }) => (operator === "NOT" ? "NOT" : operator === "-" || operator === "+" ? "unary" : "other"),
  binary: ({ operator }) => (operator.startsWith("IS") ? "IS" : operator),
  logic: ({ operator }) => operator,
  like: () => "LIKE",
  is: "IS",
  in: "IN",
  between: "BETWEEN",
  quantified: ({ operator }) => (/[A-Z]/.test(operator) ? "LIKE" : operator),
  collate: "COLLATE",
};

const spellings: { readonly [K in ExpressionKind]: (node: ExpressionOf<K>, printer: Printer) => string } = {
  string: ({ value, prefix = "" }) => `${prefix}'${value.replaceAll("'", "''")}'`,
  number: ({ text }) => text,
  keyword: ({ word }) => word,
  name: ({ parts }) => parts.map(quotedWhereNeeded).join("."),
  opaque: ({ text }) => text,
  call: ({ name, arguments: values, keywords = [], tail }, printer) => {
    const inside = values.map((value, index) => {
      const keyword = keywords[index];
      const before = keyword === undefined ? (index ? ", " : "") : `${index ? " " : ""}${keyword} `;
      // Within POSITION(a IN b) and its like, a looser operator would swallow the keyword.
      return before + (keywords.some(Boolean) && values.length > 1 ? printer.within(value, printer.of("LIKE") + 1) : printer.print(value));
    });
    return `${functionName(name)}(${inside.join("")})${tail === undefined ? "" : ` ${tail}`}`;
  },
  unary: ({ operator, operand }, printer) => {
    if (operator === "NOT") return `NOT ${printer.within(operand, printer.of("NOT"))}`;
    const text = printer.within(operand, printer.of(operator === "-" || operator === "+" ? "unary" : "other") + 1);
    return /^[-+~!@|/]/.test(text) ? `${operator}(${text})` : `${operator}${text}`;
  },
  binary: ({ operator, left, right }, printer) => {
    const power = printer.of(operator.startsWith("IS") ? "IS" : operator);
    return `${leftOperand(printer, left, power)} ${operator} ${printer.within(right, power + 1)}`;
  },
  logic: ({ operator, operands }, printer) => operands.map((operand) => printer.within(operand, printer.of(operator) + 1)).join(` ${operator} `),
  like: ({ operator, negated, left, right, escape }, printer) => {
    const power = printer.of("LIKE") + 1;
    const end = escape ? ` ESCAPE ${printer.within(escape, power)}` : "";
    return `${printer.within(left, power)} ${negated ? "NOT " : ""}${operator} ${printer.within(right, power)}${end}`;
  },
  is: ({ operand, negated, test }, printer) => `${printer.within(operand, printer.of("IS") + 1)} IS ${negated ? "NOT " : ""}${test}`,
  in: ({ operand, negated, items }, printer) => `${printer.within(operand, printer.of("IN") + 1)} ${negated ? "NOT " : ""}IN (${printer.list(items)})`,
  between: ({ operand, negated, symmetric, low, high }, printer) => {
    const power = printer.of("BETWEEN") + 1;
    return `${printer.within(operand, power)} ${negated ? "NOT " : ""}BETWEEN ${symmetric ? "SYMMETRIC " : ""}${printer.within(low, power)} AND ${printer.within(high, power)}`;
  },
  quantified: ({ operator, quantifier, left, right }, printer) =>
    `${printer.within(left, printer.of(/[A-Z]/.test(operator) ? "LIKE" : operator) + 1)} ${operator} ${quantifier} (${printer.print(right)})`,
  cast: ({ operand, type }, printer) => `CAST(${printer.print(operand)} AS ${type})`,
  collate: ({ operand, collation }, printer) => `${printer.within(operand, printer.of("COLLATE"))} COLLATE ${collation}`,
  case: ({ operand, branches, otherwise }, printer) =>
    [
      "CASE",
      ...(operand ? [printer.print(operand)] : []),
      ...branches.map(({ when, then }) => `WHEN ${printer.print(when)} THEN ${printer.print(then)}`),
      ...(otherwise ? [`ELSE ${printer.print(otherwise)}`] : []),
      "END",
    ].join(" "),
  array: ({ items }, printer) => `ARRAY[${printer.list(items)}]`,
  row: ({ items }, printer) => `ROW(${printer.list(items)})`,
  subscript: ({ operand, from, to, slice }, printer) => {
    const inside = [from && printer.print(from), slice ? ":" : undefined, to && printer.print(to)].filter((part) => part !== undefined);
    return `${subscripted(printer, operand)}[${inside.join(" ")}]`;
  },
  field: ({ operand, name }, printer) => `(${printer.print(operand)}).${quotedWhereNeeded(name)}`,
  interval: ({ value, unit }, printer) => `INTERVAL ${printer.within(value, atom)} ${unit}`,
};

/** Comparisons do not chain: the left one stands in brackets. All other operators lean left. */
function leftOperand(printer: Printer, left: Expression, power: number): string {
  const chains = power !== printer.of("=") && power !== printer.of("IS");
  return printer.within(left, chains ? power : power + 1);
}

/** Only names and subscripts may be followed by a subscript without brackets. */
function subscripted(printer: Printer, operand: Expression): string {
  const text = printer.print(operand);
  return operand.kind === "name" || operand.kind === "subscript" ? text : `(${text})`;
}

/** `lower`, `"case"`, and `CURRENT_TIMESTAMP` with a precision. */
function functionName(parts: readonly string[]): string {
  return parts.map((part) => (part === part.toUpperCase() && isConstant(part.toLowerCase()) ? part : quotedWhereNeeded(part))).join(".");
}
