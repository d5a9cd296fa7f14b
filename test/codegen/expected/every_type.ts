/**
 * every type
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   2013-10-11T16:36:34Z
 */
import {
  bigint,
  binary,
  boolean,
  char,
  date,
  double,
  enumeration,
  integer,
  interval,
  json,
  jsonb,
  numeric,
  real,
  smallint,
  sql,
  sqlType,
  table,
  text,
  time,
  timestamp,
  timestamptz,
  uuid,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "ok"]);
const everyType = table("every_type", {
  smallint: smallint().default(-1),
  integer: integer().identity({ generation: "always", start: 10, cycle: true }),
  bigint: bigint().default("9007199254740993"),
  numeric: numeric(10, 2).notNull().default("0.10"),
  numeric_plain: numeric(),
  real: real().default(NaN),
  double: double().default(1e300),
  boolean: boolean().notNull().default(false),
  boolean_of_number: boolean()
    .notNull()
    .default(1 as never),
  char: char(2),
  varchar: varchar(80).notNull().collate("C"),
  text: text().comment('say "hi"'),
  date: date().notNull().defaultNow(),
  time: time(3).defaultNow(),
  timestamp: timestamp().default(sql`now() + interval '1 day'`),
  timestamptz: timestamptz(0).notNull().defaultNow(),
  interval: interval(),
  uuid: uuid().default(sql`gen_random_uuid()`),
  json: json().default('{"a":[1]}'),
  jsonb: jsonb(),
  binary: binary(16).default(new Uint8Array([0, 255])),
  mood: mood().notNull().default("ok"),
  mood_of_old: mood()
    .notNull()
    .default("gone" as never),
  array: integer()
    .array()
    .array()
    .default([[1, 2]]),
  citext: sqlType("citext"),
  generated: integer().generated(sql`smallint + 1`, { stored: false }),
  column_1: integer("1"),
});

export function upgrade(op: Operations) {
  op.createTable(everyType);
}

export function downgrade(op: Operations) {
  op.dropTable("every_type");
}
