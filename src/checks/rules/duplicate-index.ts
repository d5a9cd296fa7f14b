import { sameJson } from "../../base/json.ts";
import { keyOf } from "../../schema/key.ts";
import type { Index, Table } from "../../schema/types.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const duplicateIndex = defineRule({
  code: "duplicate-index",
  severity: "warn",
  dialects: everywhere,
  onNewTables: true,
  title: "An index that another one makes needless",
  why: "An index whose columns begin another index, a key or a unique constraint serves no query of its own, and costs every write.",
  manual: { postgres: pg("indexes-multicolumn.html") },
  bad: ['op.createIndex("users", index("ix_users_age_twice").on("age", "age"));', 'op.createIndex("users", index("ix_users_name_again").on("name"));', 'op.createIndex("users", index("ix_users_email").on("email"));'],
  good: ['op.createIndex("users", index("ix_users_status").on("status"));', 'op.createIndex("users", index("ix_users_name_upper").on("name").where(sql`age > 18`));'],
  operation: {
    createIndex: ({ table, index }, { present }) => (present.tables[table] ? report(table, index, present.tables[table]!) : undefined),
    createTable: ({ table }) => table.indexes.flatMap((index) => report(keyOf(table), index, { ...table, indexes: table.indexes.filter((each) => each !== index) }) ?? []),
  },
});

function report(table: string, index: Index, owner: Table) {
  const again = index.parts.find((part, at) => index.parts.findIndex((each) => sameJson(each, part)) < at);
  if (again) return { table, message: `Index "${index.name}" has ${"column" in again ? `column "${again.column}"` : "an expression"} twice.` };
  // One of words or of places serves other queries than a tree.
  if (index.unique || index.where !== undefined || index.method !== undefined || index.type !== undefined) return undefined;
  const keys = [...(owner.primaryKey ? [owner.primaryKey] : []), ...owner.uniques].map(({ name, columns }) => ({ name, parts: columns.map((column) => ({ column })) }));
  const serving = [...keys, ...owner.indexes.filter(({ where, method, type, invisible }) => where === undefined && method === undefined && type === undefined && !invisible)].find(({ parts }) => index.parts.every((part, at) => sameJson(part, parts[at] ?? null)));
  return serving ? { table, message: `Index "${index.name}" serves no query that "${serving.name}" does not serve.` } : undefined;
}
