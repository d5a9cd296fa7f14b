import { GravenError } from "../../base/errors.ts";
import { leadingWords } from "../../base/sql-statements.ts";
import { significantTokens } from "../../base/sql-tokens.ts";
import type { Running } from "../running.ts";

/** https://www.sqlite.org/rescode.html and https://www.sqlite.org/pragma.html */
export const running: Running = {
  limits: ({ lockTimeout, statementTimeout }) => {
    if (statementTimeout !== undefined) throw new GravenError("RUN-061", "SQLite has no limit for the time of a statement.", { hint: "Leave statementTimeout out." });
    return [`PRAGMA busy_timeout = ${Math.round((lockTimeout ?? 5) * 1000)}`];
  },
  // The shell leaves foreign keys off, and a DELETE would then leave what points at the row.
  // The shell knows where a trigger ends.
  needsDelimiter: () => false,
  scriptStart: ["PRAGMA foreign_keys = ON"],
  refusesTransaction: (sql) => {
    const [first] = leadingWords(sql, 1);
    if (first === "vacuum" || first === "attach" || first === "detach") return true;
    return first === "pragma" && /^(foreign_keys|journal_mode|synchronous|wal_checkpoint)$/i.test(significantTokens(sql)[1]?.text ?? "");
  },
  commitsByItself: () => false,
  lockTimedOut: ({ code }) => code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"),
  alreadyDone: () => false,
  leftover: () => undefined,
};
