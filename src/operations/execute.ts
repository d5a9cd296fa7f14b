import type { RootOperationNode } from "kysely";
import { counted } from "../base/text.ts";
import type { ColumnType } from "../schema/types.ts";
import { irreversible, type OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Runs SQL: plain text, or queries built with Kysely, as nodes that any dialect can compile. */
export interface Execute {
  readonly kind: "execute";
  readonly statements: readonly ExecuteStatement[];
  /** What the statements do to the schema, as the operations that they stand for; absent means nothing. */
  readonly schema?: readonly Operation[];
}

export type ExecuteStatement = { readonly sql: string } | { readonly query: WritableQuery };

/** The grammars in which a query can be written. */
export type Grammar = "postgres" | "mysql" | "sqlite";

/**
 * A query that an author built. It writes itself, with whatever built it, so that a dialect needs no query builder:
 * authoring a revision then loads none.
 */
export interface WritableQuery {
  readonly node: RootOperationNode;
  readonly write: (grammar: Grammar, literal: (value: unknown, type?: ColumnType) => string) => string;
}

export const execute: OperationDefinition<Execute> = {
  parameters: { statements: "statements", schema: "operations" },
  apply: (draft, { schema = [] }, nested) => nested.apply(draft, schema),
  invert: () => irreversible("SQL was run that only its author knows how to undo."),
  describe: ({ statements }) => `execute ${statements.length > 1 ? counted(statements.length, "statement") : statements.map((statement) => ("sql" in statement ? firstWords(statement.sql) : "a query")).join("")}`,
};

function firstWords(sql: string): string {
  const line = sql.trim().replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
