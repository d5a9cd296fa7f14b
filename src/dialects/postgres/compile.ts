import { PostgresQueryCompiler, type RootOperationNode } from "kysely";
import { literal } from "./literal.ts";

/** Writes values into the text, where Kysely's own compiler writes `$1`. */
class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.append(literal(value));
  }
}

/** A Kysely query as SQL that stands by itself. */
export function compile(query: RootOperationNode): string {
  return new LiteralCompiler().compileQuery(query, { queryId: "" }).sql;
}
