import { sameJson } from "../../base/json.ts";
import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const fkTypeMismatch = defineRule({
  code: "fk-type-mismatch",
  severity: "warn",
  dialects: everywhere,
  title: "A foreign key's column has another type than the key it points at",
  why: "Each comparison casts, an index may not be used, and a smaller type ends before its parent does.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-FK") },
  bad: ['op.createForeignKey("orders", foreignKey("orders_big_fkey").on("big_user_id").references("users", ["id"]));'],
  good: ['op.createForeignKey("orders", foreignKey("orders_again").on("user_id").references("users", ["id"]));'],
  operation: {
    createForeignKey: ({ table, foreignKey }, { present }) =>
      foreignKey.columns.flatMap((name, at) => {
        const child = present.tables[table] && columnNamed(present.tables[table], name);
        const parent = present.tables[foreignKey.references.table] && columnNamed(present.tables[foreignKey.references.table]!, foreignKey.references.columns[at] ?? "");
        return child && parent && !sameJson(child.type, parent.type) ? [{ table, message: `"${table}.${name}" is ${child.type.kind}, "${foreignKey.references.table}.${parent.name}" is ${parent.type.kind}.` }] : [];
      }),
  },
});
