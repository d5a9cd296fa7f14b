import type { DialectName } from "../../dialects/dialect.ts";
import type { Connection } from "../connection.ts";

/** Where databases are made that live as long as a test: each fresh, each dropped at the end. */
export interface Scratch {
  /** What a person calls it: `SQLite in memory`, `PostgreSQL server localhost`. */
  readonly title: string;
  /** Opens a new database that nobody else uses. */
  open(): Promise<ScratchDatabase>;
  /** Drops what was made and not closed yet. */
  close(): Promise<void>;
}

/** One database, with its own session. */
export interface ScratchDatabase {
  /** Of what really answers. */
  readonly dialect: DialectName;
  /** Stays the same object while the session under it is closed and opened again. */
  readonly connection: Connection;
  /** Where another process reaches it; absent for one in memory. */
  readonly url: string | undefined;
  /** Keeps the state as it is now, to open copies of it. Absent where the database has no way to copy itself. */
  readonly save?: () => Promise<SavedDatabase>;
  /** Ends the session and drops the database; never waits for a query that still runs. */
  close(): Promise<void>;
}

/** A state of a database, of which copies can be opened. */
export interface SavedDatabase {
  open(): Promise<ScratchDatabase>;
  close(): Promise<void>;
}
