import type { RowOperation } from "../../operations/index.ts";
import { keyText, withFormer, type Rows } from "../../operations/rows.ts";
import { isRowReference } from "../../schema/row-reference.ts";
import type { RowInspection } from "../dialect.ts";
import type { Statement } from "./compilers.ts";
import { conditionSql, holdsSql, type KeyedSpelling } from "./row-conditions.ts";

/** Rows in one query: SQLite takes 500 parts of a UNION. */
const ROWS_PER_QUERY = 100;

/** Queries that look at the rows before an operation writes them; none where nobody is told anything. */
export function inspectionsOf(spelling: KeyedSpelling, operation: RowOperation): Statement[] {
  const inspected = inspectedRows(operation);
  if (!inspected) return [];
  const { table, columns } = operation;
  const { key, drift = "keep" } = operation.by!;
  const ignore = operation.by!.ignore ?? [];
  const { finders, states, doing } = inspected;
  const cellsOf = (rows: Rows) => ({ table, columns, rows });
  const queries = finders.map((_, at) => {
    const held = states.flatMap((rows) => (rows[at] ? [holdsSql(spelling, cellsOf(rows as Rows), at, key, ignore)] : []));
    const same = held.includes("") ? "" : held.map((each) => (held.length > 1 ? `(${each})` : each)).join(" OR ");
    const differs = same && doing !== "insertNew" ? `CASE WHEN ${same} THEN 0 ELSE 1 END` : "0";
    return (position: number) => `SELECT ${position} AS position, ${differs} AS differs FROM ${spelling.tableName(table)} WHERE ${conditionSql(spelling, cellsOf(finders), { key }, at)}`;
  });
  return Array.from({ length: Math.ceil(queries.length / ROWS_PER_QUERY) }, (_, part) => {
    const from = part * ROWS_PER_QUERY;
    const some = queries.slice(from, from + ROWS_PER_QUERY);
    const inspection: RowInspection = { doing, table, policy: doing === "insertNew" ? "fail" : drift, rows: finders.slice(from, from + ROWS_PER_QUERY).map((row) => rowName(row, key)) };
    return { step: { kind: "inspect", query: some.map((query, position) => query(position)).join("\nUNION ALL "), inspection } };
  });
}

/** The rows by which an operation finds those that are there, and what these may hold without anybody being told. */
function inspectedRows(operation: RowOperation): { readonly finders: Rows; readonly states: readonly (readonly (Rows[number] | undefined)[])[]; readonly doing: RowInspection["doing"] } | undefined {
  const { by, rows } = operation;
  if (operation.kind === "bulkInsert") {
    const onConflict = operation.by?.onConflict;
    return !by || onConflict === "skip" ? undefined : { finders: rows, states: [rows], doing: onConflict === "fail" ? "insertNew" : "insert" };
  }
  if (operation.kind === "upsertRows" || !operation.was) return undefined;
  const pairs = withFormer(rows, operation.was, by!);
  const known = pairs.filter(({ former }) => former !== undefined);
  if (!known.length) return undefined;
  const finders = known.map(({ former }) => former!);
  // A row that holds the new values already was changed by hand to what is wanted.
  const wanted = known.map(({ row, former }) => (keyText(row, by!.key) === keyText(former!, by!.key) ? row : undefined));
  return operation.kind === "updateRows" ? { finders, states: [finders, wanted], doing: "update" } : { finders, states: [finders], doing: "delete" };
}

/** `name 'admin'`, for a sentence. */
function rowName(row: Rows[number], key: readonly string[]): string {
  return key.map((column) => `${column} ${JSON.stringify(row[column], (_, value: unknown) => (typeof value === "bigint" ? String(value) : isRowReference(value) ? value.ref.key : value))}`).join(", ");
}
