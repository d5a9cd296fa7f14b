import type { AddEnumLabel } from "../../operations/add-enum-label.ts";
import type { AlterEnum } from "../../operations/alter-enum.ts";
import { isGroup, type Operation } from "../../operations/index.ts";
import { keyOf, splitKey } from "../../schema/key.ts";
import { enumOf, findTable, grantsOn, tablesUsingEnum } from "../../schema/find.ts";
import { fitName } from "../../schema/names.ts";
import type { Column, Grant, Schema } from "../../schema/types.ts";
import type { Statement } from "../ansi/compilers.ts";
import { detach } from "./dependents.ts";
import { defaultSql } from "./literal.ts";
import { grantChanges } from "./objects/grant.ts";
import { remarkAgain } from "./objects/remark.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { nameLimit } from "./refuse.ts";

export function createEnum(name: string, labels: readonly string[]): string {
  return `CREATE TYPE ${tableName(name)} AS ENUM (${labels.map(textLiteral).join(", ")})`;
}

/**
 * ADD VALUE. A label may not be used in the transaction that adds it, so where a later operation could use it the statement
 * runs by itself. https://www.postgresql.org/docs/current/sql-altertype.html
 */
export function addEnumLabel({ name, label, position }: AddEnumLabel, later: readonly Operation[]): Statement {
  const place = position ? ("before" in position ? ` BEFORE ${textLiteral(position.before)}` : ` AFTER ${textLiteral(position.after)}`) : "";
  const sql = `ALTER TYPE ${tableName(name)} ADD VALUE ${textLiteral(label)}${place}`;
  return later.some((operation) => mayUse(operation, label)) ? { sql, transaction: false } : sql;
}

const opaqueKinds: ReadonlySet<string> = new Set(["bulkInsert", "updateRows", "deleteRows", "upsertRows", "backfill", "execute", "own", "run", "alterEnum"]);

/** Whether an operation might write, read or name the label. */
function mayUse(operation: Operation, label: string): boolean {
  if (isGroup(operation)) return operation.operations.some((inner) => mayUse(inner, label));
  if (opaqueKinds.has(operation.kind)) return true;
  // A default, a check or a predicate that names the label holds its text.
  return JSON.stringify(operation).includes(JSON.stringify(label).slice(1, -1)) || JSON.stringify(operation).includes(JSON.stringify(label.replaceAll("'", "''")).slice(1, -1));
}

/** Another list of labels is another type: the columns move over to it, and it takes the name. */
export function alterEnum({ name, labels, options }: AlterEnum, before: Schema): readonly string[] {
  const replace = options?.replace ?? {};
  const { schema, name: own } = splitKey(name);
  const newKey = keyOf({ name: fitName(`${own}_new`, nameLimit), schema });
  const users = tablesUsingEnum(before, name).map((table) => {
    const columns = findTable(before, table).columns.filter((column) => enumOf(column.type) === name);
    const again = columns.filter(({ generated }) => generated);
    const changed = columns.filter(({ generated }) => !generated);
    return { table, changed, ...detach(table, before, { changed: changed.map((column) => column.name), again, foreignKeys: true }) };
  });
  return unique([
    ...users.flatMap(({ drop }) => drop),
    createEnum(newKey, labels),
    ...users.flatMap(({ table, changed }) => changed.flatMap((column) => moveColumn(table, column, newKey, replace))),
    `DROP TYPE ${tableName(name)}`,
    `ALTER TYPE ${tableName(newKey)} RENAME TO ${quote(own)}`,
    ...users.flatMap(({ table, changed }) => changed.flatMap((column) => defaultAgain(table, column, replace))),
    ...users.flatMap(({ restore }) => restore),
    ...remarkAgain(before, `type ${name}`),
    ...grantsOn(before, `type ${name}`).flatMap((grant) => grantChanges(undefined, before.objects[grant] as Grant)),
  ]);
}

/** A foreign key between two tables of the enum is found from both ends. */
function unique(statements: readonly string[]): readonly string[] {
  return [...new Set(statements)];
}

type Replacements = { readonly [label: string]: string };

function moveColumn(table: string, column: Column, key: string, replace: Replacements): string[] {
  const alter = `ALTER TABLE ${tableName(table)} ALTER COLUMN ${quote(column.name)}`;
  const type = column.type.kind === "array" ? `${tableName(key)}[]` : tableName(key);
  const value = column.type.kind === "array" ? replacedItems(`${quote(column.name)}::text[]`, replace) : replacedText(`${quote(column.name)}::text`, replace);
  return [...(column.default ? [`${alter} DROP DEFAULT`] : []), `${alter} TYPE ${type} USING ${value}::${type}`];
}

function replacedText(value: string, replace: Replacements): string {
  const branches = Object.entries(replace).map(([from, to]) => ` WHEN ${textLiteral(from)} THEN ${textLiteral(to)}`);
  return branches.length ? `(CASE ${value}${branches.join("")} ELSE ${value} END)` : value;
}

/** A conversion may hold no subquery, so the elements are replaced label by label, by way of marks where labels change places. */
function replacedItems(value: string, replace: Replacements): string {
  const pairs = Object.entries(replace);
  const crossed = pairs.some(([, to]) => to in replace);
  const mark = (label: string) => `graven:${label}`;
  const steps = crossed ? [...pairs.map(([from]) => [from, mark(from)] as const), ...pairs.map(([from, to]) => [mark(from), to] as const)] : pairs;
  const replaced = steps.reduce((inner, [from, to]) => `array_replace(${inner}, ${textLiteral(from)}, ${textLiteral(to)})`, value);
  return replaced === value ? value : `(${replaced})`;
}

function defaultAgain(table: string, column: Column, replace: Replacements): string[] {
  const { default: given } = column;
  if (!given) return [];
  const replaced = "value" in given && typeof given.value === "string" && column.type.kind === "enum" && Object.hasOwn(replace, given.value) ? { value: replace[given.value]! } : given;
  return [`ALTER TABLE ${tableName(table)} ALTER COLUMN ${quote(column.name)} SET DEFAULT ${defaultSql({ ...column, default: replaced })}`];
}
