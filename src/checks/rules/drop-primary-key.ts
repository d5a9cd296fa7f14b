import { defineRule, everywhere, my, pg } from "../rule.ts";
import { dropsConstraint } from "../dropped-constraint.ts";

export const dropPrimaryKey = defineRule({
  code: "drop-primary-key",
  severity: "warn",
  dialects: everywhere,
  title: "A primary key is dropped",
  why: "Rows may be doubled from here on, replication by key stops, and MySQL copies the table. Make the new key in the same revision.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS"), mysql: my("innodb-online-ddl-operations.html#online-ddl-primary-key-operations") },
  bad: ['op.dropConstraint("membership", "membership_pkey");'],
  good: ['op.dropConstraint("users", "users_age_check");', 'op.dropConstraint("membership", "membership_pkey"); op.createPrimaryKey("membership", primaryKey("membership_pkey").on("tag_id", "user_id"));'],
  operation: { dropConstraint: dropsConstraint("primaryKey", (table, name) => `Primary key "${name}" of "${table}" goes, and no other comes.`) },
});
