import { keyOf } from "../../schema/key.ts";
import type { ForeignKey, Schema } from "../../schema/types.ts";
import { typeText } from "../difference.ts";
import { sameJson } from "../../base/json.ts";
import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg, type Report } from "../rule.ts";

export const fkTypeMismatch = defineRule({
  code: "fk-type-mismatch",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "A foreign key's column has another type than the key it points at",
  why: "Each comparison casts, an index may not be used, and a smaller type ends before its parent does.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK") },
  bad: ['op.createTable("pet", { id: integer().primaryKey(), keeper: bigint() }, () => [foreignKey("pet_keeper_fkey").on("keeper").references("users", ["id"])]);', 'op.createForeignKey("orders", foreignKey("orders_big_fkey").on("big_user_id").references("users", ["id"]));'],
  good: ['op.execute("CREATE TABLE pet (id integer PRIMARY KEY, keeper integer REFERENCES users (id))");', 'op.createForeignKey("orders", foreignKey("orders_again").on("user_id").references("users", ["id"]));'],
  operation: {
    createForeignKey: ({ table, foreignKey }, { present }) => report(table, foreignKey, present),
    createTable: ({ table }, { reached }) => table.foreignKeys.flatMap((each) => report(keyOf(table), each, reached)),
  },
});

function report(table: string, { columns, references }: ForeignKey, { tables }: Schema): Report[] {
  return columns.flatMap((name, at) => {
    const child = tables[table] && columnNamed(tables[table], name);
    const parent = tables[references.table] && columnNamed(tables[references.table]!, references.columns[at] ?? "");
    return child && parent && !sameJson(child.type, parent.type) ? [{ table, message: `"${table}.${name}" is ${typeText(child.type)}, "${references.table}.${parent.name}" is ${typeText(parent.type)}.` }] : [];
  });
}
