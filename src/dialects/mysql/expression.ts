import type { SqlToken } from "../../base/sql-tokens.ts";
import { normalExpression, type Expression, type Rewrite } from "../ansi/expression.ts";
import { logic } from "../ansi/expression-rewrite.ts";
import { escapedSql, standardSql } from "./quoting.ts";

/**
 * One spelling for expressions that are the same, as both servers rewrite what they are given: `NOT a IS NULL` becomes
 * `a IS NOT NULL`, `TRUE` becomes `1`, functions get the name that the server knows them by.
 */
export function normalSql(sql: string): string {
  const known = normalForms.get(sql);
  if (known !== undefined) return known;
  const normal = escapedSql(normalExpression(standardSql(sql), { tokens: withOperators, rewrites }));
  normalForms.set(sql, normal);
  return normal;
}

/** What the server writes or takes in place of an operator; `mod(…)` as a call is a word of the parser's own. */
const spellings: Readonly<Record<string, SqlToken>> = {
  "&&": { kind: "word", text: "AND", value: "AND" },
  "!": { kind: "word", text: "NOT", value: "NOT" },
  mod: { kind: "symbol", text: "%", value: "%" },
};

function withOperators(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const significant = tokens.filter(({ kind }) => kind !== "space" && kind !== "comment");
  return tokens.map((token) => {
    const spelling = token.kind === "word" || token.kind === "symbol" ? spellings[token.text.toLowerCase()] : undefined;
    if (!spelling) return token;
    const isCall = token.kind === "word" && significant[significant.indexOf(token) + 1]?.text === "(";
    return isCall ? { ...token, text: "modulo", value: "modulo" } : spelling;
  });
}

const normalForms = new Map<string, string>();

/** Names by which the server calls a function when it shows an expression, by the names an author may use. */
const synonyms: Readonly<Record<string, string>> = {
  adddate: "date_add",
  ceil: "ceiling",
  character_length: "char_length",
  curdate: "current_date",
  curtime: "current_time",
  day: "dayofmonth",
  lcase: "lower",
  length: "octet_length",
  localtime: "current_timestamp",
  localtimestamp: "current_timestamp",
  mid: "substring",
  now: "current_timestamp",
  pow: "power",
  sha1: "sha",
  substr: "substring",
  ucase: "upper",
};

const clocks = new Set(["current_timestamp", "current_date", "current_time"]);
const opposites: Readonly<Record<string, string>> = { "=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">" };

const functionNames: Rewrite = (node) => {
  if (node.kind === "keyword" && node.word.startsWith("LOCALTIME")) return { kind: "keyword", word: "CURRENT_TIMESTAMP" };
  if (node.kind !== "call" || node.name.length !== 1) return node;
  const [written] = node.name;
  const name = synonyms[written!.toLowerCase()] ?? written!.toLowerCase();
  if (clocks.has(name) && !node.arguments.length) return { kind: "keyword", word: name.toUpperCase() };
  const [left, right] = node.arguments;
  if (name === "isnull" && left) return { kind: "is", negated: false, operand: left, test: "NULL" };
  if (name === "instr" && left && right) return { ...node, name: ["locate"], arguments: [right, left] };
  if (name === "modulo" && left && right) return { kind: "binary", operator: "%", left, right };
  return { ...node, name: [name] };
};

const truthValues: Rewrite = (node) => {
  if (node.kind !== "keyword") return node;
  if (node.word === "TRUE") return { kind: "number", text: "1" };
  return node.word === "FALSE" ? { kind: "number", text: "0" } : node;
};

/** Names of columns make no difference between upper and lower case. */
const columnNames: Rewrite = (node) => (node.kind === "name" ? { ...node, parts: [node.parts.at(-1)!.toLowerCase()] } : node);

const operators: Rewrite = (node) => {
  if (node.kind === "like" && /^RLIKE$/i.test(node.operator)) return { ...node, operator: "REGEXP" };
  if (node.kind === "is" && /^UNKNOWN$/i.test(node.test)) return { ...node, test: "NULL" };
  if (node.kind === "logic") return logic(node.operator, node.operands.map((operand) => truthOf(operand, false)));
  if (node.kind !== "binary") return node;
  const operator = node.operator.toUpperCase();
  // MySQL writes the number that it compares with a bare condition first.
  const [left, right] = isZero(node.left) && /^(?:=|<>|!=)$/.test(operator) ? [node.right, node.left] : [node.left, node.right];
  return { ...node, left, right, operator: operator === "!=" ? "<>" : operator };
};

const isZero = (node: Expression) => node.kind === "number" && node.text === "0";

/** A bare column as a condition asks whether it is not zero, and the server says so. */
function truthOf(node: Expression, isNegated: boolean): Expression {
  if (node.kind !== "name") return node;
  return { kind: "binary", operator: isNegated ? "=" : "<>", left: node, right: { kind: "number", text: "0" } };
}

/** Both servers push NOT down to the comparisons. */
const negations: Rewrite = (node) => (node.kind === "unary" && /^(?:NOT|!)$/i.test(node.operator) ? negated(node.operand, node) : node);

function negated(operand: Expression, whole: Expression): Expression {
  if (operand.kind === "name") return truthOf(operand, true);
  if (operand.kind === "is" || operand.kind === "in" || operand.kind === "between" || operand.kind === "like") return { ...operand, negated: !operand.negated };
  if (operand.kind === "logic") return logic(operand.operator === "AND" ? "OR" : "AND", operand.operands.map((each) => negated(each, { kind: "unary", operator: "NOT", operand: each })));
  const opposite = operand.kind === "binary" ? opposites[operand.operator] : undefined;
  return opposite !== undefined && operand.kind === "binary" ? { ...operand, operator: opposite } : whole;
}

const singleItems: Rewrite = (node) => {
  if (node.kind !== "in" || node.items.length !== 1) return node;
  const [item] = node.items;
  return { kind: "binary", operator: node.negated ? "<>" : "=", left: node.operand, right: item as Expression };
};

const castTypes: Rewrite = (node) => (node.kind === "cast" ? { ...node, type: node.type.toLowerCase().replace(/ (?:charset|character set) utf8mb4$/, "") } : node);

const rewrites: readonly Rewrite[] = [columnNames, functionNames, truthValues, operators, negations, singleItems, castTypes];
