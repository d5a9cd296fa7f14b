import type { Expression, ExpressionKind, ExpressionOf } from "./expression.ts";

/** Gives a node in place of another, or the node itself. `parent` is the node around it, as it stood before any rewrite. */
export type Rewrite = (node: Expression, parent: Expression | undefined) => Expression;

/** Applies rewrites to every node, from the leaves up, each to what the one before it gave. */
export function rewriteExpression(node: Expression, rewrites: readonly Rewrite[], parent?: Expression): Expression {
  if (!rewrites.length) return node;
  const inside = mapChildren(node, (child) => rewriteExpression(child, rewrites, node));
  return rewrites.reduce((current, rewrite) => rewrite(current, parent), inside);
}

/** The node with every child replaced. */
export function mapChildren(node: Expression, change: (child: Expression) => Expression): Expression {
  return (mappers[node.kind] as (node: Expression, change: (child: Expression) => Expression) => Expression)(node, change);
}

/** Whether the node or one beneath it passes a test. */
export function someNode(node: Expression, test: (node: Expression) => boolean): boolean {
  if (test(node)) return true;
  let found = false;
  mapChildren(node, (child) => {
    found ||= someNode(child, test);
    return child;
  });
  return found;
}

const same = <N extends Expression>(node: N): N => node;

const mappers: { readonly [K in ExpressionKind]: (node: ExpressionOf<K>, change: (child: Expression) => Expression) => Expression } = {
  string: same,
  number: same,
  keyword: same,
  name: same,
  opaque: same,
  call: (node, change) => ({ ...node, arguments: node.arguments.map(change) }),
  unary: (node, change) => ({ ...node, operand: change(node.operand) }),
  binary: (node, change) => ({ ...node, left: change(node.left), right: change(node.right) }),
  logic: (node, change) => logic(node.operator, node.operands.map(change)),
  like: (node, change) => ({ ...node, left: change(node.left), right: change(node.right), ...(node.escape && { escape: change(node.escape) }) }),
  is: (node, change) => ({ ...node, operand: change(node.operand) }),
  in: (node, change) => ({ ...node, operand: change(node.operand), items: node.items.map(change) }),
  between: (node, change) => ({ ...node, operand: change(node.operand), low: change(node.low), high: change(node.high) }),
  quantified: (node, change) => ({ ...node, left: change(node.left), right: change(node.right) }),
  cast: (node, change) => ({ ...node, operand: change(node.operand) }),
  collate: (node, change) => ({ ...node, operand: change(node.operand) }),
  case: (node, change) => ({
    ...node,
    ...(node.operand && { operand: change(node.operand) }),
    branches: node.branches.map(({ when, then }) => ({ when: change(when), then: change(then) })),
    ...(node.otherwise && { otherwise: change(node.otherwise) }),
  }),
  array: (node, change) => ({ ...node, items: node.items.map(change) }),
  row: (node, change) => ({ ...node, items: node.items.map(change) }),
  subscript: (node, change) => ({ ...node, operand: change(node.operand), ...(node.from && { from: change(node.from) }), ...(node.to && { to: change(node.to) }) }),
  field: (node, change) => ({ ...node, operand: change(node.operand) }),
  interval: (node, change) => ({ ...node, value: change(node.value) }),
};

/** AND or OR of operands; chains of the same operator become one node. */
export function logic(operator: "AND" | "OR", operands: readonly Expression[]): Expression {
  const flat = operands.flatMap((operand) => (operand.kind === "logic" && operand.operator === operator ? operand.operands : [operand]));
  return flat.length === 1 ? flat[0]! : { kind: "logic", operator, operands: flat };
}
