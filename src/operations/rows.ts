import type { ColumnType, Named } from "../schema/types.ts";
import { irreversible } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Rows by column name: JavaScript values (dates, bytes, big integers, JSON), `{ sql }`, or references to other rows. */
export type Rows = readonly { readonly [column: string]: unknown }[];

/** By which columns a row is found. */
export interface RowKey {
  readonly key: readonly string[];
  /** The rows are required ones: the models declare them, and snapshots keep them. */
  readonly required?: true;
  /** What becomes of a row that holds something else than this file says; absent, it is kept as it is, and reported. */
  readonly drift?: "overwrite" | "fail";
  /** Columns that are the users' once a row is there: they are not compared. */
  readonly ignore?: readonly string[];
}

/** A row with what it held before. */
export interface RowPair {
  readonly row: Rows[number];
  readonly former: Rows[number] | undefined;
}

/**
 * Rows with their former ones: those of the same key; where keys have changed, those at the same place. A row whose former one
 * has another key is found by that, and takes the new key.
 */
export function withFormer(rows: Rows, was: Rows | undefined, { key }: RowKey): readonly RowPair[] {
  // Of two rows with one key the first was written, and the second found it there.
  const byKey = new Map((was ?? []).toReversed().map((row) => [keyText(row, key), row]));
  const changesKeys = was?.length === rows.length && rows.some((row) => !byKey.has(keyText(row, key)));
  return rows.map((row, at) => ({ row, former: changesKeys ? was[at] : byKey.get(keyText(row, key)) }));
}

/** What the operations on rows that are found by a key have in common. */
export interface KeyedRows {
  readonly table: string;
  /** The types of the stub's columns, which say how a value is written. */
  readonly columns: Named<ColumnType>;
  readonly by: RowKey;
  readonly rows: Rows;
}

/** The parts of a row that find it, as text to compare by. */
export function keyText(row: Rows[number], key: readonly string[]): string {
  return JSON.stringify(key.map((column) => row[column]), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

/** The columns of those that rows use, with their types. */
export function columnsUsed(columns: Named<ColumnType>, ...lists: readonly Rows[]): Named<ColumnType> {
  const used = new Set(lists.flatMap((rows) => rows.flatMap((row) => Object.keys(row))));
  return Object.fromEntries(Object.entries(columns).filter(([name]) => used.has(name)));
}

/** Only the columns of the key. */
export function keysOf(rows: Rows, { key }: RowKey): Rows {
  return rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]])));
}

export function withoutFormer(table: string, verb: string): readonly Operation[] {
  return irreversible(`What the rows of "${table}" held before they were ${verb} is not in this file.`);
}
