import { GravenError } from "../../base/errors.ts";
import { keyOf } from "../../schema/key.ts";
import { refuseObject } from "./objects.ts";
import type { Column, ColumnTypeKind, ForeignKey, Index, Schema, Table, TableFacts, Unique } from "../../schema/types.ts";
import type { Refusal } from "../dialect.ts";
import { isInteger } from "./types.ts";

/** What of a schema SQLite cannot have. */
export function refuse(schema: Schema): readonly Refusal[] {
  return [
    ...Object.keys(schema.namespaces).map((path) => refusal(path, `SQLite has no schemas, so there can be no schema "${path}".`, "Leave the schema out of the models.")),
    ...Object.entries(schema.enums).filter(([, { schema: namespace }]) => namespace !== undefined).map(([path]) => refusal(path, `SQLite has no schemas: the enum "${path}" cannot stand in one.`, "Leave the schema out of the models.")),
    ...Object.values(schema.tables).flatMap(refuseTable),
    ...Object.values(schema.objects).flatMap(refuseObject),
  ];
}

/** What of one table SQLite cannot have. */
function refuseTable(table: Table): readonly Refusal[] {
  const key = keyOf(table);
  return [
    ...(table.schema === undefined ? [] : [refusal(key, `SQLite has no schemas: the table "${key}" cannot stand in one.`, "Leave the schema out of the models.")]),
    ...table.columns.flatMap((column) => refuseColumn(table, column, `${key}.${column.name}`)),
    ...table.uniques.flatMap((unique) => refuseUnique(unique, `${key}.${unique.name}`)),
    ...[...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques].filter(({ withoutOverlaps }) => withoutOverlaps !== undefined).map(({ name }) => refusal(`${key}.${name}`, `The key "${key}.${name}" keeps a period apart, which only MariaDB has.`, "Leave withoutOverlaps out, and use a trigger that raises an error.")),
    ...table.checks.filter(({ notEnforced }) => notEnforced).map(({ name }) => refusal(`${key}.${name}`, `The check "${key}.${name}" is not enforced, but SQLite looks at every check.`, "Leave notEnforced out, or drop the check.")),
    ...table.foreignKeys.flatMap((foreignKey) => refuseForeignKey(foreignKey, `${key}.${foreignKey.name}`)),
    ...table.indexes.flatMap((index) => refuseIndex(index, `${key}.${index.name}`)),
    ...(table.exclusions ?? []).map(({ name }) => refusal(`${key}.${name}`, `SQLite has no exclusion constraints, so there can be no "${key}.${name}".`, "Use a trigger that raises an error.")),
    ...refuseFacts(table, key),
  ];
}

const ownFacts: readonly (keyof TableFacts)[] = ["withoutRowid", "strict"];

function refuseFacts({ facts = {}, primaryKey, columns }: Table, key: string): readonly Refusal[] {
  const foreign = (Object.keys(facts) as (keyof TableFacts)[]).filter((fact) => !ownFacts.includes(fact));
  return [
    ...foreign.map((fact) => refusal(key, `SQLite does not know ${fact} of a table, which "${key}" says.`, `Leave ${fact} out of the models of this database.`)),
    ...(facts.withoutRowid && !primaryKey ? [refusal(key, `The table "${key}" is WITHOUT ROWID, which needs a primary key.`, "Give it one.")] : []),
    ...(facts.withoutRowid && columns.some(({ autoIncrement, identity }) => autoIncrement || identity) ? [refusal(key, `The table "${key}" is WITHOUT ROWID, so that no column of it can count up.`, "Leave the counter or withoutRowid out.")] : []),
  ];
}

/** Throws RUN-022 for the first thing of the table that SQLite cannot have. */
export function throwRefused(table: Table): void {
  const [first] = refuseTable(table);
  if (first) throw new GravenError("RUN-022", first.message, { hint: first.hint });
}

const refusedTypes: Partial<Record<ColumnTypeKind, readonly [string, string]>> = {
  interval: ["SQLite has no type for intervals, and no word for one that keeps its values.", "Keep a number of seconds, or the text of the interval in a text() column."],
  array: ["SQLite has no arrays.", "Keep the list as JSON, in a column of type json()."],
};

const counterHint = "Make it the table's primary key, with an integer type.";

function refuseColumn(table: Table, column: Column, path: string): Refusal[] {
  const found: Refusal[] = [];
  const type = refusedTypes[column.type.kind];
  if (type) found.push(refusal(path, `Column "${path}": ${type[0]}`, type[1]));
  const counts = column.autoIncrement || column.identity;
  const key = table.primaryKey?.columns;
  if (counts && !(key?.length === 1 && key[0] === column.name && isInteger(column.type))) {
    found.push(refusal(path, `Column "${path}" counts up, which SQLite does for an integer column only that is the primary key by itself.`, counterHint));
  }
  const { generation, ...options } = column.identity ?? { generation: "byDefault" };
  const kept = Object.entries(options).filter(([option, value]) => value !== undefined && !((option === "start" || option === "increment") && value === 1));
  if (kept.length) found.push(refusal(path, `Column "${path}" has the identity options ${kept.map(([option]) => option).join(", ")}, which SQLite does not keep.`, "Leave them out: SQLite counts from 1 by 1."));
  if (generation === "always") found.push(refusal(path, `Column "${path}" is generated always, but SQLite takes any value that a row gives.`, 'Use the generation "byDefault".'));
  return found;
}

function refuseUnique(unique: Unique, path: string): Refusal[] {
  return [
    ...(unique.deferrable ? [refusal(path, `The unique constraint "${path}" is deferrable, which SQLite knows for foreign keys only.`, "Leave deferrable out.")] : []),
    ...(unique.nullsNotDistinct ? [refusal(path, `The unique constraint "${path}" takes NULLs as equal; on SQLite they always differ.`, "Use a unique index over coalesce(…).")] : []),
  ];
}

function refuseForeignKey(foreignKey: ForeignKey, path: string): Refusal[] {
  return foreignKey.match === "full" ? [refusal(path, `The foreign key "${path}" is MATCH FULL, which SQLite reads but does not keep to.`, "Leave match out, and add a check that all columns are NULL or none.")] : [];
}

function refuseIndex(index: Index, path: string): Refusal[] {
  const reasons: (readonly [unknown, string, string])[] = [
    [index.method !== undefined && index.method.toLowerCase() !== "btree", `uses the method ${index.method}, but SQLite has B-trees only`, "Leave the method out."],
    [index.include?.length, "includes further columns, which SQLite does not know", "Make them the last columns of the index."],
    [index.options ?? index.tablespace ?? index.statistics ?? index.type ?? index.parser ?? index.invisible, "says what only other databases know of indexes", "Leave options, tablespace, statistics, type, parser and invisible out."],
    [index.nullsNotDistinct, "takes NULLs as equal; on SQLite they always differ", "Index coalesce(…) in place of the column."],
    [index.parts.some((part) => part.operatorClass), "names an operator class, which SQLite does not know", "Leave it out."],
    [index.parts.some((part) => part.nulls), "says where NULLs stand, which SQLite does not take in an index", "Leave the place of NULLs out."],
  ];
  return reasons.filter(([given]) => given).map(([, reason, hint]) => refusal(path, `The index "${path}" ${reason}.`, hint));
}

function refusal(path: string, message: string, hint: string): Refusal {
  return { path, message, hint };
}
