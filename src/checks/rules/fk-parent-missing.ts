import { keyOf } from "../../schema/key.ts";
import type { ForeignKey, Schema } from "../../schema/types.ts";
import { defineRule, everywhere, my, pg } from "../rule.ts";

export const fkParentMissing = defineRule({
  code: "fk-parent-missing",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "A foreign key points at columns that are no key",
  why: "PostgreSQL refuses it, SQLite fails at the first INSERT, MySQL takes it where an index begins with the columns, and then several parents fit one child.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK"), mysql: my("create-table-foreign-keys.html") },
  bad: ['op.createTable("pet", { id: integer().primaryKey(), keeper: varchar(80) }, () => [foreignKey("pet_keeper_fkey").on("keeper").references("users", ["name"])]);', 'op.createForeignKey("orders", foreignKey("orders_note_fkey").on("note").references("users", ["name"]));'],
  good: ['op.createTable("pet", { id: integer().primaryKey(), mother: integer() }, () => [foreignKey("pet_mother_fkey").on("mother").references("pet", ["id"])]);', 'op.createForeignKey("orders", foreignKey("orders_again").on("user_id").references("users", ["id"]));'],
  operation: {
    createForeignKey: ({ table, foreignKey }, { present }) => report(table, foreignKey, present),
    createTable: ({ table }, { reached }) => table.foreignKeys.flatMap((each) => report(keyOf(table), each, reached) ?? []),
  },
});

function report(table: string, { name, references }: ForeignKey, { tables }: Schema) {
  const parent = tables[references.table];
  const keys = parent ? [...[...(parent.primaryKey ? [parent.primaryKey] : []), ...parent.uniques].filter(({ withoutOverlaps }) => withoutOverlaps === undefined).map((each) => each.columns), ...parent.indexes.filter((each) => each.unique && each.where === undefined).map((each) => each.parts.flatMap((part) => ("column" in part ? [part.column] : [])))] : [];
  const isKey = keys.some((key) => key.length === references.columns.length && key.every((column) => references.columns.includes(column)));
  return isKey ? undefined : { table, message: `Foreign key "${name}" points at ${references.columns.map((column) => `"${references.table}.${column}"`).join(", ")}, which is no key${parent ? "" : ", and the table is not in the schema"}.` };
}
