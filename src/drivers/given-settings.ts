import { quotedText } from "./connection.ts";

/** How a client is asked: one statement, and the rows that it gives. */
export type Ask = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** Reads the settings of a session, and gives what sets those back that are others by then. */
export type KeepSettings = (ask: Ask) => Promise<() => Promise<void>>;

interface Settings {
  readonly read: (ask: Ask) => Promise<ReadonlyMap<string, string>>;
  readonly write: (name: string, value: string) => string;
}

/** A run sets limits, a schema and a time zone in its session, and a revision may set what it likes: a program's own client comes back as it was. */
function keeping({ read, write }: Settings): KeepSettings {
  return async (ask) => {
    const before = await read(ask);
    return async () => {
      const after = await read(ask);
      for (const [name, value] of before) if (after.get(name) !== value) await ask(write(name, value));
    };
  };
}

/** All that a session may set for itself; what belongs to the open transaction is left alone. */
export const keepPostgres = keeping({
  read: async (ask) => named(await ask("SELECT name, setting AS value FROM pg_catalog.pg_settings WHERE context IN ('user', 'superuser') AND name !~ '^transaction_'")),
  write: (name, value) => `SELECT pg_catalog.set_config(${quotedText(name)}, ${quotedText(value)}, false)`,
});

const mysqlNames = ["time_zone", "sql_mode", "lock_wait_timeout", "innodb_lock_wait_timeout", "max_statement_time", "max_execution_time", "foreign_key_checks", "unique_checks", "autocommit", "character_set_client", "character_set_results", "collation_connection"];

export const keepMysql = keeping({
  read: async (ask) => named((await ask(`SHOW SESSION VARIABLES WHERE Variable_name IN (${mysqlNames.map(quotedText).join(", ")})`)).map(({ Variable_name: name, Value: value }) => ({ name, value }))),
  write: (name, value) => `SET SESSION ${name} = ${/^\d+(\.\d+)?$/.test(value) ? value : quotedText(value)}`,
});

const pragmas = ["foreign_keys", "busy_timeout", "legacy_alter_table", "query_only", "recursive_triggers"];

export const keepSqlite = keeping({
  // The one column has the pragma's name, but for busy_timeout.
  read: async (ask) => new Map(await Promise.all(pragmas.map(async (name) => [name, String(Object.values((await ask(`PRAGMA ${name}`))[0] ?? {})[0])] as const))),
  write: (name, value) => `PRAGMA ${name} = ${value}`,
});

function named(rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
}
