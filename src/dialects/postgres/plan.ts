import type { Operation } from "../../operations/index.ts";
import { keyOf } from "../../schema/key.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { planOperations, unsupported, type Compilers } from "../ansi/compilers.ts";
import { backfillStatements } from "../ansi/batches.ts";
import { createTableSql } from "../ansi/table-sql.ts";
import type { Plan } from "../dialect.ts";
import { alterColumn } from "./alter-column.ts";
import { compile } from "./compile.ts";
import { addColumn } from "./dependents.ts";
import { addEnumLabel, alterEnum, createEnum } from "./enums.ts";
import { alone, alterColumnOnline, backfillOnline, indexOnline, primaryKeyOnline, uniqueOnline, validatedLater } from "./online.ts";
import { quote, tableName, textLiteral } from "./quote.ts";
import { rowSpelling, rowStatements } from "./rows.ts";
import { addCheck, addForeignKey, addPrimaryKey, addUnique, columnComment, createIndex, dropConstraint, dropIndex, indexName, renameObject, spelling, tableComment } from "./spelling.ts";

/** The statements for operations. Throws RUN-02x for what refuses to run. */
export function plan(operations: readonly Operation[], before: Schema): Plan {
  return planOperations({ ...compilers, addEnumLabel: (operation) => [addEnumLabel(operation, following(operations, operation))] }, "PostgreSQL", operations, before);
}

/** The operations after one, which may stand within another. */
function following(operations: readonly Operation[], operation: Operation): readonly Operation[] {
  const index = operations.findIndex((each) => each === operation || (each.kind === "withoutTransaction" && each.operations.includes(operation)));
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
  addColumn: ({ table, column }, before) => addColumn(table, column, before),
  dropColumn: ({ table, column }) => [`ALTER TABLE ${tableName(table)} DROP COLUMN ${quote(column)}`],
  alterColumn: (operation, before) => (operation.options?.online ? alterColumnOnline(operation, before) : alterColumn(operation, before)),
  renameColumn: ({ table, from, to }) => [`ALTER TABLE ${tableName(table)} RENAME COLUMN ${quote(from)} TO ${quote(to)}`],
  createPrimaryKey: ({ table, primaryKey, options }, before) => (options?.online ? primaryKeyOnline(table, primaryKey, before) : [addPrimaryKey(table, primaryKey)]),
  createUnique: ({ table, unique, options }) => (options?.online ? uniqueOnline(table, unique) : [addUnique(table, unique)]),
  createForeignKey: ({ table, foreignKey, options }) => (options?.online ? validatedLater(table, foreignKey.name, addForeignKey(table, foreignKey)) : [addForeignKey(table, foreignKey)]),
  createCheck: ({ table, check, options }) => (options?.online ? validatedLater(table, check.name, addCheck(table, check)) : [addCheck(table, check)]),
  dropConstraint: ({ table, name }) => [dropConstraint(table, name)],
  renameConstraint: ({ table, from, to }) => [`ALTER TABLE ${tableName(table)} RENAME CONSTRAINT ${quote(from)} TO ${quote(to)}`],
  createIndex: ({ table, index, options }) => [options?.online ? indexOnline(table, index) : createIndex(table, index)],
  dropIndex: ({ table, name, options }) => [options?.online ? alone(dropIndex(table, name).replace("DROP INDEX", "DROP INDEX CONCURRENTLY")) : dropIndex(table, name)],
  renameIndex: ({ table, from, to }) => [`ALTER INDEX ${indexName(table, from)} RENAME TO ${quote(to)}`],
  bulkInsert: rowStatements,
  updateRows: rowStatements,
  deleteRows: rowStatements,
  upsertRows: rowStatements,
  backfill: (operation, before) => (operation.options?.online && operation.assignments.batchSize === undefined ? [backfillOnline(operation, before)] : backfillStatements(rowSpelling, (column) => `quote_nullable(${column}::text)`, operation, before)),
  alterTable: unsupported("not yet"),
  createExclusion: unsupported("PG has no exclusion constraints."),
  validateConstraint: unsupported("PG looks at all rows when it makes a constraint."),
  createObject: unsupported("not yet"),
  dropObject: unsupported("not yet"),
  replaceObject: unsupported("not yet"),
  renameObject: unsupported("not yet"),
  execute: ({ statements }) => statements.map((statement) => ("sql" in statement ? statement.sql : compile(statement.query))),
};

function createTable(table: Table, before: Schema): string[] {
  const key = keyOf(table);
  return [
    createTableSql(spelling, table, before),
    ...table.indexes.map((index) => createIndex(key, index)),
    ...(table.comment ? [tableComment(key, table.comment)] : []),
    ...table.columns.flatMap(({ name, comment }) => (comment ? [columnComment(key, name, comment)] : [])),
  ];
}
