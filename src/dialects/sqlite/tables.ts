import { splitKey } from "../../schema/key.ts";
import type { Schema, Table } from "../../schema/types.ts";
import { freeName } from "./free-name.ts";
import { lowered } from "./lower.ts";
import { throwRefused } from "./refuse.ts";
import { createIndexStatement, createTableStatement, quote } from "./spelling.ts";

/** A table with its indexes. Throws RUN-022 for what SQLite cannot have. */
export function createTableStatements(table: Table, schema: Schema): readonly string[] {
  throwRefused(table);
  return [createTableStatement(lowered(table, schema), schema), ...table.indexes.map((index) => createIndexStatement(table.name, index))];
}

/** Rewrites the name in views, triggers and other tables' foreign keys as well. */
export function renameTableStatements(from: string, to: string, schema: Schema): readonly string[] {
  const rename = (standing: string, name: string) => `ALTER TABLE ${quote(standing)} RENAME TO ${quote(name)}`;
  const [standing, name] = [splitKey(from).name, splitKey(to).name];
  if (standing.toLowerCase() !== name.toLowerCase()) return [rename(standing, name)];
  // SQLite takes two spellings of one name for the same, and refuses.
  const between = freeName(`_graven_${name}`, schema);
  return [rename(standing, between), rename(between, name)];
}
