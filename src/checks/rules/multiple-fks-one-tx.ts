import { defineRule, pg, postgres } from "../rule.ts";

export const multipleFksOneTx = defineRule({
  code: "multiple-fks-one-tx",
  severity: "warn",
  dialects: postgres,
  title: "Several foreign keys in one transaction lock many tables",
  why: "Each locks two tables until the end of the transaction, and the more are held the likelier is a deadlock with running work. Give each a revision, or a transaction, of its own.",
  manual: { postgres: pg("explicit-locking.html#LOCKING-DEADLOCKS") },
  bad: ['op.execute("ALTER TABLE orders ADD CONSTRAINT a FOREIGN KEY (tag_id) REFERENCES tags (id), ADD CONSTRAINT b FOREIGN KEY (user_id) REFERENCES users (id)");', 'op.createForeignKey("orders", foreignKey("orders_tag_id_fkey").on("tag_id").references("tags", ["id"])); op.createForeignKey("audit_log", foreignKey("audit_log_id_fkey").on("id").references("users", ["id"]));'],
  good: ['op.createForeignKey("orders", foreignKey("orders_tag_id_fkey").on("tag_id").references("tags", ["id"]));'],
  revision: ({ steps, isNew }) => {
    const added = steps.flatMap((step) => (step.transaction && step.statement.kind === "alterTable" && !isNew(step.statement.table) ? step.statement.actions.flatMap((action) => (action.kind === "addConstraint" && action.constraint.kind === "foreignKey" ? [step] : [])) : []));
    const tables = new Set(added.flatMap(({ effects }) => effects.locks.map(({ table }) => table)));
    return added.length > 1 && tables.size > 2 ? { operation: added.at(-1)!.operation, message: `${added.length} foreign keys lock ${tables.size} tables until the transaction ends: ${[...tables].map((table) => `"${table}"`).join(", ")}.` } : undefined;
  },
});
