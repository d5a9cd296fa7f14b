import { DummyDriver, Kysely, SqliteAdapter, SqliteQueryCompiler, type RootOperationNode } from "kysely";
import type { ExecuteStatement } from "../operations/execute.ts";
import type { Arguments } from "./arguments.ts";
import { isTable } from "../models/table.ts";
import type { BuiltQuery } from "./facade-types.ts";
import { writableQuery } from "./query-text.ts";
import { stubTypes, type StubTypes } from "./typed-values.ts";

/**
 * A Kysely that builds and never runs: queries are kept as nodes, which write themselves in each database's grammar.
 */
const builder = new Kysely<any>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: () => {
      throw new Error("Nothing can be read while a revision is recorded.");
    },
  },
});

/** Plain SQL, or the queries that a function builds over stubs. */
export function statements(given: Arguments): ExecuteStatement[] {
  const first = given.take();
  if (typeof first === "string") return [{ sql: sqlText(given, first) }];
  const build = given.take();
  if (typeof first !== "object" || first === null || typeof build !== "function") throw given.wrong("SQL as text, or stubs and a function that builds queries");
  const built: unknown = build(builder);
  const queries: readonly unknown[] = Array.isArray(built) ? built : [built];
  if (!queries.length) throw given.wrong("at least one query from the function");
  const stubs = (isTable(first) ? [first] : Object.values(first)).filter(isTable);
  const types = stubTypes(stubs);
  return queries.map((query) => statementOf(given, query, types));
}

function statementOf(given: Arguments, query: unknown, types: StubTypes): ExecuteStatement {
  if (typeof query === "string") return { sql: sqlText(given, query) };
  if (typeof query !== "object" || query === null || !("toOperationNode" in query)) {
    const executed = typeof query === "object" && query !== null && "then" in query;
    if (executed) (query as Promise<unknown>).then(undefined, () => {});
    throw given.wrong("the function to return queries", executed ? "Return the query itself, without .execute(): it runs later. To read before writing, use op.run(async (db) => { … })." : undefined);
  }
  return { query: writableQuery((query as BuiltQuery).toOperationNode() as RootOperationNode, types) };
}

function sqlText(given: Arguments, text: string): string {
  if (!text.trim()) throw given.wrong("SQL that is not empty");
  return text;
}
