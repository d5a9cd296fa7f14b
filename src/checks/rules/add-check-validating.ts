import { defineRule, my, pg, servers } from "../rule.ts";
import { worksOn } from "../works-on.ts";

export const addCheckValidating = defineRule({
  code: "add-check-validating",
  severity: "error",
  dialects: servers,
  title: "A check reads the whole table while others wait",
  why: "PostgreSQL reads it under ACCESS EXCLUSIVE, MySQL copies it. On PostgreSQL add it NOT VALID, which is done at once, and validate it in a transaction of its own, which lets others read and write.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT"), mysql: my("create-table-check-constraints.html") },
  bad: ['op.createCheck("orders", check("orders_total_positive", sql`total >= 0`));'],
  good: ['op.createTable("pet", { id: integer().primaryKey(), age: integer() }); op.createCheck("pet", check("pet_age_positive", sql`age >= 0`));'],
  action: {
    addColumn: ({ column }, { table, effects, dialect }) =>
      column.check && (worksOn(effects, table, "scan") || worksOn(effects, table, "rewrite")) ? { table, message: `Every row of "${table}" is read for the check of new column "${column.name}" while others wait.`, ...(dialect.onlineConstraints && { safer: `op.addColumn(${JSON.stringify(table)}, ${JSON.stringify(column.name)}, …); // no check\nop.createCheck(${JSON.stringify(table)}, …, { online: true });` }) } : undefined,
    alterConstraint: ({ name, suspends }, { table, effects }) => (suspends === false && worksOn(effects, table, "rewrite") ? { table, message: `Every row of "${table}" is read for check "${name}", which is looked at again, while others wait.` } : undefined),
    addConstraint: ({ constraint }, { table, effects, dialect }) =>
      constraint.kind === "check" && !constraint.notValid && (worksOn(effects, table, "scan") || worksOn(effects, table, "rewrite")) ? { table, message: `Every row of "${table}" is read for check "${constraint.name ?? ""}" while others wait.`, ...(dialect.onlineConstraints && { safer: `op.createCheck(${JSON.stringify(table)}, …, { online: true });` }) } : undefined,
  },
});
