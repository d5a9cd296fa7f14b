import type { Column } from "../../schema/types.ts";
import { identityOf } from "./identity.ts";
import { quote, tableName, textLiteral } from "./quote.ts";

/**
 * Moves an identity's sequence past the largest value that rows hold, never back.
 * Values that rows bring themselves leave the sequence where it is, so that it would give them out again.
 */
export function sequencePast(table: string, column: Pick<Column, "name" | "identity" | "autoIncrement" | "type">): string {
  const identity = identityOf(column);
  const descending = (identity?.increment ?? 1) < 0;
  const sequence = `pg_get_serial_sequence(${textLiteral(tableName(table))}, ${textLiteral(column.name)})`;
  const [edge, further, beyond] = descending ? ["min", "LEAST", "<="] : ["max", "GREATEST", ">="];
  const first = identity?.start ?? (descending ? (identity?.maxValue ?? -1) : (identity?.minValue ?? 1));
  const extreme = `${edge}(${quote(column.name)})`;
  return `SELECT setval(${sequence}, ${further}(${extreme}, pg_sequence_last_value(${sequence}::regclass))) FROM ${tableName(table)} HAVING ${extreme} ${beyond} ${first}`;
}
