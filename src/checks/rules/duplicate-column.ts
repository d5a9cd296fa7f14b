import { defineRule, everywhere } from "../rule.ts";

export const duplicateColumn = defineRule({
  code: "duplicate-column",
  severity: "error",
  dialects: everywhere,
  onNewTables: true,
  title: "A column is declared twice",
  why: "The database refuses the statement.",
  bad: ['op.execute("CREATE TABLE pet (id integer, name text, name text)");'],
  good: ['op.execute("CREATE TABLE pet (id integer, name text)");'],
  statement: {
    createTable: ({ table, columns }) => {
      const doubled = columns.find(({ name }, at) => columns.findIndex((each) => each.name.toLowerCase() === name.toLowerCase()) < at);
      return doubled ? { table, message: `Column "${doubled.name}" of "${table}" is declared twice.` } : undefined;
    },
  },
});
