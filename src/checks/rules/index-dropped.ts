import { sameJson } from "../../base/json.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const indexDropped = defineRule({
  code: "index-dropped",
  severity: "warn",
  dialects: everywhere,
  title: "An index is dropped",
  why: "Queries that used it read the whole table from here on. Ask the server how often it was used (pg_stat_user_indexes, sys.schema_unused_indexes) before it goes.",
  manual: { postgres: pg("monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW") },
  bad: ['op.dropIndex("users", "ix_users_name");'],
  good: ['op.renameIndex("users", "ix_users_name", "users_by_name");', 'op.createIndex("users", index("ix_users_name_status").on("name", "status")); op.dropIndex("users", "ix_users_name");'],
  operation: {
    dropIndex: ({ table, name }, { present, reached }) => {
      const [before, after] = [present.tables[table], reached.tables[table]];
      const index = before?.indexes.find((each) => each.name === name);
      // Another index that begins with the same columns serves the same queries.
      const serves = after?.indexes.some(({ parts, where }) => index && sameJson(where ?? null, index.where ?? null) && index.parts.every((part, at) => sameJson(part, parts[at] ?? null)));
      return index && after && !serves ? { table, message: `Queries that use index "${name}" of "${table}" read the whole table from here on.` } : undefined;
    },
  },
});
