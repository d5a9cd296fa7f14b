import { bigint, binary, boolean, char, date, double, integer, json, jsonb, numeric, real, smallint, table, text, time, timestamp, timestamptz, uuid, varchar } from "graven/models";

export const sample = table("sample", {
  id: bigint().primaryKey(),
  small: smallint(),
  whole: integer().notNull().default(7),
  exact: numeric(12, 3).default("1.500"),
  single: real(),
  double: double(),
  yes: boolean().notNull().default(true),
  fixed: char(3),
  short: varchar(40).notNull().default("it's \\ \"quoted\""),
  long: text(),
  day: date(),
  clock: time(),
  moment: timestamp(3),
  instant: timestamptz(3),
  key: uuid(),
  document: json(),
  binaryDocument: jsonb("binary_document"),
  bytes: binary(),
  someBytes: binary("some_bytes", 16),
});
