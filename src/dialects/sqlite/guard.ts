import type { Schema, Table } from "../../schema/types.ts";
import { freeName } from "./free-name.ts";
import { literal } from "./literal.ts";
import { quote } from "./spelling.ts";

/**
 * Statements that fail when a table holds more than its definition says: columns that somebody added by hand, STRICT or WITHOUT ROWID.
 * A rebuild would lose those without a word. SQLite has no statement that raises an error, so a CHECK does, and its name is the message.
 */
export function guardStatements(standing: Table, schema: Schema): readonly string[] {
  const guard = quote(freeName("_graven_guard", schema));
  const message = `table "${standing.name}" has columns or options (STRICT, WITHOUT ROWID) that the schema does not know, and a rebuild would lose them`;
  const name = literal(standing.name);
  const columns = standing.columns.map((column) => literal(column.name)).join(", ");
  return [
    `CREATE TABLE ${guard} (unknown INTEGER CONSTRAINT ${quote(message)} CHECK (unknown = 0))`,
    `INSERT INTO ${guard} SELECT count(*) FROM pragma_table_xinfo(${name}) WHERE name COLLATE NOCASE NOT IN (${columns})\nUNION ALL SELECT ${standing.facts?.withoutRowid ? "(wr <> 1)" : "wr"} + ${standing.facts?.strict ? "(strict <> 1)" : "strict"} FROM pragma_table_list WHERE schema = 'main' AND name = ${name} COLLATE NOCASE`,
    `DROP TABLE ${guard}`,
  ];
}

/**
 * SQLite's own DROP COLUMN refuses when a view or trigger still names the column; a rebuild would leave those broken. Renaming any
 * table makes SQLite read them all, so a table made for it is renamed.
 */
export function schemaTest(schema: Schema): readonly string[] {
  const [first, second] = [quote(freeName("_graven_test", schema)), quote(freeName("_graven_tested", schema))];
  return [`CREATE TABLE ${first} (id INTEGER)`, `ALTER TABLE ${first} RENAME TO ${second}`, `DROP TABLE ${second}`];
}
