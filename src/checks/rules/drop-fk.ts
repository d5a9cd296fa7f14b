import { defineRule, everywhere, pg } from "../rule.ts";
import { dropsConstraint } from "../dropped-constraint.ts";

export const dropFk = defineRule({
  code: "drop-fk",
  severity: "warn",
  dialects: everywhere,
  title: "A foreign key is dropped",
  why: "Nothing keeps rows from pointing at what is not there from here on, and the key cannot come back while some do.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK") },
  bad: ['op.dropConstraint("orders", "orders_user_id_fkey");'],
  good: ['op.dropConstraint("users", "users_age_check");', 'op.dropConstraint("orders", "orders_user_id_fkey"); op.createForeignKey("orders", foreignKey("orders_user_id_fkey").on("user_id").references("users", ["id"], { onDelete: "restrict" }));'],
  operation: { dropConstraint: dropsConstraint("foreignKey", (table, name) => `Foreign key "${name}" of "${table}" goes: its rows may point at nothing from here on.`) },
});
