import { defineRule, my, pg, servers } from "../rule.ts";

export const addStoredGenerated = defineRule({
  code: "add-stored-generated",
  severity: "error",
  dialects: servers,
  title: "A stored generated column is added, so every row is written",
  why: "The table is written anew, on PostgreSQL under ACCESS EXCLUSIVE, on MySQL by a copy during which nobody writes. A plain column that a trigger fills, or a VIRTUAL one where the database has it, costs nothing.",
  manual: { postgres: pg("ddl-generated-columns.html"), mysql: my("innodb-online-ddl-operations.html#online-ddl-generated-column-operations") },
  bad: ['op.addColumn("users", "age_next", integer().generated(sql`age + 1`));'],
  good: ['op.addColumn("users", "age_next", integer());'],
  action: { addColumn: ({ column }, { table }) => (column.generated === "stored" ? { table, message: `Adding "${column.name}" writes every row of "${table}".` } : undefined) },
});
