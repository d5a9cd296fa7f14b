import { findTable } from "../schema/find.ts";
import type { Schema, Table } from "../schema/types.ts";
import type { BulkInsert } from "./bulk-insert.ts";
import type { DeleteRows } from "./delete-rows.ts";
import { keyFor } from "./required-rows.ts";

/** An insert without rows yet, for a person to fill in: of all columns that can be written, by a key of the table where it has one. Throws MOD-010 for a table that is not there. */
export function seedOperation(schema: Schema, table: string): BulkInsert {
  const { columns } = seedStub(schema, table);
  const key = keyFor(findTable(schema, table), []);
  return { kind: "bulkInsert", table, columns: Object.fromEntries(columns.map(({ name, type }) => [name, type])), rows: [], ...(key.length && { by: { key } }) };
}

/** What takes the rows back; nothing where no key finds them. */
export function undoSeed({ table, columns, by }: BulkInsert): readonly DeleteRows[] {
  return by ? [{ kind: "deleteRows", table, columns, by, rows: [] }] : [];
}

/** The table as its rows are written: columns with what they demand, and no constraints. */
export function seedStub(schema: Schema, table: string): Table {
  const found = findTable(schema, table);
  const { name, schema: namespace } = found;
  const columns = found.columns.filter(({ generated, identity }) => !generated && identity?.generation !== "always").map(({ name: column, type, nullable, default: given, autoIncrement, identity }) => ({ name: column, type, nullable, ...(given && { default: given }), ...(autoIncrement && { autoIncrement }), ...(identity && { identity }) }));
  return { name, ...(namespace !== undefined && { schema: namespace }), columns, uniques: [], foreignKeys: [], checks: [], indexes: [] };
}
