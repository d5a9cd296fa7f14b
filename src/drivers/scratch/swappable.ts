import type { Session } from "../connection.ts";

/** A session whose inner one can be closed and opened again, while those who hold it notice nothing. */
export interface SwappableSession {
  readonly session: Session;
  /** Ends the inner session, does `work`, and opens another. */
  while<T>(work: () => Promise<T>): Promise<T>;
}

export async function swappableSession(open: () => Promise<Session>): Promise<SwappableSession> {
  let inner = await open();
  const { dialect, title, beginSql, hasTableSql } = inner;
  return {
    session: {
      dialect,
      title,
      beginSql,
      hasTableSql,
      run: (sql, parameters) => inner.run(sql, parameters),
      repeat: (sql, parameters) => (inner.repeat ?? inner.run)(sql, parameters),
      execute: (sql) => inner.execute(sql),
      lock: (name, timeout) => inner.lock(name, timeout),
      close: () => inner.close(),
    },
    while: async (work) => {
      await inner.close();
      try {
        return await work();
      } finally {
        inner = await open();
      }
    },
  };
}
