import { bigint, binary, boolean, char, check, date, double, enumeration, expression, foreignKey, index, integer, interval, json, jsonb, numeric, primaryKey, real, smallint, sql, sqlType, table, text, time, timestamp, timestamptz, unique, uniqueIndex, uuid, varchar } from "../../../src/models/index.ts";
import { schemaOf } from "./reality.ts";

export const mood = enumeration("mood", ["sad", "o'k", "happy"]);
export const role = enumeration("role", ["admin", "user"], { schema: "auth" });

export const kinds = table("kinds", {
  id: integer().primaryKey().autoIncrement(),
  tiny: smallint().notNull().default(-1),
  big: bigint().default("9007199254740993"),
  price: numeric(10, 2).notNull().default("0.50"),
  whole: numeric(5).default(3),
  exact: numeric(),
  single: real().default(1.5),
  twice: double().default(0),
  flag: boolean().notNull().default(false),
  code: char(3).default("abc"),
  letter: char(),
  name: varchar(80).notNull().default("it's"),
  loose: varchar(),
  body: text().collate("C"),
  day: date().default("2024-01-31"),
  today: date().defaultNow(),
  clock: time(3),
  at: timestamp(3).defaultNow(),
  moment: timestamp(6).default(new Date("2024-01-31T10:20:30Z")),
  zoned: timestamptz().notNull().default(sql`now()`),
  span: interval().default("1 day"),
  token: uuid().default(sql`gen_random_uuid()`),
  loosely: json().default({ a: [1, 2] }),
  data: jsonb().notNull().default({ b: 1, a: "x" }),
  bytes: binary(16).default(new Uint8Array([0, 39, 92, 255])),
  feeling: mood().notNull().default("o'k"),
  feelings: mood().array(),
  rank: role().default("user"),
  tags: varchar(10).array().default(["a b", 'c"d', "e,f"]),
  numbers: integer().array().notNull().default([]),
  address: sqlType("inet"),
  points: sqlType("int4 [ ]"),
  total: numeric(12, 2).generated(sql`price * 2`),
  upper_name: text().generated(sql`upper(name)`),
}, (t) => [
  check("kinds_price_check", sql`${t.price} >= 0 AND price < 1000.5`),
  check(sql`name <> '' and name like 'i%' or length(name) between 1 and 80`),
  check(sql`code in ('abc', 'def')`),
  check(sql`feeling != 'sad' OR flag`),
  check(sql`tiny in (-1, 0, 1) AND big > -5`),
  check(sql`day > '2000-01-01' and zoned is not null`),
  check(sql`kinds.whole is not distinct from 3 or not flag`),
  check(sql`name in ('it''s', 'other') or body ~ '^[a-z]+$' or name not in ('x', 'y')`),
  check(sql`case when flag then tiny > 0 else exact is null end`),
  check(sql`coalesce(exact, 0) >= 0 and coalesce(name, '') <> 'z' and data ->> 'a' is not null`),
  check(sql`extract(year from day) > 1999 and substring(name from 1 for 1) <> 'q' and trim(both from name) <> ''`),
  check(sql`position('q' in name) = 0 and twice > -1 and single <= 100 and (price + 1) * 2 > price - -1`),
  check(sql`name || 'x' <> code || body and loose ilike '%a' escape '!' and body similar to 'a%'`),
  check(sql`at > moment - interval '1 day' and zoned at time zone 'utc' > '2000-01-01'::timestamp`),
  check(sql`array_length(numbers, 1) is null or numbers[1] = any (array[1, 2]) and tags @> '{a}'`),
  check(sql`tiny::text <> '7' and cast(price as integer) % 2 = 0 and nullif(code, 'xyz') is not null`),
  index("ix_name_lower").on(sql`lower(name)`, t.price.desc()),
  uniqueIndex("ix_part").on(t.token).where(sql`flag and name <> 'gone'`).include(t.name, "price"),
  index("ix_data").on(t.data).using("gin"),
  index("ix_ops").on(t.name.operatorClass("varchar_pattern_ops"), t.body.collate("POSIX").desc().nullsLast(), t.day.nullsFirst(), t.at.desc().nullsFirst(), t.zoned.nullsLast()),
  index("ix_expr").on(expression(sql`coalesce(exact, 0) + 1`, { order: "desc" }), sql`(data ->> 'b')`),
  index("ix_hash").on(t.token).using("hash"),
  unique("kinds_null").on(t.day, t.code).nullsNotDistinct(),
  unique().on(t.id, t.tiny),
  unique().on(t.big).deferrable("initially deferred"),
], { comment: "All kinds of columns; it's a test" });

export const account = table("account", {
  id: bigint().identity({ generation: "always", start: 100, increment: 5, cache: 10, cycle: true }).primaryKey({ name: "pk_account" }),
  down: integer().identity({ increment: -1 }),
  kind: integer("kind_id").references(() => kinds.id, { onDelete: "cascade", onUpdate: "restrict" }).comment("which 'kind'"),
  parent: bigint().references("auth.account.id", { onDelete: "set null", deferrable: "initially deferred" }),
  tiny: smallint(),
  "Odd \"Name\"": text().check(sql`"Odd ""Name""" <> ''`),
}, (t) => [
  foreignKey("fk_pair").on(t.kind, t.tiny).references(() => [kinds.id, kinds.tiny], { match: "full", onUpdate: "cascade" }),
], { schema: "auth" });

export const pair = table("pair", { a: integer(), b: integer() }, (t) => [primaryKey().on(t.b, t.a)]);

export const richSchema = () => schemaOf([kinds, account, pair]);
