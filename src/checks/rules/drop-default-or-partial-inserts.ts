import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const dropDefaultOrPartialInserts = defineRule({
  code: "drop-default-or-partial-inserts",
  severity: "info",
  dialects: everywhere,
  title: "The default of a column changes or goes",
  why: "Code that leaves the column out gets another value, or fails where the column is NOT NULL. Release code that writes it first.",
  manual: { postgres: pg("ddl-default.html") },
  bad: ['op.alterColumn("users", "status", { default: "blocked" });', 'op.alterColumn("users", "status", { default: null });'],
  good: ['op.alterColumn("users", "name", { default: "" });'],
  operation: {
    alterColumn: ({ table, column, changes }, { present }) => {
      const found = present.tables[table] && columnNamed(present.tables[table], column);
      if (!found?.default || changes.default === undefined) return undefined;
      return { table, message: changes.default === null ? `Column "${table}.${column}" loses its default${found.nullable ? "" : ": an INSERT that leaves it out fails"}.` : `An INSERT that leaves "${table}.${column}" out writes another value from here on.` };
    },
  },
});
