import { defineRule, pg, postgres } from "../rule.ts";

export const dropTableManyFks = defineRule({
  code: "drop-table-many-fks",
  severity: "warn",
  dialects: postgres,
  title: "A table with several foreign keys is dropped at once",
  why: "Dropping it takes ACCESS EXCLUSIVE on every table that it points at, all of them in one moment. Drop its foreign keys first, each in a transaction of its own.",
  manual: { postgres: pg("explicit-locking.html#LOCKING-TABLES") },
  bad: ['op.dropTable("membership");'],
  good: ['op.dropTable("audit_log");'],
  operation: {
    dropTable: ({ table }, { present }) => {
      const referenced = [...new Set((present.tables[table]?.foreignKeys ?? []).map(({ references }) => references.table))].filter((each) => each !== table);
      return referenced.length > 1 ? { table, message: `Dropping "${table}" locks ${referenced.map((each) => `"${each}"`).join(" and ")} as well.`, safer: `op.withoutTransaction((op) => {\n${present.tables[table]!.foreignKeys.map(({ name }) => `  op.dropConstraint(${JSON.stringify(table)}, ${JSON.stringify(name)});`).join("\n")}\n});` } : undefined;
    },
  },
});
