import { isGroup, type Operation } from "../../operations/index.ts";
import { ownStatements } from "../ansi/own.ts";
import { keyOf } from "../../schema/key.ts";
import { findColumn, findObject, findTable, ownedSequences } from "../../schema/find.ts";
import { objectKey } from "../../schema/object-key.ts";
import type { Column, DatabaseObjectOf, Schema, Table } from "../../schema/types.ts";
import { backfillStatements } from "../ansi/batches.ts";
import { apartSteps, planOperations, type Compilers } from "../ansi/compilers.ts";
import { createTableSql } from "../ansi/table-sql.ts";
import type { Plan, PlanOptions } from "../dialect.ts";
import { alterColumn } from "./alter-column.ts";
import { alterConstraint } from "./alter-constraint.ts";
import { alterIndex } from "./alter-index.ts";
import { alterTable, columnFactChanges, factsAfterCreation, marksAgain, tableWords } from "./alter-table.ts";
import { compile } from "./compile.ts";
import { addColumn } from "./dependents.ts";
import { addEnumLabel, alterEnum, createEnum } from "./enums.ts";
import { alterColumnOnline, backfillOnline, dropIndexOnline, foreignKeyOnline, indexOnline, primaryKeyOnline, uniqueOnline, validatedLater } from "./online.ts";
import { createObjectSql, ownSequence } from "./objects/create.ts";
import { dropObjectSql } from "./objects/drop.ts";
import { renameObjectSql } from "./objects/rename.ts";
import { followingColumns } from "./objects/view-columns.ts";
import { replaceObjectSql } from "./objects/replace.ts";
import { defaultSql } from "./literal.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { overriding } from "./overrides.ts";
import { rowSpelling, rowStatements } from "./rows.ts";
import { running } from "./running.ts";
import { addCheck, addExclusion, addForeignKey, addPrimaryKey, addUnique, columnComment, dropConstraint, dropIndex, exclusionSql, indexExtras, indexName, indexStatements, renameObject, spelling, tableComment, uniqueUsingIndex } from "./spelling.ts";

/** The statements for operations. Throws RUN-02x for what refuses to run. */
export function plan(operations: readonly Operation[], before: Schema, { later = [], ...options }: PlanOptions = {}): Plan {
  const planned = planOperations({ ...compilers, addEnumLabel: (operation) => [addEnumLabel(operation, [...following(operations, operation), ...later])] }, "PostgreSQL", operations, before, options);
  return { ...planned, steps: apartSteps(planned.steps, running.refusesTransaction) };
}

/** The operations after one, which may stand within another. */
function following(operations: readonly Operation[], operation: Operation): readonly Operation[] {
  const index = operations.findIndex((each) => each === operation || (isGroup(each) && each.operations.includes(operation)));
  return operations.slice(index + 1);
}

