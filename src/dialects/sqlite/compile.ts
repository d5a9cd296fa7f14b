import { SqliteQueryCompiler, type RootOperationNode } from "kysely";
import { literal } from "./literal.ts";

/** Writes values where Kysely writes question marks. */
class LiteralCompiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.append(literal(value));
  }

  protected override appendImmediateValue(value: unknown): void {
    this.append(literal(value));
  }
}

/** A Kysely query as SQL with its values as literals. Throws DAT-002 for values that have none. */
export function compile(query: RootOperationNode): string {
  return new LiteralCompiler().compileQuery(query, { queryId: "" }).sql;
}
