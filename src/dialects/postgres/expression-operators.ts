import { someNode } from "../ansi/expression-rewrite.ts";
import type { Expression, ExpressionOf, Rewrite } from "../ansi/expression.ts";
import { logic } from "../ansi/expression-rewrite.ts";

/** Operators by the names under which the server keeps them: https://www.postgresql.org/docs/current/functions-matching.html#FUNCTIONS-LIKE */
const matching: Readonly<Record<string, { readonly operator: string; readonly negated: boolean }>> = {
  "~~": { operator: "LIKE", negated: false },
  "!~~": { operator: "LIKE", negated: true },
  "~~*": { operator: "ILIKE", negated: false },
  "!~~*": { operator: "ILIKE", negated: true },
};

const likeOperator: Rewrite = (node) => {
  if (node.kind === "binary" && Object.hasOwn(matching, node.operator)) return { kind: "like", ...matching[node.operator]!, left: node.left, right: node.right };
  if (node.kind === "quantified" && Object.hasOwn(matching, node.operator)) {
    const { operator, negated } = matching[node.operator]!;
    return { ...node, operator: negated ? `NOT ${operator}` : operator };
  }
  return node;
};

/** ESCAPE and SIMILAR TO are functions to the server. */
const likePattern: Rewrite = (node) => {
  if (node.kind !== "like") return node;
  const { escape, ...rest } = node;
  const given = escape ? [node.right, escape] : [node.right];
  if (node.operator === "SIMILAR TO") return { kind: "binary", operator: node.negated ? "!~" : "~", left: node.left, right: call("similar_to_escape", ...given) };
  return escape ? { ...rest, right: call("like_escape", ...given) } : node;
};

const between: Rewrite = (node) => {
  if (node.kind !== "between" || node.symmetric) return node;
  const { operand, low, high, negated } = node;
  const compared = (operator: string, right: Expression): Expression => ({ kind: "binary", operator, left: operand, right });
  return negated ? logic("OR", [compared("<", low), compared(">", high)]) : logic("AND", [compared(">=", low), compared("<=", high)]);
};

/** `x = ANY (ARRAY[…])` is how the server keeps `x IN (…)`. */
const quantified: Rewrite = (node) => {
  if (node.kind !== "quantified" || node.right.kind !== "array" || !node.right.items.length) return node;
  const negated = node.operator === "<>" && node.quantifier === "ALL";
  if (!negated && !(node.operator === "=" && node.quantifier === "ANY")) return node;
  return { kind: "in", negated, operand: node.left, items: node.right.items };
};

/** Of a list the server keeps the constants together, when there are two, and compares with each of the others by itself. */
const membership: Rewrite = (node) => {
  if (node.kind !== "in" || node.items.some((item) => item.kind === "opaque" || item.kind === "row")) return node;
  const constants = node.items.filter((item) => !someNode(item, (each) => each.kind === "name" || each.kind === "opaque"));
  if (constants.length === node.items.length && constants.length > 1) return node;
  const together = constants.length > 1;
  const rest = together ? node.items.filter((item) => !constants.includes(item)) : node.items;
  const each = rest.map((right): Expression => ({ kind: "binary", operator: node.negated ? "<>" : "=", left: node.operand, right }));
  return logic(node.negated ? "AND" : "OR", [...(together ? [{ ...node, items: constants }] : []), ...each]);
};

/** https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT: two names of one function. */
const currentTime: Rewrite = (node) => {
  if (node.kind !== "call" || node.name.length !== 1) return node;
  const [name] = node.name;
  if ((name === "now" || name === "transaction_timestamp") && !node.arguments.length) return { kind: "keyword", word: "CURRENT_TIMESTAMP" };
  const [zone, value] = node.arguments;
  return name === "timezone" && zone && value && node.arguments.length === 2 ? { kind: "binary", operator: "AT TIME ZONE", left: value, right: zone } : node;
};

/** CASE without ELSE gives NULL. */
const caseWithoutElse: Rewrite = (node) => {
  if (node.kind !== "case" || node.otherwise?.kind !== "keyword" || node.otherwise.word !== "NULL") return node;
  const { otherwise: _, ...rest } = node;
  return rest;
};

/** Functions with keywords between their arguments, as plain calls. */
const plainCall: Rewrite = (node) => {
  if (node.kind !== "call" || node.name.length !== 1) return node;
  return Object.hasOwn(plainCalls, node.name[0]!) ? plainCalls[node.name[0]!]!(node) : node;
};

const plainCalls: Readonly<Record<string, (node: ExpressionOf<"call">) => Expression>> = {
  trim: ({ arguments: values, keywords = [] }) => {
    const [lead = ""] = keywords;
    const name = lead.startsWith("LEADING") ? "ltrim" : lead.startsWith("TRAILING") ? "rtrim" : "btrim";
    return call(name, ...(keywords[1] === "FROM" ? [...values].reverse() : values));
  },
  substring: (node) => (node.keywords?.every((keyword) => keyword === undefined || keyword === "FROM" || keyword === "FOR") && node.keywords[1] === "FROM" ? call("substring", ...node.arguments) : node),
  overlay: (node) => call("overlay", ...node.arguments),
  position: (node) => (node.keywords?.[1] === "IN" ? call("position", ...[...node.arguments].reverse()) : node),
  extract: (node) => {
    const [field, ...rest] = node.arguments;
    return field?.kind === "string" ? { ...node, arguments: [{ kind: "name", parts: [field.value.toLowerCase()] }, ...rest] } : node;
  },
};

function call(name: string, ...values: readonly Expression[]): Expression {
  return { kind: "call", name: [name], arguments: values };
}

export const operatorRewrites: readonly Rewrite[] = [likeOperator, likePattern, between, quantified, membership, currentTime, caseWithoutElse, plainCall];
