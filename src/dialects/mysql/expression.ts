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
  const normal = escapedSql(normalExpression(standardSql(sql), { rewrites }));
  normalForms.set(sql, normal);
  return normal;
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
  isnull: "isnull",
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
  if (node.kind === "keyword" && /^LOCALTIME/.test(node.word)) return { kind: "keyword", word: "CURRENT_TIMESTAMP" };
  if (node.kind !== "call" || node.name.length !== 1) return node;
  const [written] = node.name;
  const name = synonyms[written!.toLowerCase()] ?? written!.toLowerCase();
  if (clocks.has(name) && !node.arguments.length) return { kind: "keyword", word: name.toUpperCase() };
  const [left, right] = node.arguments;
  if (name === "mod" && left && right) return { kind: "binary", operator: "%", left, right };
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
  if (node.kind !== "binary") return node;
  const operator = node.operator.toUpperCase();
  return { ...node, operator: operator === "!=" ? "<>" : operator === "MOD" ? "%" : operator };
};

/** Both servers push NOT down to the comparisons. */
const negations: Rewrite = (node) => (node.kind === "unary" && /^(?:NOT|!)$/i.test(node.operator) ? negated(node.operand, node) : node);

function negated(operand: Expression, whole: Expression): Expression {
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
