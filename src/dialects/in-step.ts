import type { Column, DatabaseObject, Schema, Table } from "../schema/types.ts";
import type { DialectName } from "./dialect.ts";

/** A column and the one that takes its place, of which each must hold what the other holds while both stand. */
export interface ColumnPair {
  /** The table's key, and the table as it stands with both columns. */
  readonly key: string;
  readonly table: Table;
  readonly old: Column;
  readonly fresh: Column;
  /**
   * Where a row holds the second (since 1970) at which it was last written through the old column. A statement that writes this column
   * itself is not marked.
   */
  readonly mark: Column;
  readonly schema: Schema;
}

/**
 * How a database keeps two columns in step while clients write one or the other: loaded for those who write revisions, which then hold
 * it as triggers like any other.
 */
export interface InStep {
  /** The triggers, with their functions, by which whoever writes one column writes the other. Their names begin with `name`. */
  readonly triggers: (pair: ColumnPair, name: string) => readonly DatabaseObject[];
  /** SQL over a row: the two do not hold the same. */
  readonly differs: (pair: ColumnPair) => string;
  /** SQL for the value of one column as one of the other's type. */
  readonly converted: (sql: string, from: Column, to: Column, schema: Schema) => string;
  /** NOT NULL is looked at before a trigger may give a value. */
  readonly requiresFirst: boolean;
  /** Why a table cannot answer to two names at once; absent where a view does that for readers and writers. */
  readonly noSecondName?: string;
}

const loaders: { readonly [K in DialectName]: () => Promise<InStep> } = {
  postgres: async () => (await import("./postgres/in-step.ts")).postgresInStep,
  sqlite: async () => (await import("./sqlite/in-step.ts")).sqliteInStep,
  mysql: async () => (await import("./mysql/in-step.ts")).mysqlInStep,
  mariadb: async () => (await import("./mysql/in-step.ts")).mysqlInStep,
};

export function loadInStep(name: DialectName): Promise<InStep> {
  return loaders[name]();
}
