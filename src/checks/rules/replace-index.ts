import { defineRule, pg, servers, type Report } from "../rule.ts";

export const replaceIndex = defineRule({
  code: "replace-index",
  severity: "warn",
  dialects: servers,
  title: "An index is dropped before the one that takes its place is built",
  why: "Between the two, queries read the whole table; where the build fails, they go on doing so. Build the new one under another name, drop the old one, rename.",
  manual: { postgres: pg("sql-createindex.html") },
  bad: ['op.dropIndex("users", "ix_users_name"); op.createIndex("users", index("ix_users_name").on("name", "status"));'],
  good: ['op.createIndex("users", index("ix_users_name_2").on("name", "status")); op.dropIndex("users", "ix_users_name"); op.renameIndex("users", "ix_users_name_2", "ix_users_name");'],
  revision: ({ operations, isNew }) =>
    operations.flatMap(({ operation, index }): Report[] => {
      if (operation.kind !== "dropIndex" || isNew(operation.table)) return [];
      const later = operations.find((each) => each.index > index && each.operation.kind === "createIndex" && each.operation.table === operation.table && each.operation.index.name === operation.name);
      return later ? [{ operation: index, table: operation.table, message: `Index "${operation.name}" goes before the one that takes its place is there.`, safer: `op.createIndex(${JSON.stringify(operation.table)}, index(${JSON.stringify(`${operation.name}_new`)})…);\nop.dropIndex(${JSON.stringify(operation.table)}, ${JSON.stringify(operation.name)});\nop.renameIndex(${JSON.stringify(operation.table)}, ${JSON.stringify(`${operation.name}_new`)}, ${JSON.stringify(operation.name)});` }] : [];
    }),
});
