import { defineRule, everywhere, pg } from "../rule.ts";
import { dropsConstraint } from "../dropped-constraint.ts";

export const dropCheck = defineRule({
  code: "drop-check",
  severity: "warn",
  dialects: everywhere,
  title: "A check is dropped",
  why: "Rows that it refused come in from here on, and the check cannot come back while they stand.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-CHECK-CONSTRAINTS") },
  bad: ['op.dropConstraint("users", "users_age_check");'],
  good: ['op.dropConstraint("orders", "orders_user_id_fkey");'],
  operation: { dropConstraint: dropsConstraint("check", (table, name) => `Check "${name}" of "${table}" goes: rows that it refused come in from here on.`) },
});
