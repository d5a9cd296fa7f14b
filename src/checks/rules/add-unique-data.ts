import type { Scene } from "../rule.ts";
import { columnNamed } from "../../schema/find.ts";
import { defineRule, everywhere, pg } from "../rule.ts";

export const addUniqueData = defineRule({
  code: "add-unique-data",
  severity: "warn",
  dialects: everywhere,
  title: "Values must be unique from here on while rows may hold doubles",
  why: "Two rows with the same value make it fail. Merge or mark the doubles first; with `--database` the review counts them.",
  manual: { postgres: pg("ddl-constraints.html#DDL-CONSTRAINTS-UNIQUE-CONSTRAINTS") },
  bad: ['op.createUnique("users", unique("users_name_key").on("name"));', 'op.createIndex("users", uniqueIndex("ux_users_name").on("name"));'],
  good: ['op.createIndex("users", index("ix_users_status").on("status"));', 'op.createUnique("users", unique("users_id_name_key").on("id", "name"));'],
  operation: {
    createUnique: ({ table, unique, options }, scene) => (unique.withoutOverlaps === undefined && options?.usingIndex === undefined ? report(table, unique.columns, scene) : undefined),
    createIndex: ({ table, index }, scene) => (index.unique ? report(table, index.parts.flatMap((part) => ("column" in part ? [part.column] : [])), scene) : undefined),
  },
});

function report(table: string, columns: readonly string[], { present, before, isNew }: Scene) {
  const owner = present.tables[table];
  if (!owner || isNew(table)) return undefined;
  const keys = [...(owner.primaryKey ? [owner.primaryKey] : []), ...owner.uniques].filter(({ withoutOverlaps }) => withoutOverlaps === undefined).map((each) => each.columns);
  // What holds a key already cannot be doubled, and a column without values has no doubles.
  if (keys.some((key) => key.every((column) => columns.includes(column)))) return undefined;
  const standing = before.tables[table];
  if (standing && columns.some((name) => !columnNamed(standing, name) && columnNamed(owner, name)?.nullable && !columnNamed(owner, name)?.default)) return undefined;
  const list = columns.join(", ");
  return { table, message: `Two rows of "${table}" with the same ${list} make it fail.`, safer: `-- find them first\nSELECT ${list}, count(*) FROM ${table} GROUP BY ${list} HAVING count(*) > 1;` };
}
