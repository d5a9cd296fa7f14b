import { significantTokens, type SqlToken } from "../../base/sql-tokens.ts";
import { parseExpression } from "./expression-parse.ts";
import type { Precedence } from "./expression-precedence.ts";
import { joinTokens, printExpression } from "./expression-print.ts";
import { rewriteExpression, type Rewrite } from "./expression-rewrite.ts";

export { parseExpression } from "./expression-parse.ts";
export { standardPrecedence, type Precedence } from "./expression-precedence.ts";
export { printExpression } from "./expression-print.ts";
export { rewriteExpression, type Rewrite } from "./expression-rewrite.ts";

/** An SQL expression as data. Brackets are gone: the tree says what they said. */
export type Expression =
  | { readonly kind: "string"; readonly value: string; /** `B`, `X`, `N`: what stood before the quote. */ readonly prefix?: string }
  | { readonly kind: "number"; readonly text: string }
  /** `NULL`, `TRUE`, `CURRENT_TIMESTAMP`, `*`: upper case. */
  | { readonly kind: "keyword"; readonly word: string }
  /** A column, perhaps qualified. Unquoted names are lower case by now. */
  | { readonly kind: "name"; readonly parts: readonly string[] }
  /** `keywords[i]` stands before the argument `i` in place of a comma: `EXTRACT(year FROM d)`, `count(DISTINCT x)`. */
  | { readonly kind: "call"; readonly name: readonly string[]; readonly arguments: readonly Expression[]; readonly keywords?: readonly (string | undefined)[]; /** `FILTER (…)`, `OVER (…)`. */ readonly tail?: string }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** AND and OR are associative, so a chain is one node. */
  | { readonly kind: "logic"; readonly operator: "AND" | "OR"; readonly operands: readonly Expression[] }
  /** LIKE, ILIKE, SIMILAR TO, REGEXP, RLIKE, GLOB, MATCH. */
  | { readonly kind: "like"; readonly operator: string; readonly negated: boolean; readonly left: Expression; readonly right: Expression; readonly escape?: Expression }
  | { readonly kind: "is"; readonly negated: boolean; readonly operand: Expression; readonly test: string }
  | { readonly kind: "in"; readonly negated: boolean; readonly operand: Expression; readonly items: readonly Expression[] }
  | { readonly kind: "between"; readonly negated: boolean; readonly symmetric: boolean; readonly operand: Expression; readonly low: Expression; readonly high: Expression }
  | { readonly kind: "quantified"; readonly operator: string; readonly quantifier: "ANY" | "ALL"; readonly left: Expression; readonly right: Expression }
  /** `bracketed`: written `(x)::type`, as PostgreSQL writes the casts that it adds by itself. */
  | { readonly kind: "cast"; readonly operand: Expression; readonly type: string; readonly bracketed?: true }
  | { readonly kind: "collate"; readonly operand: Expression; readonly collation: string }
  | { readonly kind: "case"; readonly operand?: Expression; readonly branches: readonly { readonly when: Expression; readonly then: Expression }[]; readonly otherwise?: Expression }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "row"; readonly items: readonly Expression[] }
  | { readonly kind: "subscript"; readonly operand: Expression; readonly from?: Expression; readonly to?: Expression; readonly slice?: true }
  | { readonly kind: "field"; readonly operand: Expression; readonly name: string }
  | { readonly kind: "interval"; readonly value: Expression; readonly unit: string }
  /** What is not looked into, such as a subquery, as its tokens. */
  | { readonly kind: "opaque"; readonly text: string };

export type ExpressionKind = Expression["kind"];
export type ExpressionOf<K extends ExpressionKind> = Extract<Expression, { kind: K }>;

/** What a dialect knows of expressions beyond the standard. */
export interface ExpressionOptions {
  /** Changes the pieces before they are parsed, such as MySQL's strings in double quotes. */
  readonly tokens?: (tokens: readonly SqlToken[]) => readonly SqlToken[];
  /** How tightly operators bind; see `standardPrecedence`. */
  readonly precedence?: Precedence;
  /** Changes nodes from the leaves up; the node's unchanged parent is at hand. */
  readonly rewrites?: readonly Rewrite[];
}

/**
 * One spelling for expressions that are the same, for comparing only: minimal brackets, upper case keywords, lower case
 * names without needless quotes, and a dialect's rewrites. What the parser does not understand keeps its pieces.
 */
export function normalExpression(sql: string, options: ExpressionOptions = {}): string {
  const parsed = parseExpression(sql, options);
  if (!parsed) return normalTokens(sql);
  return printExpression(rewriteExpression(parsed, options.rewrites ?? []), options.precedence);
}

/** The pieces with one space between them, names and keywords in lower case unless their quotes say otherwise. */
export function normalTokens(sql: string): string {
  return joinTokens(significantTokens(sql));
}
