import { MysqlQueryCompiler, PostgresQueryCompiler, SqliteQueryCompiler, type RootOperationNode } from "kysely";
import type { Grammar, WritableQuery } from "../operations/execute.ts";

type Literal = (value: unknown) => string;

/** A query that writes values into its text, where Kysely's own compilers write `$1` or a question mark. */
export function writableQuery(node: RootOperationNode): WritableQuery {
  return { node, write: (grammar, literal) => compilers[grammar](literal).compileQuery(node, { queryId: "graven" }).sql };
}

const compilers: { readonly [G in Grammar]: (literal: Literal) => Pick<PostgresQueryCompiler, "compileQuery"> } = {
  postgres: (literal) =>
    new (class extends PostgresQueryCompiler {
      protected override appendValue(value: unknown): void {
        this.append(literal(value));
      }

      protected override appendImmediateValue(value: unknown): void {
        this.append(literal(value));
      }
    })(),
  mysql: (literal) =>
    new (class extends MysqlQueryCompiler {
      protected override appendValue(value: unknown): void {
        this.append(literal(value));
      }

      protected override appendImmediateValue(value: unknown): void {
        this.append(literal(value));
      }
    })(),
  sqlite: (literal) =>
    new (class extends SqliteQueryCompiler {
      protected override appendValue(value: unknown): void {
        this.append(literal(value));
      }

      protected override appendImmediateValue(value: unknown): void {
        this.append(literal(value));
      }
    })(),
};
