import type { SqlToken } from "../base/sql-tokens.ts";
import type { Schema } from "../schema/types.ts";
import { readStatement } from "./ansi/read-statement.ts";
import type { Statement } from "./ansi/statement.ts";
import type { DialectName } from "./dialect.ts";
import type { Effects } from "./effects.ts";

/** What a reviewer must know of a database, which one that only runs statements does not: loaded apart from the dialect. */
export interface ReviewKnowledge {
  readonly readStatement: (tokens: readonly SqlToken[]) => Statement;
  /** What the statement locks, reads and writes on a database that holds `schema`, on a server of this version, such as `8.0.28`. */
  readonly effects: (statement: Statement, schema: Schema, version?: string) => Effects;
  /** The version whose behaviour is assumed where the config tells none. */
  readonly assumedVersion: number;
  /** A query for the tables as the catalogue knows them: `key`, `rows` (an estimate) and `bytes`; absent where there is none. */
  readonly sizesSql?: string;
  /** How large one table is, where no query tells it of all: `rows` and `bytes`. */
  readonly sizeSql?: (table: string) => string;
  /** DROP and TRUNCATE take along what needs a table where CASCADE says so; elsewhere the word does nothing. */
  readonly cascades: boolean;
  /** What the server has that needs a table, or one of its columns, and stands in its way or breaks. */
  readonly dependents: Dependents;
  /** Makes the session refuse to write, and lets it write again. */
  readonly readOnly: readonly [on: string, off: string];
}

/** A query for what needs a table or a column of it: `name`, such as `view recent`, and `text` where its words must name the table. */
export interface Dependents {
  readonly sql: (table: string, column?: string) => string;
  /** What becomes of it, by what is done; absent where it follows by itself. */
  readonly words: { readonly [K in "dropTable" | "dropColumn" | "renameTable" | "renameColumn" | "alterType"]?: string };
}

const loaders: { readonly [K in DialectName]: () => Promise<ReviewKnowledge> } = {
  postgres: async () => {
    const [{ statementEffects, defaultVersion }, { sizesSql, dependents, readOnly }] = await Promise.all([import("./postgres/effects.ts"), import("./postgres/sizes.ts")]);
    return { readStatement: (tokens) => readStatement(tokens, (name) => name.toLowerCase()), effects: (statement, schema, version) => statementEffects(statement, schema, version === undefined ? undefined : Number.parseInt(version, 10)), assumedVersion: defaultVersion, cascades: true, sizesSql, dependents, readOnly };
  },
  sqlite: async () => ({ readStatement, effects: (await import("./sqlite/effects.ts")).statementEffects, assumedVersion: 3, cascades: false, ...(await import("./sqlite/sizes.ts")) }),
  mysql: async () => ({ readStatement, effects: (await import("./mysql/effects.ts")).mysqlEffects, assumedVersion: 8, cascades: false, ...(await import("./mysql/sizes.ts")) }),
  mariadb: async () => ({ readStatement, effects: (await import("./mysql/effects.ts")).mariadbEffects, assumedVersion: 10, cascades: false, ...(await import("./mysql/sizes.ts")) }),
};

export function loadReviewKnowledge(name: DialectName): Promise<ReviewKnowledge> {
  return loaders[name]();
}
