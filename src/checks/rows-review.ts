import { isRowOperation, type Operation } from "../operations/index.ts";
import { withFormer } from "../operations/rows.ts";
import { isRowReference } from "../schema/row-reference.ts";

/** Rows that a revision writes, as a table. A cell that an update changes shows what was and what comes. */
export interface RowsReview {
  readonly table: string;
  readonly change: "inserted" | "updated" | "deleted" | "upserted";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
}

const ROWS_SHOWN = 20;
const changes = { bulkInsert: "inserted", updateRows: "updated", deleteRows: "deleted", upsertRows: "upserted" } as const;

/** The rows of an operation that writes some, the first ones of many. */
export function rowsReview(operation: Operation): RowsReview[] {
  if (!isRowOperation(operation)) return [];
  const columns = [...new Set(operation.rows.flatMap((row) => Object.keys(row)))];
  const pairs = operation.kind === "updateRows" ? withFormer(operation.rows, operation.was, operation.by) : operation.rows.map((row) => ({ row, former: undefined }));
  const shown = pairs.slice(0, ROWS_SHOWN).map(({ row, former }) => columns.map((column) => changedText(former?.[column], row[column])));
  return [{ table: operation.table, change: changes[operation.kind], columns, rows: shown, more: operation.rows.length - shown.length }];
}

function changedText(former: unknown, value: unknown): string {
  const [before, after] = [cellText(former), cellText(value)];
  return former === undefined || value === undefined || before === after ? after : `${before} → ${after}`;
}

function cellText(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `0x${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  if (isRowReference(value)) return `${value.ref.table}(${Object.entries(value.ref.key).map(([column, each]) => `${column} = ${cellText(each)}`).join(", ")})`;
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));
}
