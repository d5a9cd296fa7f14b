import { GravenError } from "../../base/errors.ts";
import { leadingWords, sqlStatements } from "../../base/sql-statements.ts";
import { significantTokens } from "../../base/sql-tokens.ts";
import type { Running } from "../running.ts";
import type { Flavour } from "./flavours.ts";
import { sessionSql } from "./session.ts";

/** Statements that are part of a transaction; all others commit what came before them, or change nothing. */
const transactional: ReadonlySet<string> = new Set(["insert", "update", "delete", "replace", "select", "with", "set", "do", "values"]);

/** https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html and https://mariadb.com/kb/en/mariadb-error-codes/ */
export function runningOf(flavour: Flavour): Running {
  return {
    limits: ({ lockTimeout, statementTimeout }) => {
      if (statementTimeout !== undefined && flavour.statementTimeout === undefined) throw new GravenError("RUN-061", `${flavour.title} limits the time of a SELECT only.`, { hint: "Leave statementTimeout out." });
      const lock = lockTimeout === undefined ? "DEFAULT" : String(Math.max(1, Math.ceil(lockTimeout)));
      return [
        `SET SESSION lock_wait_timeout = ${lock}, SESSION innodb_lock_wait_timeout = ${lock}`,
        ...(flavour.statementTimeout === undefined ? [] : [`SET SESSION ${flavour.statementTimeout} = ${statementTimeout ?? "DEFAULT"}`]),
      ];
    },
    scriptStart: [sessionSql],
    needsDelimiter: (sql) => sql.includes(";") && sqlStatements(sql).some((statement) => significantTokens(statement).some(({ text }) => text === ";")),
    refusesTransaction: () => false,
    commitsByItself: (sql) => !transactional.has(leadingWords(sql, 1)[0] ?? ""),
    lockTimedOut: ({ code }) => code === "ER_LOCK_WAIT_TIMEOUT" || code === "ER_LOCK_DEADLOCK" || code === "ER_LOCK_NOWAIT",
    // MariaDB tells of a foreign key's name that is taken as a table that cannot be made, with the storage engine's number.
    alreadyDone: ({ code, message }) => done.has(code) || (code === "ER_CANT_CREATE_TABLE" && message.includes("errno: 121")),
    leftover: () => undefined,
    sessionSql: "SELECT CONNECTION_ID() AS session",
    blockersSql: (session) =>
      `SELECT concat('session ', p.id, ' of ', p.user) AS who, cast(t.trx_started AS CHAR) AS since, coalesce(p.info, 'idle in a transaction') AS doing FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id WHERE p.id <> ${Number(session)} AND p.db = DATABASE()`,
  };
}

const done = new Set([
  "ER_TABLE_EXISTS_ERROR",
  "ER_BAD_TABLE_ERROR",
  "ER_NO_SUCH_TABLE",
  "ER_DUP_FIELDNAME",
  "ER_BAD_FIELD_ERROR",
  "ER_DUP_KEYNAME",
  "ER_FK_DUP_NAME",
  "ER_CHECK_CONSTRAINT_DUP_NAME",
  "ER_CHECK_CONSTRAINT_NOT_FOUND",
  "ER_CANT_DROP_FIELD_OR_KEY",
  "ER_MULTIPLE_PRI_KEY",
]);
