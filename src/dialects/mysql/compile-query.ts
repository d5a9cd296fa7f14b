import { MysqlQueryCompiler, type RootOperationNode } from "kysely";
import { literal } from "./literal.ts";

/** Kysely's own compiler, with values in place of parameters. */
class LiteralQueryCompiler extends MysqlQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.append(literal(value));
  }

  protected override appendImmediateValue(value: unknown): void {
    this.append(literal(value));
  }
}

/** A Kysely query as SQL with its values as literals. Throws DAT-002 for a value that has none. */
export function compileQuery(query: RootOperationNode): string {
  return new LiteralQueryCompiler().compileQuery(query, { queryId: "graven" }).sql;
}
