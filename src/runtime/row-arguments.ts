import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { isDeclaredReference, type DeclaredReference } from "../models/row-reference.ts";
import { declarationOf, type AnyTable } from "../models/table.ts";
import type { InsertKey } from "../operations/bulk-insert.ts";
import type { Rows } from "../operations/rows.ts";
import { keyOf } from "../schema/key.ts";
import { rowReference, type RowReference } from "../schema/row-reference.ts";
import type { ColumnType } from "../schema/types.ts";
import type { Arguments } from "./arguments.ts";

/** The columns of the stub that stands first. */
export function stubColumns(given: Arguments): { readonly [column: string]: ColumnType } {
  if (!given.stub) throw given.wrong("a stub of the table", `Declare what the rows need: const ${given.table?.replace(/\W/g, "_")} = table("${given.table}", { … });`);
  return Object.fromEntries(declarationOf(given.stub).columns.map((column) => [column.name, column.type]));
}

/** Rows, whose keys are the stub's properties, by column. */
export function rows(given: Arguments): Rows {
  return storedRows(given, given.take());
}

/** `{ key: "name" }`, by column; absent only where rows need no key. */
export function rowKey(given: Arguments): InsertKey | undefined {
  const value = given.take();
  if (value === undefined && given.kind === "bulkInsert") return undefined;
  if (typeof value !== "object" || value === null || !("key" in value)) throw given.wrong('{ key: "name" } after the stub');
  const { key, onConflict, required, drift, ignore = [], ...rest } = value as Readonly<Record<string, unknown>>;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined || (onConflict !== undefined && given.kind !== "bulkInsert")) throw given.wrong('{ key: "name" }', `"${stranger ?? "onConflict"}" is not understood here.`);
  if (onConflict !== undefined && !isOneOf(onConflict, ["adopt", "skip", "fail"])) throw given.wrong('"adopt", "skip" or "fail" as onConflict', "To overwrite rows that are there, use op.upsertRows.");
  if (drift !== undefined && !isOneOf(drift, ["keep", "overwrite", "fail"])) throw given.wrong('"keep", "overwrite" or "fail" as drift');
  const columns = columnNames(given.stub!);
  const found = namedColumns(given, Array.isArray(key) ? key : [key], columns, "its key");
  if (!found.length) throw given.wrong("at least one column as its key");
  const ignored = namedColumns(given, Array.isArray(ignore) ? ignore : [ignore], columns, "ignore");
  return {
    key: found,
    ...(required === true && { required }),
    ...(ignored.length && { ignore: ignored }),
    ...(drift !== undefined && drift !== "keep" && { drift }),
    ...(onConflict !== undefined && onConflict !== "adopt" && { onConflict }),
  };
}

function isOneOf<const Value extends string>(value: unknown, values: readonly Value[]): value is Value {
  return (values as readonly unknown[]).includes(value);
}

function namedColumns(given: Arguments, properties: readonly unknown[], columns: ReadonlyMap<string, string>, purpose: string): string[] {
  return properties.map((property) => {
    const column = columns.get(property as string);
    if (column === undefined) throw given.wrong(`columns of the stub as ${purpose}`, typeof property === "string" ? didYouMean(property, columns.keys()) : undefined);
    return column;
  });
}

/** `{ was: rows }` at the end. */
export function formerRows(given: Arguments): Rows | undefined {
  const value = given.take();
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null || Object.keys(value).some((key) => key !== "was") || !("was" in value)) throw given.wrong("{ was: rows } last");
  return storedRows(given, value.was);
}

function storedRows(given: Arguments, value: unknown): Rows {
  if (!Array.isArray(value)) throw given.wrong("a list of rows");
  const columns = columnNames(given.stub!);
  return value.map((row: unknown, index) => {
    if (typeof row !== "object" || row === null || Array.isArray(row)) throw given.wrong(`an object as row ${index + 1}`);
    return storedRow(row, columns, (property) => `Row ${index + 1} for table "${given.table}" has the key "${property}", which is no column of its stub.`);
  });
}

function storedRow(row: object, columns: ReadonlyMap<string, string>, unknown: (property: string) => string): Record<string, unknown> {
  if (isStored(row, columns)) return { ...row };
  const stored: Record<string, unknown> = {};
  for (const [property, cell] of Object.entries(row)) {
    const column = columns.get(property);
    if (column === undefined) throw new GravenError("DAT-001", unknown(property), { hint: didYouMean(property, columns.keys()) });
    if (cell !== undefined) stored[column] = isDeclaredReference(cell) ? storedReference(cell) : cell;
  }
  return stored;
}

/** Whether a row names columns as the database does and holds values only, as most do: it is copied whole, which many rows show. */
function isStored(row: object, columns: ReadonlyMap<string, string>): boolean {
  for (const [property, cell] of Object.entries(row)) if (cell === undefined || columns.get(property) !== property || isDeclaredReference(cell)) return false;
  return true;
}

function storedReference({ table, key, column }: DeclaredReference): RowReference {
  const declaration = declarationOf(table);
  const columns = columnNames(table);
  const name = keyOf(declaration);
  const stored = storedRow(key, columns, (property) => `A reference to table "${name}" has the key "${property}", which is no column of its stub.`);
  const found = column === undefined ? undefined : columns.get(column);
  if (found === undefined) throw new GravenError("DAT-001", `A reference to table "${name}" does not say which column it means.`, { hint: `Name it last, as in: ref(${name}, { … }, "id").` });
  const types = new Map(declaration.columns.map((each) => [each.name, each.type]));
  return rowReference({ table: name, column: found, columns: Object.fromEntries([found, ...Object.keys(stored)].map((each) => [each, types.get(each)!])), key: stored });
}

function columnNames(table: AnyTable): ReadonlyMap<string, string> {
  return new Map(declarationOf(table).columns.map((column) => [column.property, column.name]));
}
