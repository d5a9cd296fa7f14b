/**
 * every portable type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  bigint,
  binary,
  boolean,
  char,
  date,
  double,
  integer,
  json,
  jsonb,
  numeric,
  real,
  smallint,
  table,
  text,
  time,
  timestamp,
  timestamptz,
  uuid,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const sample = table("sample", {
  id: bigint().primaryKey(),
  small: smallint(),
  whole: integer().notNull().default(7),
  exact: numeric(12, 3).default("1.500"),
  single: real(),
  double: double(),
  yes: boolean().notNull().default(true),
  fixed: char(3),
  short: varchar(40).notNull().default('it\'s \\ "quoted"'),
  long: text(),
  day: date(),
  clock: time(),
  moment: timestamp(3),
  instant: timestamptz(3),
  key: uuid(),
  document: json(),
  binary_document: jsonb(),
  bytes: binary(),
  some_bytes: binary(16),
});

export function upgrade(op: Operations) {
  op.createTable(sample);
}

export function downgrade(op: Operations) {
  op.dropTable("sample");
}
