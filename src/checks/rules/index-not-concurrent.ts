import { defineRule, pg, postgres } from "../rule.ts";

export const indexNotConcurrent = defineRule({
  code: "index-not-concurrent",
  severity: "error",
  dialects: postgres,
  title: "An index is built while nobody may write",
  why: "CREATE INDEX holds SHARE until it is done: every INSERT, UPDATE and DELETE waits. CONCURRENTLY lets them go on; it refuses a transaction, so it runs by itself.",
  manual: { postgres: pg("sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY") },
  bad: ['op.createIndex("users", index("ix_users_status").on("status"));', 'op.execute("CREATE INDEX ix_users_status ON users (status)");'],
  good: ['op.createIndex("users", index("ix_users_status").on("status"), { online: true });', 'op.withoutTransaction((op) => { op.execute("CREATE INDEX CONCURRENTLY ix_users_status ON users (status)"); });', 'op.createTable("pet", { id: integer().primaryKey(), name: text() }); op.createIndex("pet", index("ix_pet_name").on("name"));'],
  statement: {
    createIndex: ({ name, table, concurrently }, { operations, step, present }) => {
      if (concurrently) return undefined;
      if (present.tables[table]?.facts?.partitionBy) return { table, message: `Nobody may write "${table}" and its partitions while index "${name}" is built.`, safer: `-- on each partition: CREATE INDEX CONCURRENTLY …\nCREATE INDEX ${name} ON ONLY ${table} …;\nALTER INDEX ${name} ATTACH PARTITION …;` };
      const given = operations[step.operation]!.operation.kind === "createIndex" ? `op.createIndex(${JSON.stringify(table)}, …, { online: true });` : `op.withoutTransaction((op) => {\n  op.execute(${JSON.stringify(step.sql.replace(/\bINDEX\b/i, "INDEX CONCURRENTLY"))});\n});`;
      return { table, message: `Nobody may write "${table}" while index "${name}" is built.`, safer: given };
    },
  },
});
