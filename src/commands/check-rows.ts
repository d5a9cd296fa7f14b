import type { Dialect } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/connection.ts";
import type { RowOptions } from "../models/required-rows.ts";
import { driftOf } from "../runtime/inspect.ts";
import type { Schema } from "../schema/types.ts";
import { lookAtRows } from "../seeds/live-rows.ts";
import type { Finding } from "./check.ts";

/** The required rows that a database lacks, or holds otherwise than its revisions say. Tables that it lacks are told elsewhere. Nothing changes. */
export async function rowFindings(connection: Pick<Connection, "query">, dialect: Dialect, schema: Schema, actual: Schema, rowOptions: ReadonlyMap<string, Pick<RowOptions, "key" | "ignore">>): Promise<readonly Finding[]> {
  const stands = (table: string) => schema.tables[table]!.columns.every(({ name }) => actual.tables[table]?.columns.some((column) => column.name === name));
  const tables = Object.keys(schema.requiredRows);
  if (!tables.length || !tables.every(stands)) return [];
  const { steps } = dialect.plan(lookAtRows(schema, rowOptions), schema);
  const findings: Finding[] = [];
  for (const step of steps) {
    if (step.kind !== "inspect") continue;
    const drift = driftOf(step.inspection, await connection.query(step.query));
    if (!drift) continue;
    const finding = (code: string, row: string, what: string, hint: string): Finding => ({ code, message: `The required row of "${drift.table}" with ${row} ${what}.`, hint });
    findings.push(
      ...drift.missing.map((row) => finding("CHK-006", row, "is not in the database", "Insert it again, or remove it from requiredRows and write a revision.")),
      ...drift.changed.map((row) => finding("CHK-007", row, "was changed by hand", "Change it back, take the change into requiredRows, or name the column in its ignore.")),
    );
  }
  return findings;
}
