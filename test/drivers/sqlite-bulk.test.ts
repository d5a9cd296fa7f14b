import { afterEach, beforeEach, expect, test } from "vitest";
import type { Connection } from "../../src/drivers/connection.ts";
import { openDatabase } from "../../src/drivers/index.ts";

let connection: Connection;
beforeEach(async () => {
  connection = await openDatabase({ url: "sqlite::memory:" });
  await connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE)");
  await connection.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id), n INTEGER CHECK (n < 1000))");
});
afterEach(() => connection.close());

const integer = { kind: "integer" } as const;
const columns = { parent: [{ name: '"id"', type: integer }, { name: '"code"', type: { kind: "text" } as const }], child: [{ name: '"id"', type: integer }, { name: '"parent_id"', type: integer }, { name: '"n"', type: integer }] };
const counted = async (sql: string) => Object.values((await connection.query(sql))[0]!).map(Number);

/** Rows 0 to `count`, in writes of their own lengths. */
async function load(table: keyof typeof columns, counts: readonly number[], value: (column: number, row: number) => unknown): Promise<void> {
  const open = await connection.bulk!.open({ table: `"${table}"`, columns: columns[table] });
  let done = 0;
  for (const count of counts) {
    await open.write(columns[table].map((_, column) => Array.from({ length: count }, (_, row) => value(column, done + row))), count);
    done += count;
  }
  await open.end();
}

const parentRow = (column: number, row: number) => (column ? `code ${row}` : row);

test("every row goes in once and in order, whatever the length of a write", async () => {
  await load("parent", [1, 99, 100, 101, 250, 0, 3], parentRow);
  expect(await counted("SELECT count(*), count(DISTINCT code), min(id), max(id) FROM parent")).toEqual([554, 554, 0, 553]);
  await load("child", [333], (column, row) => [row, row, row][column]);
  expect(await counted("SELECT count(*), sum(parent_id = id AND n = id) FROM child")).toEqual([333, 333]);
});

test("constraints hold for each row, and the transaction stands until it is taken back", async () => {
  await connection.begin();
  await expect(load("parent", [500], (column, row) => (column ? `code ${row % 457}` : row))).rejects.toThrow("UNIQUE constraint failed: parent.code");
  await connection.rollback();
  expect(await counted("SELECT count(*) FROM parent")).toEqual([0]);
  await load("parent", [500], parentRow);
  for (const [wrong, message] of [[[1, 777, 1], "FOREIGN KEY constraint failed"], [[1, 1, 5000], "CHECK constraint failed"], [[1, null, 1], "NOT NULL constraint failed"]] as const) {
    await connection.begin();
    await expect(load("child", [500], (column, row) => (row === 456 && column ? wrong[column] : [row, row, row][column]))).rejects.toThrow(message);
    await connection.rollback();
  }
  expect(await counted("SELECT count(*) FROM child")).toEqual([0]);
});

test("a trigger keeps what it says of conflicts", async () => {
  await connection.execute("CREATE TABLE seen (code TEXT PRIMARY KEY)");
  await connection.execute("CREATE TRIGGER note AFTER INSERT ON Parent BEGIN INSERT OR IGNORE INTO seen VALUES (substr(new.code, 1, 6)); END");
  await load("parent", [500], parentRow);
  expect(await counted("SELECT (SELECT count(*) FROM parent), (SELECT count(*) FROM seen)")).toEqual([500, 10]);
});

test("rows of a table with foreign keys and an index, and of itself", async () => {
  await connection.execute("DROP TABLE child");
  await connection.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES child (id), n INTEGER)");
  for (const index of ["", "CREATE INDEX child_parent ON child (parent_id)"]) {
    if (index) await connection.execute(index);
    await connection.execute("DELETE FROM child");
    await load("child", [1000], (column, row) => [row, row ? row >> 1 : null, row][column]);
    expect(await counted("SELECT count(*), count(parent_id) FROM child")).toEqual([1000, 999]);
    await connection.begin();
    await expect(load("child", [500], (column, row) => [5000 + row, row === 300 ? 9999 : 1, 1][column])).rejects.toThrow("FOREIGN KEY constraint failed");
    await connection.rollback();
  }
});
