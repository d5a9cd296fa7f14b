import { sqlStatements } from "../../base/sql-statements.ts";
import type { BulkInsert } from "../../operations/bulk-insert.ts";
import type { RenameTable } from "../../operations/rename-table.ts";
import { findObject, findTable } from "../../schema/find.ts";
import { keyOf } from "../../schema/key.ts";
import { objectKey } from "../../schema/object-key.ts";
import { renamedObject } from "../../schema/object-rename.ts";
import type { ColumnType, Schema, Table } from "../../schema/types.ts";
import { ownStatements } from "../ansi/own.ts";
import { unsupported, type Compilers, type Statement } from "../ansi/compilers.ts";
import { deleteRowsSql, insertKeyedSql, updateRowsSql } from "../ansi/keyed-rows-sql.ts";
import type { KeyedSpelling } from "../ansi/row-conditions.ts";
import { inspectionsOf } from "../ansi/row-guards.ts";
import { loadStatements } from "../ansi/row-load.ts";
import { backfillStatements } from "../ansi/batches.ts";
import { createTableSql } from "../ansi/table-sql.ts";
import { alterSql, isColumnCheck, keySql } from "./alter-table.ts";
import { columnCompilers } from "./compile-columns.ts";
import { constraintCompilers } from "./compile-constraints.ts";
import { enumCompilers } from "./compile-enums.ts";
import { compileQuery } from "./compile-query.ts";
import type { Flavour } from "./flavours.ts";
import { implicitIndexes } from "./implicit-indexes.ts";
import { literal } from "./literal.ts";
import { createObjectSql, definer, dropObjectSql, joined, refuseObject } from "./objects.ts";
import { followersOf, replaceObjectSql } from "./replace-object.ts";
import { alterTableFacts, tableEnd } from "./table-facts.ts";
import { quote, serverSql, tableName, textLiteral } from "./quoting.ts";
import { accept, refuseTable } from "./refuse.ts";
import { sameSql } from "./same-value.ts";
import { periodLines } from "./system-versioning.ts";
import { columnSql, foreignKeySql, indexSql, keyColumns, spellingOf, uniqueSql } from "./spelling.ts";

const noNamespaces = unsupported("a schema is a database there, and a revision stays within one.");
const spelling: Omit<KeyedSpelling, "same"> = {
  quote,
  tableName,
  literal,
  // A statement may not read the table it writes, but for a table made of it beforehand; LIMIT keeps that one apart.
  // https://dev.mysql.com/doc/refman/8.0/en/subquery-restrictions.html
  scalar: (query) => `(SELECT * FROM (${query} LIMIT 1) AS found)`,
  onConflict: (key, columns) => ` ON DUPLICATE KEY UPDATE ${columns.length ? columns.map((column) => `${quote(column)} = VALUES(${quote(column)})`).join(", ") : `${quote(key[0]!)} = ${quote(key[0]!)}`}`,
  conflictNamesKey: false,
  // https://dev.mysql.com/doc/refman/8.0/en/ansi-diff-foreign-keys.html
  checksEachRow: true,
  fromNothing: " FROM DUAL",
  sameOrNull: (a, b) => `${a} <=> ${b}`,
};

/** A number stands bare, as one in quotes is compared as a DOUBLE. */
function keyText(column: string, type: ColumnType | undefined): string {
  if (type && ["smallint", "integer", "bigint", "numeric", "boolean"].includes(type.kind)) return `CAST(${column} AS CHAR)`;
  return type?.kind === "binary" ? `CONCAT('0x', HEX(${column}))` : `QUOTE(${column})`;
}

export function compilersOf(flavour: Flavour): Compilers {
  const rows: KeyedSpelling = { ...spelling, same: (column, written, type, value) => sameSql(flavour, column, written, type, value) };
  return {
    createSchema: noNamespaces,
    dropSchema: noNamespaces,
    createTable: ({ table }, before) => [createSql(flavour, table, before)],
    dropTable: ({ table }) => [`DROP TABLE ${tableName(table)}`],
    renameTable: (operation, before) => renameSql(flavour, operation, before),
    setTableComment: ({ table, comment }) => [alterSql(table, [`COMMENT = ${textLiteral(comment ?? "")}`])],
    ...columnCompilers(flavour),
    ...constraintCompilers(flavour),
    ...enumCompilers(flavour),
    alterTable: (operation, before) => alterTableFacts(flavour, operation, before),
    createExclusion: unsupported("It has no exclusion constraints."),
    validateConstraint: unsupported("It keeps no mark on a constraint whose rows were never looked at."),
    createObject: ({ object }) => {
      accept(flavour, refuseObject(flavour, object));
      return [createObjectSql(object)];
    },
    dropObject: ({ object }, before) => [dropObjectSql(findObject(before, object))],
    replaceObject: ({ object }, before) => {
      accept(flavour, refuseObject(flavour, object));
      return replaceObjectSql(flavour, findObject(before, objectKey(object)), object);
    },
    renameObject: (operation, before) => {
      const present = findObject(before, operation.object);
      const renamed = renamedObject(present, operation.to);
      // RENAME TABLE is for views and sequences too; what else there is has no name that could change. The definer is said, as it would be whoever renames.
      const rename = present.kind === "view" || present.kind === "sequence" ? [`RENAME TABLE ${quote(present.name)} TO ${quote(renamed.name)}`] : present.kind === "event" ? [joined("ALTER", definer(present), `EVENT ${quote(present.name)} RENAME TO ${quote(renamed.name)}`)] : [dropObjectSql(present), createObjectSql(renamed)];
      return [...rename, ...followersOf(flavour, operation, before)];
    },
    bulkInsert: (operation, before) => [...inspectionsOf(rows, operation), ...(manyRows(rows, operation, before) ?? insertKeyedSql(rows, operation, before))],
    updateRows: (operation, before) => [...inspectionsOf(rows, operation), ...updateRowsSql(rows, operation, before)],
    deleteRows: (operation, before) => [...inspectionsOf(rows, operation), ...deleteRowsSql(rows, operation, before)],
    upsertRows: (operation, before) => insertKeyedSql(rows, operation, before),
    backfill: ({ assignments, ...operation }, before) => {
      const set = Object.fromEntries(Object.entries(assignments.set).map(([column, { sql }]) => [column, { sql: serverSql(sql) }]));
      return backfillStatements(rows, keyText, { ...operation, assignments: { ...assignments, set, ...(assignments.where && { where: { sql: serverSql(assignments.where.sql) } }) } }, before);
    },
    execute: ({ statements }) => statements.flatMap((statement) => ("sql" in statement ? apart(statement.sql) : compileQuery(statement.query))),
    own: (operation) => ownStatements(operation, flavour.name, flavour.title).flatMap(apart),
  };
}

