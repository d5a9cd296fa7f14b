import { keyOf } from "../../schema/key.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const requirePk = defineRule({
  code: "require-pk",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "A table without a primary key",
  why: "Rows cannot be told apart: logical replication sends no UPDATE, online tools refuse it, doubles cannot be removed.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS") },
  bad: ['op.createTable("line", { message: text() });'],
  good: ['op.createTable("line", { id: bigint().primaryKey(), message: text() });'],
  operation: {
    createTable: ({ table }, { operations }) => (table.primaryKey || operations.some(({ operation }) => operation.kind === "createPrimaryKey" && operation.table === keyOf(table)) ? undefined : { table: keyOf(table), message: `Table "${keyOf(table)}" has no primary key.`, safer: "id: bigint().primaryKey().autoIncrement()" }),
  },
});
