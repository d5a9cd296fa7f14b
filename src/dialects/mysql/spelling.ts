import type { Column, Index, Schema, Table } from "../../schema/types.ts";
import { columnList, columnSql as standardColumnSql, foreignKeySql as standardForeignKeySql, indexPartsSql, type Spelling } from "../ansi/table-sql.ts";
import { defaultSql } from "./defaults.ts";
import type { Flavour } from "./flavours.ts";
import { quote, serverSql, textLiteral } from "./quoting.ts";
import { typeSql } from "./types.ts";

/** How both servers write columns; the differences come from the flavour. */
export function spellingOf(flavour: Flavour): Spelling {
  return {
    quote,
    type: (column, schema) => typeSql(flavour, column.type, schema),
    defaultValue: (column) => defaultSql(flavour, column),
    counter: (column) => (countsUp(column) ? "AUTO_INCREMENT" : ""),
    collation: (collation) => `COLLATE ${quote(collation)}`,
    generated: ({ generated }) => `GENERATED ALWAYS AS (${serverSql(generated.sql)}) ${generated.storage.toUpperCase()}`,
    columnEnd: ({ comment }) => (comment === undefined ? "" : `COMMENT ${textLiteral(comment)}`),
  };
}

/** A column of a table as CREATE TABLE, ADD COLUMN and MODIFY COLUMN have it. */
export function columnSql(flavour: Flavour, table: Table, column: Column, schema: Schema): string {
  const spelling = spellingOf(flavour);
  const ownCheck = flavour.columnChecks ? table.checks.find(({ name }) => name === column.name) : undefined;
  return [standardColumnSql({ ...spelling, type: (each, of) => typeWithNull(spelling, each, of) }, column, schema), ownCheck ? `CHECK (${serverSql(ownCheck.sql)})` : ""].filter(Boolean).join(" ");
}

/**
 * A TIMESTAMP that does not say NULL may be NOT NULL with a default of its own, by the server's setting
 * explicit_defaults_for_timestamp. A generated column takes no NULL on MariaDB and is nullable without it.
 */
function typeWithNull(spelling: Spelling, column: Column, schema: Schema): string {
  const type = spelling.type(column, schema);
  const collation = column.collation;
  return column.nullable && !column.generated && collation === undefined && /^timestamp\b/i.test(type) ? `${type} NULL` : type;
}

export function countsUp(column: Column): boolean {
  return Boolean(column.autoIncrement || column.identity);
}

/** A foreign key; RESTRICT is what NO ACTION does here, and stays unsaid. */
export function foreignKeySql(foreignKey: Table["foreignKeys"][number]): string {
  return standardForeignKeySql({ quote }, foreignKey);
}

/** `KEY`, `UNIQUE KEY`, `FULLTEXT KEY` with its name and parts, for CREATE TABLE and ADD. */
export function indexSql(index: Index): string {
  const kind = index.unique ? "UNIQUE " : index.method && /^(?:fulltext|spatial)$/i.test(index.method) ? `${index.method.toUpperCase()} ` : "";
  const written: Index = { ...index, parts: index.parts.map((part) => ("expression" in part ? { ...part, expression: serverSql(part.expression) } : part)) };
  return `${kind}KEY ${quote(index.name)} (${indexPartsSql(quote, written, (collation) => `COLLATE ${quote(collation)}`)})`;
}

export function uniqueSql(unique: { readonly name: string; readonly columns: readonly string[] }): string {
  return `UNIQUE KEY ${quote(unique.name)} (${columnList(quote, unique.columns)})`;
}

/** InnoDB for foreign keys and transactions, and utf8mb4 whatever the server's own charset, which may keep less than Unicode. */
export function tableEnd(table: Table): string {
  const start = table.columns.find(countsUp)?.identity?.start;
  return [
    " ENGINE=InnoDB",
    start === undefined ? "" : ` AUTO_INCREMENT=${start}`,
    " DEFAULT CHARSET=utf8mb4",
    table.comment === undefined ? "" : ` COMMENT=${textLiteral(table.comment)}`,
  ].join("");
}
