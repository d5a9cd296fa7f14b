import { normalExpression, type Rewrite } from "../ansi/expression.ts";
import { withoutPublic, type SqlToken } from "../../base/sql-tokens.ts";
import type { ColumnType } from "../../schema/types.ts";
import { castRewrites } from "./expression-casts.ts";
import { promotion } from "./expression-numbers.ts";
import { operatorRewrites } from "./expression-operators.ts";

/** What is known around an expression. Without it two spellings are compared under both readings of a server's cast. */
export interface ExpressionContext {
  /** The types of the table's columns, by name. */
  readonly types?: ReadonlyMap<string, ColumnType>;
  /** The names by which the table's own columns may be qualified. */
  readonly table?: { readonly name: string; readonly schema?: string };
  /** Whether a cast that the server may have added by itself is taken for one, when no types are known. */
  readonly dropsCasts: boolean;
}

/** One spelling for what the server prints and what an author wrote: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG */
export function normalSql(sql: string, context: ExpressionContext): string {
  return normalExpression(sql, { rewrites: rewritesFor(context), tokens: withoutUser });
}

/** The bare word USER is no column but the role: https://www.postgresql.org/docs/current/functions-info.html */
function withoutUser(tokens: readonly SqlToken[]): readonly SqlToken[] {
  return withoutPublic(tokens).map((token) => (token.kind === "word" && /^user$/i.test(token.text) ? { ...token, text: "current_user", value: "current_user" } : token));
}

export function rewritesFor(context: ExpressionContext): readonly Rewrite[] {
  return [unqualified(context), ...castRewrites(context), promotion(context), ...operatorRewrites];
}

/** Whether two expressions mean the same. */
export function sameExpression(a: string, b: string): boolean {
  return a === b || [true, false].some((dropsCasts) => normalSql(a, { dropsCasts }) === normalSql(b, { dropsCasts }));
}

/** The server prints a table's own columns without the table. */
function unqualified({ table }: ExpressionContext): Rewrite {
  return (node) => {
    if (node.kind === "call" && node.name.length === 2 && node.name[0] === "pg_catalog") return { ...node, name: node.name.slice(1) };
    if (node.kind === "collate" && node.collation.startsWith("pg_catalog.")) return { ...node, collation: node.collation.slice("pg_catalog.".length) };
    if (node.kind !== "name" || !table) return node;
    const [column, owner, schema, ...more] = [...node.parts].reverse();
    const own = owner === table.name && (schema === undefined || schema === (table.schema ?? "public")) && !more.length;
    return own ? { kind: "name", parts: [column!] } : node;
  };
}
