import type { Column, Default, Index, Schema, Table } from "../../schema/types.ts";
import { splitKey } from "../../schema/key.ts";
import { columnSql, createTableSql, indexPartsSql, type Spelling } from "../ansi/table-sql.ts";
import { defaultLiteral } from "./literal.ts";
import { sqliteTokens } from "./tokens.ts";
import { declaredType } from "./types.ts";

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's key as SQL. There are no schemas, so the name is all of it. */
export const tableName = (key: string): string => quote(splitKey(key).name);

const spelling: Spelling = {
  quote,
  type: (column) => declaredType(column.type),
  defaultValue: (column) => defaultSql(column.default!, column),
  counter: () => "",
  collation: (collation) => `COLLATE ${quote(collation)}`,
  generated: ({ generated }) => `GENERATED ALWAYS AS (${generated.sql}) ${generated.storage.toUpperCase()}`,
};

/** A default as it stands after DEFAULT: words and literals plain, any other expression in brackets. */
export function defaultSql(value: Default, column: Pick<Column, "type">): string {
  if ("value" in value) return defaultLiteral(value.value, column.type);
  return isPlainDefault(value.sql) ? value.sql : `(${value.sql})`;
}

/** Whether an expression is a literal or one of the words that SQLite takes without brackets. */
function isPlainDefault(sql: string): boolean {
  return isLiteral(sql) || /^\s*CURRENT_(TIMESTAMP|DATE|TIME)\s*$/i.test(sql);
}

/** Whether an expression is one literal: a number, a string, bytes, NULL, TRUE or FALSE. */
export function isLiteral(sql: string): boolean {
  const [first, second, ...rest] = sqliteTokens(sql);
  if (!first || rest.length) return false;
  if (second) return (first.text === "-" || first.text === "+") && second.kind === "number";
  return first.kind === "number" || /^(x?'|null$|true$|false$)/i.test(first.text);
}

/** A column's definition, as ADD COLUMN has it. The column must be lowered. */
export function columnDefinition(column: Column, schema: Schema): string {
  return columnSql(spelling, column, schema);
}

/** CREATE TABLE for a lowered table, under its own name or another. Its indexes are statements of their own. */
export function createTableStatement(table: Table, schema: Schema, name: string = table.name): string {
  const counting = table.columns.find((column) => column.autoIncrement);
  const { withoutRowid, strict } = table.facts ?? {};
  // https://www.sqlite.org/lang_createtable.html
  const end = [withoutRowid ? "WITHOUT ROWID" : "", strict ? "STRICT" : ""].filter(Boolean).join(", ");
  const options = { name: quote(name), ...(end && { end: ` ${end}` }) };
  if (!counting || !table.primaryKey) return createTableSql(spelling, table, schema, options);
  // AUTOINCREMENT has no place but behind the column's own PRIMARY KEY.
  const { primaryKey, ...rest } = table;
  const key = `CONSTRAINT ${quote(primaryKey.name)} PRIMARY KEY AUTOINCREMENT`;
  const column = (each: Column) => [columnSql(spelling, each, schema), ...(each === counting ? [key] : [])].join(" ");
  return createTableSql(spelling, rest, schema, { ...options, column });
}

export function createIndexStatement(table: string, index: Index): string {
  const where = index.where === undefined ? "" : ` WHERE ${index.where}`;
  return `CREATE ${index.unique ? "UNIQUE " : ""}INDEX ${quote(index.name)} ON ${quote(table)} (${indexPartsSql(quote, index, spelling.collation)})${where}`;
}
