import { changedColumn, type AlterColumn } from "../../operations/alter-column.ts";
import { mentions } from "../../operations/drop-column.ts";
import { sameJson } from "../../base/json.ts";
import { enumOf, findColumn, findTable } from "../../schema/find.ts";
import type { Column, ColumnType, Schema } from "../../schema/types.ts";
import { columnFactChanges } from "./alter-table.ts";
import { detach } from "./dependents.ts";
import { identityChanges, identityOf, identitySql } from "./identity.ts";
import { defaultSql } from "./literal.ts";
import { quote, tableName } from "./quote.ts";
import { sequencePast } from "./sequence.ts";
import { columnComment, spelling } from "./spelling.ts";
import { typeSql, typeWithin } from "./types.ts";

/** What one change looks at. Types are in their normal form. */
interface Change {
  readonly table: string;
  readonly schema: Schema;
  readonly before: Column;
  readonly after: Column;
  readonly operation: AlterColumn;
  readonly retyped: boolean;
}

/**
 * The statements of a changed column. The order is what the server asks for: an identity needs NOT NULL while it is there,
 * and a default must fit the type at every moment. https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function alterColumn(operation: AlterColumn, schema: Schema): readonly string[] {
  const { table, column, changes } = operation;
  const present = findColumn(findTable(schema, table), column);
  const normal = (each: Column): Column => ({ ...each, type: typeWithin(each.type, schema) });
  const [before, after] = [normal(present), normal(changedColumn(present, changes))];
  if (after.generated && !sameJson(before.generated, after.generated)) return again(table, after, schema);
  const retyped = !sameJson(before.type, after.type) || before.collation !== after.collation;
  const change: Change = { table, schema, before, after, operation, retyped };
  return [...dropIdentity(change), ...dropDefault(change), ...dropExpression(change), ...changeType(change), ...changeNull(change), ...setDefault(change), ...setIdentity(change), ...comment(change), ...columnFactChanges(table, column, before.facts, after.facts)];
}

/** A column whose values are computed in another way is computed anew, so it goes and comes back. */
function again(table: string, column: Column, schema: Schema): readonly string[] {
  const { drop, restore } = detach(table, schema, { changed: [], again: [column] });
  return [...drop, ...restore];
}

function alter({ table, after }: Change, words: string): string {
  return `ALTER TABLE ${tableName(table)} ALTER COLUMN ${quote(after.name)} ${words}`;
}

function dropIdentity(change: Change): string[] {
  return identityOf(change.before) && !identityOf(change.after) ? [alter(change, "DROP IDENTITY")] : [];
}

function dropDefault(change: Change): string[] {
  const { before, after, retyped } = change;
  return before.default && !before.generated && (!after.default || retyped) ? [alter(change, "DROP DEFAULT")] : [];
}

function dropExpression(change: Change): string[] {
  return change.before.generated && !change.after.generated ? [alter(change, "DROP EXPRESSION")] : [];
}

function changeType(change: Change): string[] {
  const { table, schema, before, after, operation, retyped } = change;
  if (!retyped) return [];
  const collation = after.collation !== undefined ? ` ${spelling.collation(after.collation)}` : before.collation === undefined || !takesCollation(after.type) ? "" : ` COLLATE "default"`;
  const using = after.generated ? "" : usingSql(before, after, operation.changes.using);
  const statement = alter(change, `TYPE ${typeSql(after.type)}${collation}${using}`);
  if (widens(before.type, after.type) && !isComputedFrom(change)) return [statement];
  const { drop, restore } = detach(table, schema, { changed: [after.name] });
  return [...drop, statement, ...restore];
}

/** A type of another kind has none, and says so when it is given one. */
function takesCollation(type: ColumnType): boolean {
  return type.kind === "array" ? takesCollation(type.element) : textual.has(type.kind) || type.kind === "sql";
}

/** The server refuses to change the type of a column that a generated column reads, however small the change. */
function isComputedFrom({ table, schema, after }: Change): boolean {
  return findTable(schema, table).columns.some(({ name, generated }) => generated && name !== after.name && mentions(generated.sql, after.name));
}

function usingSql({ name, type: from }: Column, { type: to }: Column, given: string | undefined): string {
  if (given !== undefined) return ` USING ${given}`;
  return widens(from, to) ? "" : ` USING ${castSql(quote(name), from, to)}`;
}

const numeric: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "numeric", "real", "double"]);

/** The cast from type to type; by way of a third where the server has no direct one. */
export function castSql(column: string, from: ColumnType, to: ColumnType): string {
  const cast = `::${typeSql(to)}`;
  if (from.kind === "boolean" && numeric.has(to.kind)) return to.kind === "integer" ? `${column}${cast}` : `${column}::integer${cast}`;
  if (numeric.has(from.kind) && to.kind === "boolean") return `${column} <> 0`;
  if (enumOf(from) !== undefined && !textual.has(to.kind)) return `${column}::text${from.kind === "array" ? "[]" : ""}${cast}`;
  return column + cast;
}

const textual: ReadonlySet<string> = new Set(["char", "varchar", "text"]);
const integers = ["smallint", "integer", "bigint"];

/** Whether every value stays itself, so that the server needs no word on how. */
function widens(from: ColumnType, to: ColumnType): boolean {
  if (integers.includes(from.kind) && integers.includes(to.kind)) return integers.indexOf(from.kind) <= integers.indexOf(to.kind);
  if (from.kind === "varchar" && (to.kind === "varchar" || to.kind === "text")) return to.kind === "text" || (to.length ?? Infinity) >= (from.length ?? Infinity);
  return from.kind === to.kind && sameJson(from, to);
}

function changeNull(change: Change): string[] {
  const { before, after } = change;
  if (before.nullable === after.nullable) return [];
  return [alter(change, after.nullable ? "DROP NOT NULL" : "SET NOT NULL")];
}

function setDefault(change: Change): string[] {
  const { before, after, retyped } = change;
  if (!after.default || after.generated || (!retyped && !before.generated && sameJson(before.default, after.default))) return [];
  return [alter(change, `SET DEFAULT ${defaultSql(after)}`)];
}

function setIdentity(change: Change): string[] {
  const [before, after] = [identityOf(change.before), identityOf(change.after)];
  if (!after) return [];
  if (!before) return [alter(change, `ADD ${identitySql(change.after)}`), sequencePast(change.table, change.after)];
  const clauses = identityChanges(before, after);
  return clauses.length ? [alter(change, clauses.join(" "))] : [];
}

function comment({ table, before, after }: Change): string[] {
  return (before.comment ?? "") === (after.comment ?? "") ? [] : [columnComment(table, after.name, after.comment)];
}

