import { defineRule, everywhere, pg, type StatementScene } from "../rule.ts";

const report = (says: boolean, { transaction, isSql }: StatementScene) => (!says && !transaction && isSql ? { message: "This stands outside of a transaction: where it is done and the next fails, it cannot be run again." } : undefined);

export const notRerunnable = defineRule({
  code: "not-rerunnable",
  severity: "info",
  dialects: everywhere.filter((each) => each !== "mysql" && each !== "mariadb"),
  title: "A statement outside of a transaction cannot be run twice",
  why: "IF [NOT] EXISTS lets a run that broke off begin again.",
  manual: { postgres: pg("sql-createindex.html") },
  bad: ['op.withoutTransaction((op) => { op.execute("CREATE INDEX ix_users_status ON users (status)"); });'],
  good: ['op.withoutTransaction((op) => { op.execute("CREATE INDEX IF NOT EXISTS ix_users_status ON users (status)"); });', 'op.execute("CREATE INDEX ix_users_status ON users (status)");'],
  statement: {
    createIndex: ({ ifNotExists }, scene) => report(ifNotExists, scene),
    createTable: ({ ifNotExists }, scene) => report(ifNotExists, scene),
    dropTable: ({ ifExists }, scene) => report(ifExists, scene),
    dropIndex: ({ ifExists }, scene) => report(ifExists, scene),
  },
});
