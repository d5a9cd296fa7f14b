import { referencesIn } from "../base/sql-references.ts";
import { renameInSql, renameRelationInSql, replaceCall, replaceName, significantTokens } from "../base/sql-tokens.ts";
import type { Draft } from "../schema/edit.ts";
import { keyOf, splitKey } from "../schema/key.ts";
import { objectKey } from "../schema/object-key.ts";
import { mapBoundSql } from "../schema/object-sql.ts";
import { mapPrivileges, targetOf } from "../schema/privileges.ts";
import { constraintsOf } from "../schema/find.ts";
import { constraintTarget, remarksOn } from "../schema/remarks.ts";
import type { Column, DatabaseObject, Remark } from "../schema/types.ts";

/**
 * What objects name follows a rename, as it does in the database: the SQL that it has bound (queries, conditions), and not the
 * text of a routine in quotes, which the database reads only when it runs.
 */
export function renameTableInObjects(draft: Draft, from: string, to: string): void {
  changeObjects(draft, (object) => ("table" in object && object.table === from ? { ...object, table: to } : withOwner(object, from, (owner) => ({ ...owner, table: to }))));
  retargetGrants(draft, `table ${from}`, `table ${to}`);
  // The table stands under its new name already.
  for (const { constraint } of constraintsOf(draft.tables[to]!)) moveRemark(draft, constraintTarget(from, constraint.name), constraintTarget(to, constraint.name));
  renameRelation(draft, from, to);
}

/** A comment stays on what has taken another name. */
export function moveRemark(draft: Draft, from: string, to: string): void {
  for (const key of remarksOn(draft, from)) {
    const remark = { ...(draft.objects[key] as Remark), name: to };
    delete draft.objects[key];
    draft.objects[objectKey(remark)] = remark;
  }
}

/** What was granted on something is on it under its new name. */
export function retargetGrants(draft: Draft, from: string, to: string): void {
  changeObjects(draft, (object) => (object.kind === "grant" && object.on === from ? { ...object, on: to } : object));
}

export function renameColumnInObjects(draft: Draft, table: string, from: string, to: string): void {
  const { name } = splitKey(table);
  changeObjects(draft, (object) => {
    if (object.kind === "grant") return object.on === `table ${table}` ? mapPrivileges(object, (each) => (each.column === from ? { ...each, column: to } : each))! : object;
    const owned = withOwner(object, table, (owner) => (owner.column === from ? { ...owner, column: to } : owner));
    const onTable = "table" in owned && owned.table === table;
    const columns = owned.kind === "trigger" && onTable ? { ...owned, events: owned.events.map((event) => (event.columns ? { ...event, columns: event.columns.map((each) => (each === from ? to : each)) } : event)) } : owned;
    return mapBoundSql(columns, (sql) => (onTable || referencesIn(sql).relations.some((relation) => names(relation, table)) ? renameInSql(sql, from, to, onTable ? [name, "old", "new"] : [name, ...aliasesOf(sql, table)]) : sql));
  });
}

/** A view, a sequence, a type or a routine that others name. */
export function renameInObjects(draft: Draft, before: DatabaseObject, after: DatabaseObject): void {
  const [from, to] = [keyOf(before), keyOf(after)];
  const targets = [targetOf(before), targetOf(after)];
  if (targets[0] !== undefined) retargetGrants(draft, targets[0], targets[1]!);
  if (before.kind === "sequence") renameInDefaults(draft, before, after);
  if (before.kind === "domain" || before.kind === "compositeType" || before.kind === "rangeType") renameInTypes(draft, before.name, after.name);
  if (before.kind === "function" || before.kind === "aggregate") renameCalls(draft, before.name, after.name);
  if (before.kind !== "view" && before.kind !== "materializedView") return;
  changeObjects(draft, (object) => ("table" in object && object.table === from ? { ...object, table: to } : object));
  renameRelation(draft, from, to);
}

