import { defineRule, my, pg, servers } from "../rule.ts";

export const addPrimaryKey = defineRule({
  code: "add-primary-key",
  severity: "error",
  dialects: servers,
  title: "A primary key is added to a table that stands",
  why: "PostgreSQL builds its index under ACCESS EXCLUSIVE, and reads the table for NULLs; MySQL writes the table and all its indexes anew. On PostgreSQL build a unique index CONCURRENTLY and make it the key with USING INDEX.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX"), mysql: my("innodb-online-ddl-operations.html#online-ddl-primary-key-operations") },
  bad: ['op.createPrimaryKey("audit_log", primaryKey("audit_log_pkey").on("id"));'],
  good: ['op.createTable("pet", { id: integer().primaryKey() });'],
  action: { addConstraint: ({ constraint }, { table, dialect }) => (constraint.kind === "primaryKey" && constraint.usingIndex === undefined ? { table, message: `Others wait while the primary key of "${table}" is built.`, ...(dialect.onlineConstraints && { safer: `op.createPrimaryKey(${JSON.stringify(table)}, …, { online: true });` }) } : undefined) },
});
