import { Kysely, SqliteAdapter, DummyDriver, SqliteIntrospector, SqliteQueryCompiler, sql as raw } from "kysely";
import { expect, test } from "vitest";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import * as m from "../../../src/models/index.ts";
import type { Operation } from "../../../src/operations/index.ts";
import type { ColumnType } from "../../../src/schema/types.ts";
import { openDatabase } from "../../support/databases.ts";
import { databaseWith, runPlan, schemaOf } from "./support.ts";
import { writableQuery } from "../../../src/runtime/query-text.ts";

const moment = new Date("2024-02-29T23:59:58.120Z");

const literals: readonly (readonly [unknown, ColumnType | undefined, string, unknown])[] = [
  [null, undefined, "NULL", null],
  [undefined, { kind: "text" }, "NULL", null],
  ["it's; -- 'x'\n", { kind: "text" }, "'it''s; -- ''x''\n'", "it's; -- 'x'\n"],
  ["", undefined, "''", ""],
  [true, { kind: "boolean" }, "1", 1],
  [false, undefined, "0", 0],
  [-1.5, { kind: "double" }, "-1.5", -1.5],
  [1e21, { kind: "double" }, "1e+21", 1e21],
  [Infinity, { kind: "double" }, "9e999", Infinity],
  [-Infinity, undefined, "-9e999", -Infinity],
  [9007199254740991n, { kind: "bigint" }, "9007199254740991", 9007199254740991],
  [moment, undefined, "'2024-02-29 23:59:58.120'", "2024-02-29 23:59:58.120"],
  [moment, { kind: "timestamp" }, "'2024-02-29 23:59:58.120'", "2024-02-29 23:59:58.120"],
  [moment, { kind: "date" }, "'2024-02-29'", "2024-02-29"],
  [moment, { kind: "time" }, "'23:59:58.120'", "23:59:58.120"],
  [new Uint8Array([0, 255, 39]), { kind: "binary" }, "x'00ff27'", Buffer.from([0, 255, 39])],
  ["\\x0aff", { kind: "binary" }, "x'0aff'", Buffer.from([10, 255])],
  [{ a: [1, "it's"] }, { kind: "json" }, `'{"a":[1,"it''s"]}'`, `{"a":[1,"it's"]}`],
  [[1, 2], { kind: "jsonb" }, "'[1,2]'", "[1,2]"],
  ["text", { kind: "json" }, `'"text"'`, '"text"'],
];

test("literals are read as the values they stand for", async () => {
  const database = await openDatabase("sqlite");
  for (const [value, type, text, found] of literals) {
    expect(sqlite.literal(value, type)).toBe(text);
    expect(await database.query(`SELECT ${text} AS value`)).toEqual([{ value: found }]);
  }
});

test("what has no literal is refused", () => {
  for (const [value, type] of [[NaN], ["a\0b"], [[1], { kind: "array", element: { kind: "integer" } }], [2n ** 63n], [new Date(NaN)], [() => 1]] as [unknown, ColumnType?][]) {
    expect(() => sqlite.literal(value, type)).toThrow(expect.objectContaining({ code: "DAT-002" }));
  }
});

test("queries are compiled with their values as literals", () => {
  const db = new Kysely<{ account: { id: number; name: string | null; at: unknown } }>({
    dialect: { createAdapter: () => new SqliteAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (each) => new SqliteIntrospector(each), createQueryCompiler: () => new SqliteQueryCompiler() },
  });
  const query = db.updateTable("account").set({ name: "it's ?", at: moment }).where("id", "in", [1, 2]).where("name", "is", null);
  expect(sqlite.compile(writableQuery(query.toOperationNode()))).toBe(`update "account" set "name" = 'it''s ?', "at" = '2024-02-29 23:59:58.120' where "id" in (1, 2) and "name" is NULL`);
  expect(sqlite.compile(writableQuery(db.selectFrom("account").select(raw.lit("x").as("y")).limit(5).toOperationNode()))).toBe(`select 'x' as "y" from "account" limit 5`);
});

const item = m.table("item", { id: m.integer().primaryKey().autoIncrement(), name: m.text().default("none"), price: m.numeric(8, 2), data: m.json(), on: m.date() });
const schema = schemaOf(item);
const columns: Record<string, ColumnType> = { id: { kind: "integer" }, name: { kind: "text" }, price: { kind: "numeric" }, data: { kind: "json" }, on: { kind: "date" } };

test("rows are inserted, also such that say nothing; values are backfilled; queries and SQL run", async () => {
  const database = await databaseWith(schema);
  const operations: Operation[] = [
    { kind: "bulkInsert", table: "item", columns, rows: [{ name: "a", data: { x: 1 } }, { name: "b" }, {}, {}, { name: null, on: moment }, { id: 40, price: "1.50" }] },
    { kind: "backfill", table: "item", assignments: { set: { price: { sql: "id * 2" } } } },
    { kind: "execute", statements: [{ sql: "UPDATE item SET name = ':x ?' WHERE id = 1" }] },
    { kind: "run", callback: async (db: never) => void (await (db as { query(sql: string): Promise<unknown> }).query("DELETE FROM item WHERE id = 2")) },
  ];
  const plan = sqlite.plan(operations, schema);
  expect(plan.setup).toEqual([]);
  await runPlan(database, plan);
  expect(await database.query("SELECT * FROM item")).toEqual([
    { id: 1, name: ":x ?", price: 2, data: '{"x":1}', on: null },
    { id: 3, name: "none", price: 6, data: null, on: null },
    { id: 4, name: "none", price: 8, data: null, on: null },
    { id: 5, name: null, price: 10, data: null, on: "2024-02-29" },
    { id: 40, name: "none", price: 1.5, data: null, on: null },
  ]);
});

test("JSON and identifiers keep their text in columns", async () => {
  const kept = m.table("kept", { j: m.json(), jb: m.jsonb(), u: m.uuid(), at: m.timestamp(), d: m.date() });
  const database = await databaseWith(schemaOf(kept), `INSERT INTO kept VALUES ('1.0', '12', '00000000-0000-0000-0000-000000000001', '2024-01-01 00:00:00', '2024-01-01')`);
  expect(await database.query("SELECT * FROM kept")).toEqual([{ j: "1.0", jb: "12", u: "00000000-0000-0000-0000-000000000001", at: "2024-01-01 00:00:00", d: "2024-01-01" }]);
});

test("what cannot run says so", () => {
  const refused = (operation: Operation, code = "RUN-022") => expect(() => sqlite.plan([operation], schema)).toThrow(expect.objectContaining({ code }));
  refused({ kind: "createSchema", name: "auth" });
  refused({ kind: "renameTable", from: "item", to: "auth.item" });
  refused({ kind: "addColumn", table: "item", column: { name: "t", type: { kind: "interval" }, nullable: true } });
  refused({ kind: "alterColumn", table: "item", column: "name", changes: { type: { kind: "array", element: { kind: "text" } } } });
  refused({ kind: "createIndex", table: "item", index: { name: "x", parts: [{ column: "name", nulls: "first" }] } });
  refused({ kind: "todo", message: "decide" }, "RUN-020");
  refused({ kind: "irreversible", reason: "gone" }, "RUN-021");
});
