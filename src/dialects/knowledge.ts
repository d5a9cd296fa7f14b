import type { SqlToken } from "../base/sql-tokens.ts";
import type { Schema } from "../schema/types.ts";
import { readStatement } from "./ansi/read-statement.ts";
import type { Statement } from "./ansi/statement.ts";
import type { DialectName } from "./dialect.ts";
import type { Effects } from "./effects.ts";

/** What a reviewer must know of a database, which one that only runs statements does not: loaded apart from the dialect. */
export interface ReviewKnowledge {
  readonly readStatement: (tokens: readonly SqlToken[]) => Statement;
  /** What the statement locks, reads and writes on a database that holds `schema`, on a server of this major version. */
  readonly effects: (statement: Statement, schema: Schema, version?: number) => Effects;
  /** The version whose behaviour is assumed where the config tells none. */
  readonly assumedVersion: number;
  /** A query for the tables as the catalogue knows them: `key`, `rows` (an estimate) and `bytes`; absent where there is none. */
  readonly sizesSql?: string;
  /** A query for the views that read a table: `name`. */
  readonly dependentsSql?: (table: string) => string;
}

const loaders: { readonly [K in DialectName]: () => Promise<ReviewKnowledge> } = {
  postgres: async () => {
    const [{ statementEffects, defaultVersion }, { sizesSql, dependentsSql }] = await Promise.all([import("./postgres/effects.ts"), import("./postgres/sizes.ts")]);
    return { readStatement: (tokens) => readStatement(tokens, (name) => name.toLowerCase()), effects: statementEffects, assumedVersion: defaultVersion, sizesSql, dependentsSql };
  },
  sqlite: async () => ({ readStatement, effects: (await import("./sqlite/effects.ts")).statementEffects, assumedVersion: 3 }),
  mysql: async () => ({ readStatement, effects: (await import("./mysql/effects.ts")).mysqlEffects, assumedVersion: 8, sizesSql: (await import("./mysql/sizes.ts")).sizesSql }),
  mariadb: async () => ({ readStatement, effects: (await import("./mysql/effects.ts")).mariadbEffects, assumedVersion: 10, sizesSql: (await import("./mysql/sizes.ts")).sizesSql }),
};

export function loadReviewKnowledge(name: DialectName): Promise<ReviewKnowledge> {
  return loaders[name]();
}
