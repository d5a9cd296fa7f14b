import { defineRule, everywhere } from "../rule.ts";
import { keyOf } from "../../schema/key.ts";

export const noFkPolicy = defineRule({
  code: "no-fk-policy",
  severity: "off",
  dialects: everywhere,
  onNewTables: true,
  title: "A foreign key is made",
  why: "Some teams keep references in code, for sharding or for tools that copy tables. A policy: turn it on in the config.",
  bad: ['op.createForeignKey("orders", foreignKey("orders_again").on("user_id").references("users", ["id"]));'],
  good: ['op.createTable("pet", { id: integer().primaryKey() });'],
  operation: {
    createForeignKey: ({ table, foreignKey }) => ({ table, message: `Foreign key "${foreignKey.name}" is made.` }),
    createTable: ({ table }) => table.foreignKeys.map(({ name }) => ({ table: keyOf(table), message: `Foreign key "${name}" is made.` })),
  },
});
