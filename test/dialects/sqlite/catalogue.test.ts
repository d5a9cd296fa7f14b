import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import * as m from "../../../src/models/index.ts";
import { openDatabase } from "../../support/databases.ts";
import { databaseWith, expectSchema, schemaOf } from "./support.ts";

const { sql } = m;

const mood = m.enumeration("mood", ["sad", "it's ok", "happy"]);
const parent = m.table("parent", { id: m.integer().primaryKey().autoIncrement(), code: m.varchar(10).notNull().unique() });
const every = m.table(
  "every thing",
  {
    id: m.bigint().primaryKey().identity(),
    small: m.smallint(),
    big: m.bigint().default(9007199254740993n),
    price: m.numeric(10, 2).notNull().default("1.50"),
    whole: m.numeric(5, 0),
    free: m.numeric(),
    r: m.real().default(1.5),
    d: m.double().default(Infinity),
    flag: m.boolean().notNull().default(true),
    c: m.char(3),
    v: m.varchar(80).default("it's"),
    vv: m.varchar(),
    t: m.text().collate("nocase"),
    day: m.date().default("2020-01-31"),
    clock: m.time(3),
    at: m.timestamp(6).notNull().defaultNow(),
    atz: m.timestamptz().default(new Date("2020-01-31T12:00:00.000Z")),
    u: m.uuid(),
    j: m.json().default({ a: 1 }),
    jb: m.jsonb(),
    bytes: m.binary(16).default(new Uint8Array([1, 255])),
    feeling: mood().notNull().default("it's ok"),
    "odd name": m.integer().default(sql`(1 + 1)`),
    computed: m.text().generated(sql`lower(v) || 'x'`),
    virtual: m.integer().generated(sql`small + 1`, { stored: false }),
    raw: m.sqlType("GEOMETRY(2)"),
    parentId: m.integer("parent_id").references(() => parent.id, { onDelete: "cascade", onUpdate: "set null", deferrable: "initially deferred" }),
    self: m.bigint().references("every thing.id", { onDelete: "restrict" }),
  },
  (t) => [
    m.unique().on(t.small, t.big),
    m.check("positive", sql`${t.price} > 0 AND (flag = 1 OR price <> 2)`),
    m.check(sql`length(v) < 100`),
    m.index().on(t.small.desc(), t.v),
    m.index("partial").on(t.at).where(sql`flag = 1`),
    m.uniqueIndex("lowered").on(sql`lower(v)`, t["odd name"]),
  ],
);
const pairs = m.table("pairs", { a: m.integer().notNull(), b: m.text().notNull() }, (t) => [m.primaryKey("pairs_key").on(t.b, t.a)]);
const pointing = m.table("pointing", { a: m.integer(), b: m.text() }, (t) => [m.foreignKey().on(t.b, t.a).references(() => [pairs.b, pairs.a])]);

test("a schema of everything is read back as it was declared", async () => {
  const schema = schemaOf(parent, every, pairs, pointing);
  expect(sqlite.refuse(schema)).toEqual([]);
  const database = await databaseWith(schema);
  await expectSchema(database, schema);
  // What was read is a schema of its own, and makes the same database again.
  const read = await sqlite.readCatalogue(database.query);
  await expectSchema(await databaseWith(read), schema);
});

test("DDL that people write by hand is read", async () => {
  const database = await openDatabase("sqlite");
  await database.query(`CREATE TABLE parent (a INT, b text, PRIMARY KEY (A, b))`);
  await database.query(`create table IF NOT EXISTS [my table] (
    -- a comment, with a comma
    [Id] INTEGER PRIMARY KEY ASC AUTOINCREMENT NOT NULL, /* CHECK (x) */
    "name" nvarchar ( 160 ) not null default ('a,b') UNIQUE ON CONFLICT IGNORE COLLATE nocase,
    \`n\` integer CHECK (n > 0) CONSTRAINT named CHECK ((n) < 10) DEFAULT -1 references Parent,
    untyped,
    total AS (n * 2),
    p INT, q TEXT DEFAULT NULL,
    UNIQUE (NAME, n),
    CONSTRAINT fk FOREIGN KEY (p, Q) REFERENCES PARENT ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL NOT DEFERRABLE INITIALLY DEFERRED
    CHECK (p != q) FOREIGN KEY (p, q) REFERENCES parent(A, B) DEFERRABLE
  )`);
  await database.query(`CREATE UNIQUE INDEX if not exists ix ON [my table]([name] COLLATE binary DESC, (n + 1), lower(q) asc) WHERE n IS NOT NULL AND q <> ')'`);
  await database.query(`CREATE VIRTUAL TABLE search USING fts5(body)`);
  await database.query(`CREATE VIEW v AS SELECT 1`);
  const { tables } = await sqlite.readCatalogue(database.query, { ignoreTables: ["elsewhere"] });
  expect(Object.keys(tables)).toEqual(["parent", "my table"]);
  expect(tables["my table"]).toEqual({
    name: "my table",
    columns: [
      { name: "Id", type: { kind: "integer" }, nullable: false, autoIncrement: true },
      { name: "name", type: { kind: "sql", sql: "nvarchar ( 160 )" }, nullable: false, default: { value: "a,b" }, collation: "nocase" },
      { name: "n", type: { kind: "integer" }, nullable: true, default: { value: -1 } },
      { name: "untyped", type: { kind: "sql", sql: "" }, nullable: true },
      { name: "total", type: { kind: "sql", sql: "" }, nullable: true, generated: { sql: "n * 2", storage: "virtual" } },
      { name: "p", type: { kind: "integer" }, nullable: true },
      { name: "q", type: { kind: "text" }, nullable: true, default: { sql: "NULL" } },
    ],
    primaryKey: { name: "my table_pkey", columns: ["Id"] },
    uniques: [
      { name: "my table_name_key", columns: ["name"] },
      { name: "my table_name_n_key", columns: ["name", "n"] },
    ],
    foreignKeys: [
      { name: "my table_n_fkey", columns: ["n"], references: { table: "parent", columns: ["a", "b"] } },
      { name: "fk", columns: ["p", "q"], references: { table: "parent", columns: ["a", "b"] }, onDelete: "set null" },
      { name: "my table_p_q_fkey", columns: ["p", "q"], references: { table: "parent", columns: ["a", "b"] }, deferrable: "initially immediate" },
    ],
    checks: [
      { name: "my table_n_check", sql: "n > 0" },
      { name: "named", sql: "(n) < 10" },
      { name: "my table_check", sql: "p != q" },
    ],
    indexes: [{ name: "ix", parts: [{ column: "name", order: "desc", collation: "binary" }, { expression: "n + 1" }, { expression: "lower(q)" }], unique: true, where: "n IS NOT NULL AND q <> ')'" }],
  });
});

test("tables to ignore are left out", async () => {
  const database = await databaseWith(schemaOf(parent, pairs));
  expect(Object.keys((await sqlite.readCatalogue(database.query, { ignoreTables: ["pairs"] })).tables)).toEqual(["parent"]);
});

describe.each(["chinook", "sakila"])("the %s database", (name) => {
  const file = new URL(`../../../../shared/corpora/${name}/sqlite.sql`, import.meta.url);
  test("is read, made again and read back equal", async (context) => {
    if (!existsSync(file)) context.skip(`the corpus ${name} is not here`);
    const database = await openDatabase("sqlite");
    await database.query("PRAGMA foreign_keys = OFF");
    await database.query(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
    const read = await sqlite.readCatalogue(database.query);
    expect(Object.keys(read.tables).length).toBeGreaterThan(10);
    await expectSchema(await databaseWith(read), read);
  });
});
