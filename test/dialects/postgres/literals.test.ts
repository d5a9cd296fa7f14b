import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { typeSql } from "../../../src/dialects/postgres/types.ts";
import type { ColumnType } from "../../../src/schema/types.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { writableQuery } from "../../../src/runtime/query-text.ts";

const text: ColumnType = { kind: "text" };
const nasty = ["", "it's", "''", "back\\slash", "\\'", "\n\r\t", "ü€😀", "$1 ? :x", "--", "/*", "{a,b}", 'q"q', "E'", " "];
const date = new Date("2024-02-29T23:59:59.123Z");

/** A value, its column's type, and the text that the server makes of it. */
const values: readonly (readonly [unknown, ColumnType | undefined, string | null])[] = [
  [null, text, null],
  [undefined, text, null],
  [0.1, { kind: "double" }, "0.1"],
  [-0, { kind: "integer" }, "0"],
  [1e21, { kind: "numeric" }, "1000000000000000000000"],
  [NaN, { kind: "double" }, "NaN"],
  [-Infinity, { kind: "real" }, "-Infinity"],
  [NaN, { kind: "numeric" }, "NaN"],
  [9223372036854775807n, { kind: "bigint" }, "9223372036854775807"],
  ["-9223372036854775808", { kind: "bigint" }, "-9223372036854775808"],
  ["123456789012345678901234567890.123456789", { kind: "numeric" }, "123456789012345678901234567890.123456789"],
  [true, { kind: "boolean" }, "true"],
  [date, { kind: "date" }, "2024-02-29"],
  [date, { kind: "time" }, "23:59:59.123"],
  [date, { kind: "timestamp" }, "2024-02-29 23:59:59.123"],
  [date, { kind: "timestamptz" }, "2024-02-29 23:59:59.123+00"],
  [new Date("2024-01-01T00:00:00Z"), undefined, "2024-01-01 00:00:00+00"],
  [new Date(Date.UTC(-43, 2, 15)), { kind: "date" }, "0044-03-15 BC"],
  [new Date("+012024-01-01T00:00:00Z"), { kind: "timestamp" }, "12024-01-01 00:00:00"],
  [new Uint8Array([0, 39, 92, 255]), { kind: "binary" }, "\\x00275cff"],
  [new Uint8Array(), { kind: "binary" }, "\\x"],
  ["ü", { kind: "binary" }, "\\xc3bc"],
  [{ a: "it's \\ \"q\"", b: [1, null] }, { kind: "json" }, '{"a":"it\'s \\\\ \\"q\\"","b":[1,null]}'],
  ["plain", { kind: "jsonb" }, '"plain"'],
  [[1, 2], { kind: "jsonb" }, "[1, 2]"],
  [[1, null, 3], { kind: "array", element: { kind: "integer" } }, "{1,NULL,3}"],
  [[], { kind: "array", element: { kind: "integer" } }, "{}"],
  [[[1, 2], [3, 4]], { kind: "array", element: { kind: "integer" } }, "{{1,2},{3,4}}"],
  [["a,b", 'c"d', "e\\f", "null", ""], { kind: "array", element: text }, '{"a,b","c\\"d","e\\\\f","null",""}'],
  [[{ a: 1 }], { kind: "array", element: { kind: "jsonb" } }, '{"{\\"a\\": 1}"}'],
  [[date], { kind: "array", element: { kind: "date" } }, "{2024-02-29}"],
  ["1 day", { kind: "interval" }, "1 day"],
];

for (const kind of ["pglite", "postgres"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(reason === undefined ? kind : `${kind} (skipped: ${reason})`, () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await openDatabase(kind);
      await database.query("SET TIME ZONE 'UTC'");
    });
    afterAll(async () => database?.close());
    const back = async (literal: string, type?: ColumnType) => {
      await database.query("DROP TABLE IF EXISTS v");
      await database.query(`CREATE TABLE v (v ${type ? typeSql(type) : "timestamptz"})`);
      await database.query(`INSERT INTO v VALUES (${literal})`);
      return (await database.query("SELECT v::text AS v FROM v"))[0]!["v"] as string | null;
    };

    test.each(values)("%o as %o comes back as %s", async (value, type, expected) => {
      expect(await back(postgres.literal(value, type), type)).toBe(expected);
    });

    test("texts come back character by character, alone and in lists", async () => {
      for (const value of nasty) expect(await back(postgres.literal(value, text), text)).toBe(value);
      const rows = await database.query(`SELECT ${postgres.literal(nasty, { kind: "array", element: text })} AS v`);
      expect(rows[0]!["v"]).toEqual(nasty);
    });

    test("any text and any double comes back as it was", async () => {
      const unicode = fc.string({ unit: "binary" }).filter((value) => !value.includes("\0"));
      await fc.assert(
        fc.asyncProperty(unicode, fc.double(), async (string, number) => {
          const [row] = await database.query(`SELECT ${postgres.literal(string)} AS string, (${postgres.literal(number)})::float8 AS number`);
          expect(row!["string"]).toBe(string);
          expect(row!["number"]).toBe(Object.is(number, -0) ? 0 : number);
        }),
        { numRuns: 100 },
      );
    });

    test("a query carries its values as literals", async () => {
      const kysely = new Kysely<{ v: { a: string; b: number } }>({
        dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (each) => new PostgresIntrospector(each), createQueryCompiler: () => new PostgresQueryCompiler() },
      });
      await database.query("DROP TABLE IF EXISTS v; CREATE TABLE v (a text, b integer)");
      const insert = kysely.insertInto("v").values({ a: "it's $1 ?", b: 3 });
      expect(postgres.compile(writableQuery(insert.toOperationNode()))).toBe(`insert into "v" ("a", "b") values ('it''s $1 ?', 3)`);
      await database.query(postgres.compile(writableQuery(insert.toOperationNode())));
      await database.query(postgres.compile(writableQuery(kysely.updateTable("v").set({ a: "x" }).where("b", "in", [3, 4]).toOperationNode())));
      expect(await database.query("SELECT a, b FROM v")).toEqual([{ a: "x", b: 3 }]);
    });
  });
}

test("what has no literal is refused", () => {
  expect(() => postgres.literal("a\0b")).toThrow("null byte");
  expect(() => postgres.literal(() => 1)).toThrow("function");
  expect(() => postgres.literal(new Date(NaN))).toThrow("invalid date");
});
