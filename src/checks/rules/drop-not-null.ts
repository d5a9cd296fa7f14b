import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const dropNotNull = defineRule({
  code: "drop-not-null",
  severity: "info",
  dialects: everywhere,
  title: "A column may be NULL from here on",
  why: "Clients that were promised a value may not expect NULL: types generated from the schema, code in other languages, reports.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-NOT-NULL") },
  bad: ['op.alterColumn("users", "email", { nullable: true });'],
  good: ['op.alterColumn("users", "name", { nullable: true });', 'op.alterColumn("users", "email", { default: "" });'],
  operation: {
    alterColumn: ({ table, column, changes }, { present }) => {
      const found = present.tables[table] && columnNamed(present.tables[table], column);
      return changes.nullable && found && !found.nullable ? { table, message: `Column "${table}.${column}" may be NULL from here on.` } : undefined;
    },
  },
});
