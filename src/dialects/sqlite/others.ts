import { GravenError } from "../../base/errors.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import { sameJson } from "../../base/json.ts";
import { applyOperations } from "../../operations/apply.ts";
import { findObject, findTable } from "../../schema/find.ts";
import type { Operation, OperationKind } from "../../operations/index.ts";
import { splitKey } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import { renamedObject } from "../../schema/object-rename.ts";
import type { ColumnType, DatabaseObject, Schema } from "../../schema/types.ts";
import { ownStatements } from "../ansi/own.ts";
import { statementsOf, unsupported, type Compilers, type GeneralKind, type Statement } from "../ansi/compilers.ts";
import { deleteRowsSql, insertKeyedSql, updateRowsSql } from "../ansi/keyed-rows-sql.ts";
import type { KeyedSpelling } from "../ansi/row-conditions.ts";
import { backfillStatements } from "../ansi/batches.ts";
import { inspectionsOf } from "../ansi/row-guards.ts";
import { loadStatements } from "../ansi/row-load.ts";
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

/** What names an object that is renamed, made again under the new name: views and triggers hold their text as it was written. */
function followersOf(operation: Operation, renamed: string, before: Schema): string[] {
  const { objects } = applyOperations(before, [operation]);
  const former = (object: DatabaseObject) => Object.values(before.objects).find((each) => each.kind === object.kind && each.name === object.name);
  const others = Object.entries(objects).filter(([key]) => key !== renamed).map(([, object]) => object);
  const views = others.filter((object) => object.kind === "view" && !sameJson(former(object), object));
  // With a view go its triggers.
  const gone = new Set([objects[renamed]!.name, ...views.map(({ name }) => name)]);
  const triggers = others.filter((object) => object.kind === "trigger" && (gone.has(object.table) || !sameJson(former(object), object)));
  return [
    ...views.flatMap((object) => [dropObjectStatement(object), createObjectStatement(object)]),
    ...triggers.flatMap((object) => [...("table" in object && gone.has(object.table) ? [] : [dropObjectStatement(object)]), createObjectStatement(object)]),
  ];
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
  renameObject: (operation, before) => {
    const present = findObject(before, operation.object);
    const renamed = renamedObject(present, operation.to);
    return [dropObjectStatement(present), createObjectStatement(renamed), ...followersOf(operation, objectKey(renamed), before)];
  },
  dropTable: ({ table }) => [`DROP TABLE ${tableName(table)}`],
  renameTable: ({ from, to }, before) => {
    if (splitKey(to).schema !== undefined) throw new GravenError("RUN-022", `SQLite has no schemas: the table "${from}" cannot move to "${to}".`, { hint: "Leave the schema out." });
    findTable(before, from);
    return renameTableStatements(from, to, before);
  },
  bulkInsert: (operation, before) => [...inspectionsOf(rows, operation), ...insertStatements(operation, before)],
  updateRows: (operation, before) => [...inspectionsOf(rows, operation), ...updateRowsSql(rows, operation, before)],
  deleteRows: (operation, before) => [...inspectionsOf(rows, operation), ...deleteRowsSql(rows, operation, before)],
  upsertRows: (operation, before) => insertKeyedSql(rows, operation, before),
  backfill: (operation, before) => backfillStatements(rows, (column) => `quote(${column})`, operation, before),
  execute: ({ statements }) => statements.map((statement) => ("sql" in statement ? statement.sql : compile(statement.query))),
  own: (operation) => ownStatements(operation, "sqlite", "SQLite"),
};

/** The statements of an operation that concerns no table's definition. Throws RUN-022 for what SQLite lacks. */
export function otherStatements(operation: Operation, before: Schema): readonly ReturnType<typeof statementsOf>[number][] {
  return statementsOf(compilers as Compilers, "SQLite", operation, before);
}

function insertStatements(operation: BulkInsert, before: Schema): readonly Statement[] {
  const insert = (some: BulkInsert["rows"]) => insertSome({ ...operation, rows: some }, before);
  return loadStatements({ ...rows, insert, isOpen: before.tables[operation.table] !== undefined }, operation, before) ?? insert(operation.rows);
}

/** A row without values has a form of its own, and one statement each. */
function insertSome(operation: BulkInsert, before: Schema): readonly string[] {
  const target = `INSERT INTO ${tableName(operation.table)}`;
  return insertKeyedSql(rows, operation, before).flatMap((statement) => {
    if (!statement.startsWith(`${target} VALUES`)) return [statement];
    return Array.from({ length: statement.slice(target.length).split("()").length - 1 }, () => `${target} DEFAULT VALUES`);
  });
}
