import { MysqlQueryCompiler, PostgresQueryCompiler, SqliteQueryCompiler, type RootOperationNode } from "kysely";
import type { Grammar, WritableQuery } from "../operations/execute.ts";
import type { ColumnType } from "../schema/types.ts";
import { TypedValue, withTypes, type StubTypes } from "./typed-values.ts";

type Literal = (value: unknown, type?: ColumnType) => string;

/** A query that writes values into its text, those for columns of `types` as literals of their types, where Kysely's own compilers write `$1` or a question mark. */
export function writableQuery(node: RootOperationNode, types: StubTypes = new Map()): WritableQuery {
  return {
    node,
    write: (grammar, literal) => {
      const valueOf: Literal = (value) => (value instanceof TypedValue ? literal(value.value, value.type) : literal(value));
      return compilers[grammar](valueOf).compileQuery(withTypes(node, types), { queryId: "graven" }).sql;
    },
  };
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
