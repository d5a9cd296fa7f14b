import { defineRule, my, pg, servers } from "../rule.ts";

export const truncate = defineRule({
  code: "truncate",
  severity: "error",
  dialects: servers,
  title: "A table is emptied",
  why: "All rows are lost under a lock that keeps everybody out; with CASCADE the rows of every table that points there go too. Delete what has to go, by a condition and in batches.",
  manual: { postgres: pg("sql-truncate.html"), mysql: my("truncate-table.html"), mariadb: my("truncate-table.html") },
  bad: ['op.execute("TRUNCATE TABLE audit_log");'],
  good: ['op.execute("DELETE FROM audit_log WHERE message = \'old\'");'],
  action: { dropPartition: ({ keeps }, { table }) => (keeps ? { table, message: `A partition of "${table}" is emptied.` } : undefined) },
  statement: { truncate: ({ tables, cascade }) => ({ ...(tables[0] !== undefined && { table: tables[0] }), message: `${tables.map((table) => `"${table}"`).join(", ")} ${tables.length > 1 ? "are" : "is"} emptied${cascade ? ", and every table that points there" : ""}.` }) },
});
