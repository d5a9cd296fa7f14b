import { GravenError } from "../../base/errors.ts";
import type { Backfill } from "../../operations/backfill.ts";
import { columnNamed } from "../../schema/find.ts";
import type { ColumnType, Schema } from "../../schema/types.ts";
import type { Batches } from "../dialect.ts";
import type { Statement } from "./compilers.ts";
import { backfillParts, backfillSql, type RowSpelling } from "./rows-sql.ts";

/** How a dialect gives a value of a key as the literal by which it is compared. */
export type KeyText = (column: string, type: ColumnType | undefined) => string;

/** One UPDATE, or batches by the primary key outside any transaction. Throws RUN-023 where there is no key to go by. */
export function backfillStatements(spelling: RowSpelling, keyText: KeyText, operation: Backfill, before: Schema): Statement[] {
  const { assignments, table } = operation;
  const whole = backfillSql(spelling, operation);
  if (assignments.batchSize === undefined) return [whole];
  const found = before.tables[table];
  if (!found?.primaryKey) throw new GravenError("RUN-023", `Table "${table}" has no primary key by which batches could go on.`, { hint: "Leave out batchSize, or give the table a primary key first." });
  const { columns } = found.primaryKey;
  const types = columns.map((column) => columnNamed(found, column)?.type);
  const quoted = columns.map(spelling.quote);
  const key = quoted.length > 1 ? `(${quoted.join(", ")})` : quoted[0]!;
  const valueOf = (reached: readonly string[]) => (reached.length > 1 ? `(${reached.join(", ")})` : reached[0]!);
  const name = spelling.tableName(table);
  const { head, where } = backfillParts(spelling, operation);
  const after = (reached: readonly string[] | undefined) => (reached ? ` AND ${key} > ${valueOf(reached)}` : "");
  const batches: Batches = {
    table,
    size: assignments.batchSize,
    pause: assignments.pause ?? 0,
    wholeSql: whole,
    countSql: (reached) => `SELECT count(*) AS total FROM ${name} WHERE (${where})${after(reached)}`,
    nextSql: (reached) => {
      const rows = `SELECT ${quoted.join(", ")} FROM ${name} WHERE (${where})${after(reached)} ORDER BY ${quoted.join(", ")} LIMIT ${assignments.batchSize}`;
      const texts = quoted.map((column, at) => `${keyText(column, types[at])} AS k${at}`);
      return `SELECT ${texts.join(", ")}, count(*) OVER () AS counted FROM (${rows}) AS batch ORDER BY ${quoted.map((column) => `${column} DESC`).join(", ")} LIMIT 1`;
    },
    updateSql: (reached, last) => `${head} WHERE (${where})${after(reached)} AND ${key} <= ${valueOf(last)}`,
  };
  return [{ step: { kind: "batches", batches } }];
}
