import { defineRule, everywhere, my, pg } from "../rule.ts";
import type { ForeignKey } from "../../schema/types.ts";

const report = (table: string, { name, onDelete, references }: ForeignKey) =>
  onDelete === "cascade" ? { table, message: `Foreign key "${name}" deletes the rows of "${table}" along with those of "${references.table}".` } : undefined;

export const fkOnDeleteCascade = defineRule({
  code: "fk-on-delete-cascade",
  severity: "off",
  dialects: everywhere,
  onNewTables: true,
  title: "A foreign key deletes rows by itself",
  why: "One DELETE may reach further than its author saw, and lock many rows. A policy of some teams: turn it on in the config.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK"), mysql: my("create-table-foreign-keys.html") },
  bad: ['op.createForeignKey("orders", foreignKey("orders_user_again").on("user_id").references("users", ["id"], { onDelete: "cascade" }));'],
  good: ['op.createForeignKey("orders", foreignKey("orders_user_again").on("user_id").references("users", ["id"]));'],
  operation: {
    createForeignKey: ({ table, foreignKey }) => report(table, foreignKey),
    createTable: ({ table }) => table.foreignKeys.flatMap((each) => report(table.name, each) ?? []),
  },
});
