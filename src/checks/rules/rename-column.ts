import { defineRule, everywhere, pg } from "../rule.ts";

export const renameColumn = defineRule({
  code: "rename-column",
  severity: "error",
  dialects: everywhere,
  title: "A column is renamed",
  why: "Code of the release before asks for the old name until it is gone. Expand and contract: add the new column, write both, fill it, move the readers, drop the old one; or stop the application for the change.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.renameColumn("users", "bio", "biography");', 'op.execute("ALTER TABLE users RENAME COLUMN bio TO biography");'],
  good: ['op.addColumn("users", "biography", text());'],
  operation: { renameColumn: ({ table, from, to }) => ({ table, message: `Column "${table}.${from}" is called "${to}" from here on: code that asks for "${from}" fails.` }) },
});
