import { defineRule, my, pg, servers } from "../rule.ts";

export const addFkValidating = defineRule({
  code: "add-fk-validating",
  severity: "error",
  dialects: servers,
  title: "A foreign key is checked while nobody may write either table",
  why: "PostgreSQL holds SHARE ROW EXCLUSIVE on both tables while every row is looked up; MySQL copies the table, and does it in place only with foreign_key_checks = 0, which checks nothing. On PostgreSQL add it NOT VALID, which is done at once, and validate it in a transaction of its own, which lets others write.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT"), mysql: my("innodb-online-ddl-operations.html#online-ddl-foreign-key-operations") },
  bad: ['op.createForeignKey("orders", foreignKey("orders_tag_id_fkey").on("tag_id").references("tags", ["id"]));'],
  good: ['op.createTable("pet", { id: integer().primaryKey(), user_id: integer() }); op.createForeignKey("pet", foreignKey("pet_user_id_fkey").on("user_id").references("users", ["id"]));'],
  action: {
    addConstraint: ({ constraint }, { table, dialect, effects }) =>
      constraint.kind === "foreignKey" && !constraint.notValid
        ? { table, message: `Nobody may write "${table}"${effects.locks.some((each) => each.table === constraint.references?.table && each.table !== table) ? ` or "${constraint.references?.table}"` : ""} while foreign key "${constraint.name ?? ""}" is checked.`, ...(dialect.onlineConstraints && { safer: `op.createForeignKey(${JSON.stringify(table)}, …, { online: true });` }) }
        : undefined,
  },
});
