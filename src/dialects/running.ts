/** How long a statement may wait, and how long it may take, in seconds; absent means as the server has it. */
export interface Limits {
  /** For a lock that another session holds. */
  readonly lockTimeout?: number | undefined;
  readonly statementTimeout?: number | undefined;
}

/** An error of a client library. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/** What a database does while revisions run. */
export interface Running {
  /** Statements that set limits for the session; a limit that is absent goes back to the server's own. Throws RUN-061 for one the database lacks. */
  readonly limits: (limits: Limits) => readonly string[];
  /** Statements with which a script begins, as another client may not begin its session with them. */
  readonly scriptStart: readonly string[];
  /** Whether a statement holds others in a body, at whose semicolons the database's shell would end it. */
  readonly needsDelimiter: (sql: string) => boolean;
  /** Whether a statement refuses to run inside a transaction. */
  readonly refusesTransaction: (sql: string) => boolean;
  /** Whether a statement stands as soon as it has run, whatever transaction it ran in. */
  readonly commitsByItself: (sql: string) => boolean;
  /** Whether a lock brought the error about, which may be gone on another try. */
  readonly lockTimedOut: (fault: Fault) => boolean;
  /** Whether the error says that what the statement does was done before. */
  readonly alreadyDone: (fault: Fault) => boolean;
  /** What to do about a fault that the server tells in few words. */
  readonly advice?: (fault: Fault, sql: string) => string | undefined;
  /** For a statement that leaves something behind where it is broken off: a query that finds it, and the statement that clears it away. */
  readonly leftover: (sql: string) => { readonly query: string; readonly sql: string } | undefined;
  /**
   * A transaction's first statement, with which its commit does not wait for the disk. A crash of the server may take such a transaction back,
   * whole and with all that came later, until one is committed that waits.
   */
  readonly commitsSoon?: string;
  /** Asks for the number of the present session. */
  readonly sessionSql?: string;
  /** Asks, from another session, who keeps a session waiting: columns `who`, `since` and `doing`. */
  readonly blockersSql?: (session: string) => string;
}