/** `nextval('counter'::regclass)` holds the sequence itself, so that it follows. */
function renameInDefaults(draft: Draft, before: DatabaseObject, after: DatabaseObject): void {
  const [from, to] = [quotedName(before), quotedName(after)];
  const bare = `'${before.name}'`;
  changeColumns(draft, (column) => {
    if (!column.default || !("sql" in column.default)) return column;
    const sql = column.default.sql.replaceAll(`'${from}'`, `'${to}'`).replaceAll(bare, `'${to}'`);
    return sql === column.default.sql ? column : { ...column, default: { sql } };
  });
}

function quotedName(object: DatabaseObject): string {
  const spell = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name}"`);
  const schema = "schema" in object ? object.schema : undefined;
  return schema === undefined ? spell(object.name) : `${spell(schema)}.${spell(object.name)}`;
}

function renameInTypes(draft: Draft, from: string, to: string): void {
  const renamed = (sql: string) => replaceName(sql, from, to);
  const inType = (type: Column["type"]): Column["type"] => {
    if (type.kind === "array") {
      const element = inType(type.element);
      return element === type.element ? type : { ...type, element };
    }
    if (type.kind !== "sql") return type;
    const sql = renamed(type.sql);
    return sql === type.sql ? type : { kind: "sql", sql };
  };
  changeColumns(draft, (column) => {
    const type = inType(column.type);
    return type === column.type ? column : { ...column, type };
  });
  changeObjects(draft, (object) => {
    if (object.kind === "domain") return inType(object.type) === object.type ? object : { ...object, type: inType(object.type) };
    if (object.kind === "compositeType") return object.attributes.some(({ type }) => inType(type) !== type) ? { ...object, attributes: object.attributes.map((each) => ({ ...each, type: inType(each.type) })) } : object;
    if (object.kind !== "function" && object.kind !== "procedure") return object;
    const parameters = object.parameters.map((each) => (renamed(each.type) === each.type ? each : { ...each, type: renamed(each.type) }));
    const returns = object.returns === undefined ? undefined : renamed(object.returns);
    const same = returns === object.returns && parameters.every((each, at) => each === object.parameters[at]);
    return same ? object : { ...object, parameters, ...(returns !== undefined && { returns }) };
  });
}

/** Calls that the database has bound: in triggers, views, policies, defaults and generated columns. */
function renameCalls(draft: Draft, from: string, to: string): void {
  const renamed = (sql: string) => replaceCall(sql, from, to);
  changeObjects(draft, (object) => mapBoundSql(object, renamed));
  changeColumns(draft, (column) => {
    const value = column.default && "sql" in column.default && renamed(column.default.sql) !== column.default.sql ? { default: { sql: renamed(column.default.sql) } } : {};
    const generated = column.generated && renamed(column.generated.sql) !== column.generated.sql ? { generated: { ...column.generated, sql: renamed(column.generated.sql) } } : {};
    return Object.keys(value).length || Object.keys(generated).length ? { ...column, ...value, ...generated } : column;
  });
  for (const [key, table] of Object.entries(draft.tables)) {
    const checks = table.checks.map((check) => (renamed(check.sql) === check.sql ? check : { ...check, sql: renamed(check.sql) }));
    if (checks.some((check, at) => check !== table.checks[at])) draft.tables[key] = { ...table, checks };
  }
}

function changeColumns(draft: Draft, change: (column: Column) => Column): void {
  for (const [key, table] of Object.entries(draft.tables)) {
    const columns = table.columns.map(change);
    if (columns.some((column, at) => column !== table.columns[at])) draft.tables[key] = { ...table, columns };
  }
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

/** The names that a query gives to a table: `FROM users u`, ``FROM `users` AS u``. A word of the language in their place qualifies nothing. */
function aliasesOf(sql: string, table: string): string[] {
  const tokens = significantTokens(sql);
  return referencesIn(sql).relations.filter((relation) => names(relation, table)).flatMap(({ at }) => {
    const next = tokens[at + 1];
    const alias = next?.kind === "word" && next.value.toLowerCase() === "as" ? tokens[at + 2] : next;
    return alias?.kind === "word" || alias?.kind === "quoted" ? [alias.value] : [];
  });
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
