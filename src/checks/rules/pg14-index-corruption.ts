import { defineRule, postgres } from "../rule.ts";

export const pg14IndexCorruption = defineRule({
  code: "pg14-index-corruption",
  severity: "error",
  dialects: postgres,
  title: "PostgreSQL 14.0 to 14.3 may build a corrupt index CONCURRENTLY",
  why: "Rows may be missing in it. Bring the server to 14.4 or later first.",
  manual: { postgres: "https://www.postgresql.org/docs/release/14.4/" },
  bad: ['/* target 14.2 */ op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  good: ['op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  statement: { createIndex: ({ name, table, concurrently }, { fullVersion }) => (concurrently && /^14\.[0-3]$/.test(fullVersion) ? { table, message: `Index "${name}" may lack rows on PostgreSQL ${fullVersion}.` } : undefined) },
});
