import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

const report = (table: string, type: string | undefined) => (type === undefined ? undefined : { table, message: `Nobody may write "${table}" while its ${type} index is built.` });

export const fulltextSpatialIndex = defineRule({
  code: "fulltext-spatial-index",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "A FULLTEXT or SPATIAL index is built while nobody may write",
  why: "The first FULLTEXT index of a table writes it anew for a hidden column; every SPATIAL one is built under a shared lock.",
  manual: { any: my("innodb-online-ddl-operations.html#online-ddl-index-operations") },
  bad: ['op.execute("CREATE FULLTEXT INDEX ft_bio ON users (bio)");', 'op.execute("ALTER TABLE users ADD FULLTEXT INDEX ft_bio (bio)");'],
  good: ['op.execute("CREATE INDEX ix_users_status ON users (status)");'],
  statement: { createIndex: ({ table, type }) => report(table, type) },
  action: { addIndex: ({ type }, { table }) => report(table, type) },
});
