import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const enumValueUsedSameTx = defineRule({
  code: "enum-value-used-same-tx",
  severity: "error",
  dialects: postgres,
  title: "A label is used in the transaction that adds it",
  why: "PostgreSQL refuses it (SQLSTATE 55P04) until the label is committed. `op.addEnumLabel` sees to that by itself; SQL of your own needs `op.withoutTransaction`.",
  manual: { postgres: pg("sql-altertype.html#id-1.9.3.42.7") },
  bad: ['op.execute("ALTER TYPE user_status ADD VALUE \'asleep\'; UPDATE users SET status = \'asleep\' WHERE id < 0");'],
  good: ['op.addEnumLabel("user_status", "asleep"); op.execute("UPDATE users SET status = \'asleep\' WHERE id < 0");', 'op.withoutTransaction((op) => { op.execute("ALTER TYPE user_status ADD VALUE \'asleep\'"); }); op.execute("UPDATE users SET status = \'asleep\' WHERE id < 0");'],
  revision: ({ steps }) =>
    steps.flatMap(({ statement, transaction, operation }, at): Report[] => {
      if (statement.kind !== "addEnumLabel" || !transaction) return [];
      const rest = steps.slice(at + 1);
      const end = rest.findIndex((step) => !step.transaction);
      const uses = (end < 0 ? rest : rest.slice(0, end)).some(({ sql }) => sql.includes(`'${statement.label}'`));
      return uses ? [{ operation, message: `Label '${statement.label}' of "${statement.name}" is used before it is committed.`, safer: `op.addEnumLabel(${JSON.stringify(statement.name)}, ${JSON.stringify(statement.label)});` }] : [];
    }),
});
