import { defineRule, everywhere, my, pg } from "../rule.ts";

export const fkParentMissing = defineRule({
  code: "fk-parent-missing",
  severity: "warn",
  dialects: everywhere,
  title: "A foreign key points at columns that are no key",
  why: "PostgreSQL refuses it, SQLite fails at the first INSERT, MySQL takes it where an index begins with the columns, and then several parents fit one child.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK"), mysql: my("create-table-foreign-keys.html") },
  bad: ['op.createForeignKey("orders", foreignKey("orders_note_fkey").on("note").references("users", ["name"]));'],
  good: ['op.createForeignKey("orders", foreignKey("orders_again").on("user_id").references("users", ["id"]));'],
  operation: {
    createForeignKey: ({ table, foreignKey: { name, references } }, { present }) => {
      const parent = present.tables[references.table];
      const keys = parent ? [...(parent.primaryKey ? [parent.primaryKey.columns] : []), ...parent.uniques.map((each) => each.columns), ...parent.indexes.filter((each) => each.unique && each.where === undefined).map((each) => each.parts.flatMap((part) => ("column" in part ? [part.column] : [])))] : [];
      const isKey = keys.some((key) => key.length === references.columns.length && key.every((column) => references.columns.includes(column)));
      return isKey ? undefined : { table, message: `Foreign key "${name}" points at ${references.columns.map((column) => `"${references.table}.${column}"`).join(", ")}, which is no key${parent ? "" : ", and the table is not in the schema"}.` };
    },
  },
});
