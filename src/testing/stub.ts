import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { traceCall } from "../base/trace.ts";
import { ColumnBuilder } from "../models/column.ts";
import { table, type AnyTable } from "../models/table.ts";
import { enumOf } from "../schema/find.ts";
import type { Column, Schema } from "../schema/types.ts";

/** The stub of a table as it stands in a schema, with the names of the database as properties. Throws TST-005. */
export function stubOf(schema: Schema, key: string, subject: string): AnyTable {
  const found = schema.tables[key];
  if (!found) throw new GravenError("TST-005", `Table "${key}" does not stand ${subject}.`, { hint: didYouMean(key, Object.keys(schema.tables)) });
  const primary = found.primaryKey?.columns ?? [];
  const columns = Object.fromEntries(found.columns.map((column) => [column.name, new ColumnBuilder(declarationOf(column, schema, primary.length === 1 && primary[0] === column.name))]));
  return table(found.name, columns, found.schema === undefined ? {} : { schema: found.schema });
}

function declarationOf({ name, nullable, ...column }: Column, schema: Schema, isPrimary: boolean) {
  const trace = traceCall(declarationOf);
  const key = enumOf(column.type);
  const labels = key === undefined ? undefined : schema.enums[key];
  return { ...column, name, trace, ...(!nullable && { notNull: true as const }), ...(isPrimary && { primaryKey: {} }), ...(labels && { enumeration: { ...labels, trace } }) };
}
