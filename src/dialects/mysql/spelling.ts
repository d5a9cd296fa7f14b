import type { Column, Index, Schema, Table, Unique } from "../../schema/types.ts";
import { columnList, columnSql as standardColumnSql, foreignKeySql as standardForeignKeySql, indexPartsSql, type Spelling } from "../ansi/table-sql.ts";
import { defaultSql } from "./defaults.ts";
import type { Flavour } from "./flavours.ts";
import { quote, serverSql, textLiteral } from "./quoting.ts";
import { typeSql } from "./types.ts";

/** How both servers write columns; the differences come from the flavour. */
export function spellingOf(flavour: Flavour): Spelling {
  return {
    quote,
    type: (column, schema) => `${typeSql(flavour, column.type, schema)}${column.facts?.charset === undefined ? "" : ` CHARACTER SET ${column.facts.charset}`}`,
    defaultValue: (column) => `${defaultSql(flavour, column)}${onUpdate(column)}`,
    counter: (column) => (countsUp(column) ? "AUTO_INCREMENT" : ""),
    collation: (collation) => `COLLATE ${quote(collation)}`,
    generated: ({ generated }) => `GENERATED ALWAYS AS (${serverSql(generated.sql)}) ${generated.storage.toUpperCase()}`,
    columnEnd: (column) => {
      const { comment, facts = {} } = column;
      return [column.default ? "" : onUpdate(column).trim(), facts.withoutSystemVersioning ? "WITHOUT SYSTEM VERSIONING" : "", facts.srid === undefined ? "" : `SRID ${facts.srid}`, facts.invisible ? "INVISIBLE" : "", comment === undefined ? "" : `COMMENT ${textLiteral(comment)}`].filter(Boolean).join(" ");
    },
  };
}

function onUpdate({ facts }: Column): string {
  return facts?.onUpdate === undefined ? "" : ` ON UPDATE ${facts.onUpdate}`;
}

/** A column of a table as CREATE TABLE, ADD COLUMN and MODIFY COLUMN have it. */
export function columnSql(flavour: Flavour, table: Table, column: Column, schema: Schema): string {
  const spelling = spellingOf(flavour);
  const ownCheck = flavour.columnChecks ? table.checks.find(({ name }) => name === column.name) : undefined;
  return [standardColumnSql({ ...spelling, type: (each, of) => typeWithNull(spelling, each, of) }, asWritten(column), schema), ownCheck ? `CHECK (${serverSql(ownCheck.sql)})` : ""].filter(Boolean).join(" ");
}

/** The server says itself that a column of a row's life takes no NULL, and refuses the words. */
function asWritten(column: Column): Column {
  return column.facts?.rowPeriod ? { ...column, nullable: true } : column;
}

/**
 * A TIMESTAMP that does not say NULL may be NOT NULL with a default of its own, by the server's setting
 * explicit_defaults_for_timestamp. A generated column takes no NULL on MariaDB and is nullable without it.
 */
function typeWithNull(spelling: Spelling, column: Column, schema: Schema): string {
  const type = spelling.type(column, schema);
  const collation = column.collation;
  if (column.facts?.rowPeriod) return `${type} GENERATED ALWAYS AS ROW ${column.facts.rowPeriod.toUpperCase()}`;
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
export function indexSql(flavour: Flavour, index: Index): string {
  const method = index.type ?? index.method;
  const kind = index.unique ? "UNIQUE " : method && /^(?:fulltext|spatial)$/i.test(method) ? `${method.toUpperCase()} ` : "";
  const end = [index.parser && `WITH PARSER ${index.parser}`, index.comment !== undefined && `COMMENT ${textLiteral(index.comment)}`, index.invisible && flavour.ignoredIndex.word].filter(Boolean).map((each) => ` ${each as string}`).join("");
  const written: Index = { ...index, parts: index.parts.map((part) => ("expression" in part ? { ...part, expression: serverSql(part.expression) } : part)) };
  return `${kind}KEY ${quote(index.name)} (${indexPartsSql(quote, written, (collation) => `COLLATE ${quote(collation)}`)})${end}`;
}

export function uniqueSql(unique: Unique): string {
  return `UNIQUE KEY ${quote(unique.name)} (${keyColumns(unique)})`;
}

/** The columns of a key, and the period whose stretches must not overlap. */
export function keyColumns({ columns, withoutOverlaps }: Pick<Unique, "columns" | "withoutOverlaps">): string {
  return `${columnList(quote, columns)}${withoutOverlaps === undefined ? "" : `, ${quote(withoutOverlaps)} WITHOUT OVERLAPS`}`;
}