const compilers: Compilers = {
  createSchema: ({ name }) => [`CREATE SCHEMA ${quote(name)}`],
  dropSchema: ({ name }) => [`DROP SCHEMA ${quote(name)}`],
  createEnum: ({ name, labels }) => [createEnum(name, labels)],
  dropEnum: ({ name }) => [`DROP TYPE ${tableName(name)}`],
  renameEnum: ({ from, to }) => renameObject("TYPE", from, to),
  addEnumLabel: (operation) => [addEnumLabel(operation, [])],
  renameEnumLabel: ({ name, from, to }) => [`ALTER TYPE ${tableName(name)} RENAME VALUE ${textLiteral(from)} TO ${textLiteral(to)}`],
  alterEnum,
  createTable: ({ table }, before) => createTable(table, before),
  dropTable: ({ table }) => [`DROP TABLE ${tableName(table)}`],
  renameTable: ({ from, to }) => renameObject("TABLE", from, to),
  setTableComment: ({ table, comment }) => [tableComment(table, comment)],
  addColumn: ({ table, column }, before) => overriding(table, { gained: column }, before) ?? addColumn(table, column, before),
  dropColumn: ({ table, column }, before) => overriding(table, { lost: findColumn(findTable(before, table), column) }, before) ?? [`ALTER TABLE ${tableName(table)} DROP COLUMN ${quote(column)}`],
  alterColumn: (operation, before) => (operation.options?.online ? alterColumnOnline(operation, before) : alterColumn(operation, before)),
  renameColumn: (operation, before) => [`ALTER TABLE ${tableName(operation.table)} RENAME COLUMN ${quote(operation.from)} TO ${quote(operation.to)}`, ...followingColumns(operation, before)],
  createPrimaryKey: ({ table, primaryKey, options }, before) => [...(options?.online ? primaryKeyOnline(table, primaryKey, before) : [addPrimaryKey(table, primaryKey)]), ...marksAgain(table, primaryKey.name, before)],
  createUnique: ({ table, unique, options }, before) => [...(options?.usingIndex !== undefined ? [uniqueUsingIndex(table, unique, options.usingIndex)] : options?.online ? uniqueOnline(table, unique, before) : [addUnique(table, unique)]), ...(options?.usingIndex === undefined ? marksAgain(table, unique.name, before) : [])],
  createForeignKey: ({ table, foreignKey, options }, before) => (options?.online ? foreignKeyOnline(table, foreignKey, before) : [addForeignKey(table, foreignKey)]),
  createCheck: ({ table, check, options }) => (options?.online ? validatedLater(table, check.name, addCheck(table, check)) : [addCheck(table, check)]),
  dropConstraint: ({ table, name }) => [dropConstraint(table, name)],
  renameConstraint: ({ table, from, to }) => [`ALTER TABLE ${tableName(table)} RENAME CONSTRAINT ${quote(from)} TO ${quote(to)}`],
  createIndex: ({ table, index, options }, before) => [...(options?.online ? [indexOnline(table, index, before), ...indexExtras(table, index)] : indexStatements(table, index)), ...marksAgain(table, index.name, before)],
  dropIndex: ({ table, name, options }, before) => [options?.online ? dropIndexOnline(table, name, before) : dropIndex(table, name)],
  renameIndex: ({ table, from, to }, before) => [`ALTER INDEX ${indexName(table, from)} RENAME TO ${quote(to)}`, ...marksAgain(table, to, before)],
  bulkInsert: rowStatements,
  updateRows: rowStatements,
  deleteRows: rowStatements,
  upsertRows: rowStatements,
  backfill: (operation, before) => (operation.options?.online && operation.assignments.batchSize === undefined ? [backfillOnline(operation, before)] : backfillStatements(rowSpelling, (column) => `quote_nullable(${column}::text)`, operation, before)),
  alterTable,
  alterConstraint,
  alterIndex,
  createExclusion: ({ table, exclusion }, before) => [addExclusion(table, exclusion), ...marksAgain(table, exclusion.name, before)],
  validateConstraint: ({ table, name }) => [`ALTER TABLE ${tableName(table)} VALIDATE CONSTRAINT ${quote(name)}`],
  createObject: ({ object }, before) => createObjectSql(object, before),
  dropObject: ({ object }, before) => dropObjectSql(findObject(before, object)),
  replaceObject: ({ object }, before) => replaceObjectSql(findObject(before, objectKey(object)), object, before),
  renameObject: ({ object, to }, before) => renameObjectSql(findObject(before, object), to),
  execute: ({ statements }) => statements.map((statement) => ("sql" in statement ? statement.sql : compile(statement.query))),
  own: (operation) => ownStatements(operation, "postgres", "PostgreSQL"),
};

/** A partition's column is the partitioned table's: only what differs is said, without its type. */
function partitionColumn(column: Column): string {
  return [`${quote(column.name)} WITH OPTIONS`, column.nullable ? "" : "NOT NULL", column.default ? `DEFAULT ${defaultSql(column)}` : ""].filter(Boolean).join(" ");
}

function createTable(table: Table, before: Schema): string[] {
  const key = keyOf(table);
  const { words, head, end } = tableWords(table);
  const notValid = <T extends { readonly notValid?: true }>({ notValid: mark }: T): boolean => Boolean(mark);
  // A new table is empty: a mark for rows that were never looked at is set afterwards, as CREATE TABLE drops it.
  const plain = { ...table, foreignKeys: table.foreignKeys.filter((each) => !notValid(each)), checks: table.checks.filter((each) => !notValid(each)) };
  return [
    createTableSql(spelling, plain, before, { words, head, end, extra: (table.exclusions ?? []).map(exclusionSql), ...(table.facts?.partitionOf && { column: partitionColumn }) }),
    ...table.foreignKeys.filter(notValid).map((each) => addForeignKey(key, each)),
    ...table.checks.filter(notValid).map((each) => addCheck(key, each)),
    ...table.indexes.flatMap((index) => indexStatements(key, index)),
    ...(table.comment ? [tableComment(key, table.comment)] : []),
    ...table.columns.flatMap(({ name, comment, facts }) => [...(comment ? [columnComment(key, name, comment)] : []), ...columnFactChanges(key, name, {}, facts)]),
    ...ownedSequences(before, key).map((sequence) => ownSequence(before.objects[sequence] as DatabaseObjectOf<"sequence">)),
    ...factsAfterCreation(key, table),
  ];
}
