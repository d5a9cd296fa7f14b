import { findEnum } from "../schema/find.ts";
import type { ColumnType, ColumnTypeKind, Schema } from "../schema/types.ts";

const values: { readonly [K in ColumnTypeKind]: string | undefined } = {
  smallint: "0",
  integer: "0",
  bigint: "0",
  numeric: "0",
  real: "0",
  double: "0",
  boolean: "false",
  char: "''",
  varchar: "''",
  text: "''",
  date: "'1970-01-01'",
  time: "'00:00:00'",
  timestamp: "'1970-01-01 00:00:00'",
  timestamptz: "'1970-01-01 00:00:00'",
  interval: "'0'",
  uuid: "'00000000-0000-0000-0000-000000000000'",
  json: "'null'",
  jsonb: "'null'",
  binary: "''",
  enum: undefined,
  array: "'{}'",
  sql: undefined,
};

/** SQL, the same on every database, for a value that stands for "nothing known" where NULL may not stand; `undefined` where none does. */
export function neutralValue(type: ColumnType, schema: Schema): string | undefined {
  if (type.kind !== "enum") return values[type.kind];
  const [first] = findEnum(schema, type.name).labels;
  return first === undefined ? undefined : `'${first.replaceAll("'", "''")}'`;
}
