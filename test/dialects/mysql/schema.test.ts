import { describe, expect, test } from "vitest";
import { mariadb } from "../../../src/dialects/mysql/index.ts";
import { bigint, binary, boolean, char, check, date, double, enumeration, foreignKey, index, integer, json, numeric, real, smallint, sql, sqlType, table, text, time, timestamp, timestamptz, unique, uniqueIndex, uuid, varchar } from "../../../src/models/index.ts";
import { emptySchema } from "../../../src/schema/types.ts";
import { openDatabase, unavailable } from "../../support/databases.ts";
import { creation, expectHolds, run, schemaOf } from "./support.ts";

const reason = await unavailable("mariadb");
const mood = enumeration("mood", ["sad", "it's ok", "back\\slash", "ü"]);

const everyType = table("every_type", {
  id: bigint().primaryKey().autoIncrement().comment("it's the id"),
  small: smallint().default(-5),
  whole: integer().notNull().default(7),
  big: bigint().default(9007199254740993n),
  exact: numeric(10, 2).default("1.50"),
  widest: numeric(),
  float: real().default(1.5),
  wide: double().default(1e10),
  yes: boolean().notNull().default(true),
  no: boolean().default(false),
  fixed: char(3).default("a'b"),
  one: char(),
  words: varchar(80).collate("utf8mb4_bin").default("back\\slash 'quote' \"double\" {$}"),
  emoji: varchar(80).default("😀 ü"),
  long: text().default("it's"),
  day: date().default(new Date(Date.UTC(2020, 0, 31))),
  clock: time(3).default("12:34:56.500"),
  moment: timestamp(6).default(new Date(Date.UTC(2020, 0, 31, 12, 34, 56, 789))),
  seconds: timestamp().notNull().defaultNow(),
  precise: timestamp(3).defaultNow(),
  zoned: timestamptz(3),
  zonedNow: timestamptz("zoned_now").notNull().defaultNow(),
  today: date().defaultNow(),
  key: uuid().default(sql`uuid()`),
  document: json().default({ a: [1, "it's", "😀"] }),
  bytes: binary(10).default(new Uint8Array([0, 255, 39, 92])),
  blob: binary().default(new Uint8Array([0, 255])),
  feeling: mood().default("it's ok"),
  computed: integer().generated(sql`small + whole * 2`),
  shown: varchar(100).generated(sql`concat(words, 'it''s', "emoji")`, { stored: false }).comment("shown"),
  expression: integer().default(sql`1 + 2`),
  nothing: integer().default(null as never),
  unsigned: sqlType("INT UNSIGNED").default("5"),
  year: sqlType("year(4)"),
  tiny: sqlType("tinytext"),
  set: sqlType("SET('a', 'b')"),
  touched: sqlType("TIMESTAMP ON UPDATE CURRENT_TIMESTAMP").notNull().default(sql`CURRENT_TIMESTAMP`),
}, { comment: "every type, it's all here" });

const people = table("people", {
  id: integer().primaryKey().identity({ start: 1000 }),
  email: varchar(120).notNull().unique(),
  Name: varchar(80).notNull(),
  age: integer().check(sql`age > 0`),
  bio: text(),
  bossId: integer("boss_id").references("people.id", { onDelete: "set null" }),
}, (t) => [
  unique("uq_name_age").on(t.Name, t.age),
  index().on(t.Name, t.age.desc()),
  index("ix_bio").on(t.bio.operatorClass("(20)")),
  index("ft_bio").on(t.bio).using("fulltext"),
  uniqueIndex("ux_age").on(t.age.desc(), t.email),
  check("ck_words", sql`Name <> 'it''s' AND (age IS NULL OR age BETWEEN 1 AND 150) AND NOT (email LIKE '%@example.org' OR email IN ('a', 'b'))`),
  check("ck_calls", sql`length(Name) > 1 AND lower(Name) <> upper(email) AND coalesce(age, 0) % 2 <> 3 AND char_length(email) >= 3 AND substring(email, 1, 1) <> '😀'`),
  check("age", sql`age < 200`),
  check("ck_case", sql`CASE WHEN age = 1 THEN TRUE ELSE email <> 'x\\\\y' END`),
]);

const letters = table("letters", {
  sender: integer().notNull(),
  receiver: integer().notNull().references(() => people.id, { onDelete: "cascade", onUpdate: "restrict" }),
  number: integer().notNull(),
  kind: varchar(10).notNull(),
}, (t) => [foreignKey("fk_sender").on(t.sender).references(() => people.id), index("ix_receiver_kind").on(t.receiver, t.kind)]);

describe.skipIf(reason)(`MariaDB keeps what is declared${reason ? ` (${reason})` : ""}`, () => {
  for (const [name, tables] of Object.entries({ "every type": [everyType], "keys, checks and indexes": [people, letters] })) {
    test(`${name}: what was created is what is read back`, async () => {
      const database = await openDatabase("mariadb");
      try {
        const schema = schemaOf(...tables);
        expect(mariadb.refuse(schema)).toEqual([]);
        await run(database, creation(schema), emptySchema);
        await expectHolds(database, schema);
        const read = await mariadb.readCatalogue(database.query);
        const again = await openDatabase("mariadb");
        try {
          await again.query("SET foreign_key_checks = 0");
          await run(again, creation(read), emptySchema);
          await expectHolds(again, schema);
        } finally {
          await again.close();
        }
      } finally {
        await database.close();
      }
    });
  }

  test("physical is its own physical", () => {
    const once = mariadb.physical(schemaOf(everyType, people, letters));
    expect(mariadb.physical(once)).toEqual(once);
  });

  test("ignored tables are left out", async () => {
    const database = await openDatabase("mariadb");
    try {
      await run(database, creation(schemaOf(people, letters)), emptySchema);
      expect(Object.keys((await mariadb.readCatalogue(database.query, { ignoreTables: ["letters"] })).tables)).toEqual(["people"]);
    } finally {
      await database.close();
    }
  });
});

