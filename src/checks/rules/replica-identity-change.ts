import { defineRule, pg, postgres } from "../rule.ts";

export const replicaIdentityChange = defineRule({
  code: "replica-identity-change",
  severity: "warn",
  dialects: postgres,
  title: "What logical replication sends of a row changes",
  why: "Consumers of the stream find other columns in the old rows of UPDATE and DELETE.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY") },
  bad: ['op.execute("ALTER TABLE users REPLICA IDENTITY FULL");'],
  good: ['op.execute("ALTER TABLE users SET (fillfactor = 80)");'],
  action: { replicaIdentity: (_, { table }) => ({ table, message: `The replica identity of "${table}" changes.` }) },
});
