import { GravenError } from "../../base/errors.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import { sameJson } from "../../base/json.ts";
import { findObject, findTable } from "../../schema/find.ts";
import type { Operation, OperationKind } from "../../operations/index.ts";
import { splitKey } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import { renamedObject } from "../../schema/object-rename.ts";
import type { ColumnType, Schema } from "../../schema/types.ts";
import { statementsOf, unsupported, type Compilers, type GeneralKind } from "../ansi/compilers.ts";
import { deleteRowsSql, insertKeyedSql, updateRowsSql } from "../ansi/keyed-rows-sql.ts";
import type { KeyedSpelling } from "../ansi/row-conditions.ts";
import { backfillStatements } from "../ansi/batches.ts";
import { inspectionsOf } from "../ansi/row-guards.ts";
import { namedConflict } from "../ansi/named-conflict.ts";
import { compile } from "./compile.ts";
import { literal } from "./literal.ts";
import type { TableKind } from "./native.ts";
import { createObjectStatement, dropObjectStatement, physicalObject } from "./objects.ts";
import { quote, tableName } from "./spelling.ts";
import { renameTableStatements } from "./tables.ts";

type EnumKind = Extract<OperationKind, `${string}Enum${string}`>;
type OtherCompilers = Omit<Compilers, TableKind | EnumKind | GeneralKind | "createTable">;

const noSchemas = unsupported("SQLite has no schemas.");
const rows: KeyedSpelling = { quote, tableName, literal, ...namedConflict(quote), same, sameOrNull: (a, b) => `${a} IS ${b}` };

/** JSON is text here, which may be written with other spaces. */
function same(column: string, written: string, type: ColumnType | undefined): string {
  if (type?.kind !== "json" && type?.kind !== "jsonb") return `${column} = ${written}`;
  return `CASE WHEN json_valid(${column}) THEN json(${column}) ELSE ${column} END = json(${written})`;
}

/** The operations that stand by themselves. */
const compilers: OtherCompilers = {
  createSchema: noSchemas,
  dropSchema: noSchemas,
  createExclusion: unsupported("It has no exclusion constraints."),
  validateConstraint: unsupported("It keeps no mark on a constraint whose rows were never looked at."),
  createObject: ({ object }) => [createObjectStatement(object)],
  dropObject: ({ object }, before) => [dropObjectStatement(findObject(before, object))],
  replaceObject: ({ object }, before) => {
    const present = findObject(before, objectKey(object));
    return sameJson(physicalObject(present), physicalObject(object)) ? [] : [dropObjectStatement(present), createObjectStatement(object)];
  },
  renameObject: ({ object, to }, before) => {
    const present = findObject(before, object);
    return [dropObjectStatement(present), createObjectStatement(renamedObject(present, to))];
  },
  dropTable: ({ table }) => [`DROP TABLE ${tableName(table)}`],
  renameTable: ({ from, to }, before) => {
    if (splitKey(to).schema !== undefined) throw new GravenError("RUN-022", `SQLite has no schemas: the table "${from}" cannot move to "${to}".`, { hint: "Leave the schema out." });
    findTable(before, from);
    return renameTableStatements(from, to, before);
  },
  bulkInsert: (operation, before) => [...inspectionsOf(rows, operation), ...insertStatements(operation, before)],
  updateRows: (operation) => [...inspectionsOf(rows, operation), ...updateRowsSql(rows, operation)],
  deleteRows: (operation) => [...inspectionsOf(rows, operation), ...deleteRowsSql(rows, operation)],
  upsertRows: (operation, before) => insertKeyedSql(rows, operation, before),
  backfill: (operation, before) => backfillStatements(rows, (column) => `quote(${column})`, operation, before),
  execute: ({ statements }) => statements.map((statement) => ("sql" in statement ? statement.sql : compile(statement.query))),
};

/** The statements of an operation that concerns no table's definition. Throws RUN-022 for what SQLite lacks. */
export function otherStatements(operation: Operation, before: Schema): readonly ReturnType<typeof statementsOf>[number][] {
  return statementsOf(compilers as Compilers, "SQLite", operation, before);
}

/** A row without values has a form of its own, and one statement each. */
function insertStatements(operation: BulkInsert, before: Schema): readonly string[] {
  const target = `INSERT INTO ${tableName(operation.table)}`;
  return insertKeyedSql(rows, operation, before).flatMap((statement) => {
    if (!statement.startsWith(`${target} VALUES`)) return [statement];
    return Array.from({ length: statement.slice(target.length).split("()").length - 1 }, () => `${target} DEFAULT VALUES`);
  });
}
