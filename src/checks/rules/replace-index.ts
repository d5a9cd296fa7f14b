import { operationsInOrder } from "../operations-in-order.ts";
import { defineRule, pg, servers, type Report } from "../rule.ts";

export const replaceIndex = defineRule({
  code: "replace-index",
  severity: "warn",
  dialects: servers,
  title: "An index is dropped before the one that takes its place is built",
  why: "Between the two, queries read the whole table; where the build fails, they go on doing so. Build the new one under another name, drop the old one, rename.",
  manual: { postgres: pg("sql-createindex.html") },
  bad: ['op.execute("DROP INDEX ix_users_name ON users; CREATE INDEX ix_users_name ON users (name, age)");', 'op.dropIndex("users", "ix_users_name"); op.createIndex("users", index("ix_users_name").on("name", "status"));'],
  good: ['op.execute("ALTER TABLE users DROP INDEX ix_users_name, ADD INDEX ix_users_name (name, age)");', 'op.createIndex("users", index("ix_users_name_2").on("name", "status")); op.dropIndex("users", "ix_users_name"); op.renameIndex("users", "ix_users_name_2", "ix_users_name");'],
  revision: (scene) => {
    const done = operationsInOrder(scene);
    return done.flatMap(({ operation, index, step }, at): Report[] => {
      if (operation.kind !== "dropIndex" || scene.isNew(operation.table)) return [];
      const later = done.slice(at + 1).find((each) => each.operation.kind === "createIndex" && each.operation.table === operation.table && each.operation.index.name === operation.name);
      // One statement does both at once.
      if (!later || (step !== undefined && later.step === step)) return [];
      const [table, name, next] = [operation.table, operation.name, `${operation.name}_new`].map((each) => JSON.stringify(each));
      return [{ operation: index, table: operation.table, message: `Index "${operation.name}" goes before the one that takes its place is there.`, safer: `op.createIndex(${table}, index(${next})…);\nop.dropIndex(${table}, ${name});\nop.renameIndex(${table}, ${next}, ${name});` }];
    });
  },
});
