import { keyOf } from "../../schema/key.ts";
import type { Index } from "../../schema/types.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

const report = (table: string, { name, parts, unique }: Index) => (!unique && parts.length > 3 ? { table, message: `Index "${name}" has ${parts.length} columns.` } : undefined);

export const indexTooWide = defineRule({
  code: "index-too-wide",
  severity: "info",
  dialects: everywhere,
  onNewTables: true,
  title: "An index with more than three columns",
  why: "It costs every write, and queries seldom use the columns at its end. Unique indexes are left out: they say what they must.",
  manual: { postgres: pg("indexes-multicolumn.html") },
  bad: ['op.createIndex("users", index("ix_wide").on("status", "age", "name", "email"));'],
  good: ['op.createIndex("users", index("ix_narrow").on("status", "age"));'],
  operation: { createIndex: ({ table, index }) => report(table, index), createTable: ({ table }) => table.indexes.flatMap((index) => report(keyOf(table), index) ?? []) },
});