/** A rollback leaves the rows of other engines than InnoDB, so that statements must not follow a load that failed there. */
function manyRows(rows: KeyedSpelling, operation: BulkInsert, before: Schema): readonly Statement[] | undefined {
  const isOpen = before.tables[operation.table] !== undefined;
  const remainsSql = `SELECT engine FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ${textLiteral(operation.table)} AND engine <> 'InnoDB'`;
  const insert = (some: BulkInsert["rows"]) => insertKeyedSql(rows, { ...operation, rows: some }, before);
  return loadStatements({ ...rows, insert, isOpen, remainsSql }, operation, before);
}

/** Each statement of a text by itself, as a run could stop between two of them; one with backslashes is left whole, as they may stand before quotes. */
function apart(sql: string): readonly string[] {
  return sql.includes(";") && !sql.includes("\\") ? sqlStatements(sql) : [sql];
}

function createSql(flavour: Flavour, table: Table, schema: Schema): string {
  accept(flavour, refuseTable(flavour, keyOf(table), table));
  const checks = table.checks.filter(({ name }) => !isColumnCheck(flavour, table, name)).map((check) => ({ ...check, sql: serverSql(check.sql) }));
  // The primary key has a name of its own, so none is written.
  const { primaryKey, uniques, ...rest } = table;
  // A key of a period stands where the server's own spelling of it is known.
  const apart = uniques.filter(({ withoutOverlaps }) => withoutOverlaps !== undefined);
  return createTableSql(spellingOf(flavour), { ...rest, uniques: uniques.filter((unique) => !apart.includes(unique)), checks }, schema, {
    column: (column) => columnSql(flavour, table, column, schema),
    extra: [...(primaryKey ? [`PRIMARY KEY (${keyColumns(primaryKey)})`] : []), ...apart.map(uniqueSql), ...table.indexes.map((index) => indexSql(flavour, index)), ...implicitIndexes(table).map(keySql), ...periodLines(table)],
    end: tableEnd(flavour, table),
  });
}

/**
 * The servers rename what is called `<table>_ibfk_…`, and MySQL what is called `<table>_chk_…`, together with the table. An
 * operation leaves names alone, so those parts step aside while the table is renamed.
 * https://dev.mysql.com/doc/refman/8.0/en/rename-table.html
 */
function renameSql(flavour: Flavour, { from, to }: RenameTable, before: Schema): string[] {
  const table = findTable(before, from);
  const follows = (infix: string) => ({ name }: { readonly name: string }) => name.startsWith(`${table.name}_${infix}_`);
  const foreignKeys = table.foreignKeys.filter(follows("ibfk"));
  const checks = flavour.renamesChecksWithTable ? table.checks.filter(follows("chk")) : [];
  const aside = [...foreignKeys.map(({ name }) => `DROP FOREIGN KEY ${quote(name)}`), ...checks.map(({ name }) => `${flavour.dropCheck} ${quote(name)}`)];
  const renamed = (target: string) => (target === from ? to : target);
  const back = [
    ...foreignKeys.map((foreignKey) => `ADD ${foreignKeySql({ ...foreignKey, references: { ...foreignKey.references, table: renamed(foreignKey.references.table) } })}`),
    ...checks.map((check) => `ADD CONSTRAINT ${quote(check.name)} CHECK (${serverSql(check.sql)})`),
  ];
  const rename = `RENAME TABLE ${tableName(from)} TO ${tableName(to)}`;
  return [...(aside.length ? [alterSql(from, aside), rename, alterSql(to, back)] : [rename]), ...followersOf(flavour, { kind: "renameTable", from, to }, before)];
}
