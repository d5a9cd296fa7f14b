import { referencesIn } from "../base/sql-references.ts";
import { renameInSql, renameRelationInSql } from "../base/sql-tokens.ts";
import type { Draft } from "../schema/edit.ts";
import { keyOf, splitKey } from "../schema/key.ts";
import { objectKey } from "../schema/object-key.ts";
import { mapBoundSql } from "../schema/object-sql.ts";
import type { DatabaseObject } from "../schema/types.ts";

/**
 * What objects name follows a rename, as it does in the database: the SQL that it has bound (queries, conditions), and not the
 * text of a routine in quotes, which the database reads only when it runs.
 */
export function renameTableInObjects(draft: Draft, from: string, to: string): void {
  changeObjects(draft, (object) => ("table" in object && object.table === from ? { ...object, table: to } : withOwner(object, from, (owner) => ({ ...owner, table: to }))));
  renameRelation(draft, from, to);
}

export function renameColumnInObjects(draft: Draft, table: string, from: string, to: string): void {
  const { name } = splitKey(table);
  changeObjects(draft, (object) => {
    const owned = withOwner(object, table, (owner) => (owner.column === from ? { ...owner, column: to } : owner));
    const onTable = "table" in owned && owned.table === table;
    const columns = owned.kind === "trigger" && onTable ? { ...owned, events: owned.events.map((event) => (event.columns ? { ...event, columns: event.columns.map((each) => (each === from ? to : each)) } : event)) } : owned;
    return mapBoundSql(columns, (sql) => (onTable || referencesIn(sql).relations.some((relation) => names(relation, table)) ? renameInSql(sql, from, to, onTable ? [name, "old", "new"] : [name, ...aliasesOf(sql, name)]) : sql));
  });
}

/** A view, a sequence or a routine that others name. */
export function renameInObjects(draft: Draft, before: DatabaseObject, after: DatabaseObject): void {
  const [from, to] = [keyOf(before), keyOf(after)];
  if (before.kind !== "view" && before.kind !== "materializedView") return;
  changeObjects(draft, (object) => ("table" in object && object.table === from ? { ...object, table: to } : object));
  renameRelation(draft, from, to);
}

function renameRelation(draft: Draft, from: string, to: string): void {
  const [before, after] = [splitKey(from), splitKey(to)];
  changeObjects(draft, (object) => mapBoundSql(object, (sql) => renameRelationInSql(sql, referencesIn(sql).relations.filter((relation) => names(relation, from)), before.name, after)));
}

/** Whether a name in SQL is the object of this key; without a schema it may be. */
export function names(name: { readonly name: string; readonly schema?: string }, key: string): boolean {
  const { name: own, schema } = splitKey(key);
  return (name.name === own || name.name === own.toLowerCase()) && (name.schema === undefined || name.schema === schema || (schema === undefined && name.schema === "public"));
}

/** The names that a query gives to a table: `FROM users u`, `FROM users AS u`. */
function aliasesOf(sql: string, table: string): string[] {
  const pattern = new RegExp(`\\b"?${table.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"?\\s+(?:AS\\s+)?"?([A-Za-z_][A-Za-z0-9_]*)"?`, "gi");
  return [...sql.matchAll(pattern)].map((match) => match[1]!);
}

function withOwner(object: DatabaseObject, table: string, change: (owner: { table: string; column: string }) => { table: string; column: string }): DatabaseObject {
  return object.kind === "sequence" && object.ownedBy?.table === table ? { ...object, ownedBy: change(object.ownedBy) } : object;
}

/** Replaces objects; one that the change gives back as it is costs nothing. Keys follow. */
function changeObjects(draft: Draft, change: (object: DatabaseObject) => DatabaseObject): void {
  for (const [key, object] of Object.entries(draft.objects)) {
    const changed = change(object);
    if (changed === object) continue;
    delete draft.objects[key];
    draft.objects[objectKey(changed)] = changed;
  }
}
