import { defineRule, lite, pg } from "../rule.ts";

export const addNotNullNoDefault = defineRule({
  code: "add-not-null-no-default",
  severity: "error",
  dialects: ["postgres", "sqlite"],
  title: "A required column without a default is added to a table that stands",
  why: "The rows that are there have no value for it, so the statement fails on any but an empty table; and an INSERT of the release before, which does not know it, fails too. Add it nullable or with a default, fill it, then require it.",
  manual: { postgres: pg("sql-altertable.html"), sqlite: lite("lang_altertable.html#altertabaddcol") },
  bad: ['op.addColumn("users", "country", varchar(2).notNull());', 'op.execute("ALTER TABLE users ADD COLUMN country text NOT NULL");'],
  good: ['op.addColumn("users", "country", varchar(2).notNull().default("XX"));', 'op.addColumn("users", "country", varchar(2));'],
  operation: {
    addColumn: ({ table, column }) => {
      if (column.nullable || column.default || column.identity || column.autoIncrement || column.generated) return undefined;
      const [owner, name] = [JSON.stringify(table), JSON.stringify(column.name)];
      return { table, message: `Column "${table}.${column.name}" is required and has no default: it fails where "${table}" holds a row.`, safer: `op.addColumn(${owner}, ${name}, …); // nullable\nop.backfill(${owner}, { set: { ${column.name}: sql\`…\` } });\nop.alterColumn(${owner}, ${name}, { nullable: false });` };
    },
  },
});
