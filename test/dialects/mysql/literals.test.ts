import { Kysely, DummyDriver, MysqlAdapter, MysqlIntrospector, MysqlQueryCompiler } from "kysely";
import { describe, expect, test } from "vitest";
import { GravenError } from "../../../src/base/errors.ts";
import { mariadb, mysql } from "../../../src/dialects/mysql/index.ts";
import type { ColumnType } from "../../../src/schema/types.ts";
import { openDatabase, unavailable } from "../../support/databases.ts";
import { writableQuery } from "../../../src/runtime/query-text.ts";

const reason = await unavailable("mariadb");
const typed: readonly [name: string, column: string, type: ColumnType, value: unknown, read: string, expected: string | null][] = [
  ["quotes and backslashes", "VARCHAR(99)", { kind: "varchar", length: 99 }, "it's \"a\" \\ \\' \\n %_ \n\r\t\u001a", "hex(v)", Buffer.from("it's \"a\" \\ \\' \\n %_ \n\r\t\u001a").toString("hex").toUpperCase()],
  ["characters of four bytes", "VARCHAR(99)", { kind: "varchar", length: 99 }, "😀 ü 漢", "hex(v)", Buffer.from("😀 ü 漢").toString("hex").toUpperCase()],
  ["a moment", "DATETIME(6)", { kind: "timestamp", precision: 6 }, new Date(Date.UTC(2026, 0, 31, 23, 59, 59, 7)), "cast(v AS CHAR)", "2026-01-31 23:59:59.007000"],
  ["a moment as ISO text", "DATETIME(6)", { kind: "timestamp", precision: 6 }, "2026-01-31T23:59:59.123456Z", "cast(v AS CHAR)", "2026-01-31 23:59:59.123456"],
  ["a moment with an offset", "TIMESTAMP(3) NULL", { kind: "timestamptz", precision: 3 }, "2026-02-01T01:30:00.5+02:00", "cast(v AS CHAR)", "2026-01-31 23:30:00.500"],
  ["a local time as ISO text", "DATETIME", { kind: "timestamp" }, "2026-01-31T23:59", "cast(v AS CHAR)", "2026-01-31 23:59:00"],
  ["a date", "DATE", { kind: "date" }, new Date(Date.UTC(2026, 0, 31)), "cast(v AS CHAR)", "2026-01-31"],
  ["a time of day", "TIME(3)", { kind: "time", precision: 3 }, "12:34:56.789", "cast(v AS CHAR)", "12:34:56.789"],
  ["bytes", "LONGBLOB", { kind: "binary" }, new Uint8Array([0, 39, 92, 255]), "hex(v)", "00275CFF"],
  ["no bytes", "LONGBLOB", { kind: "binary" }, new Uint8Array(), "hex(v)", ""],
  ["JSON", "JSON", { kind: "json" }, { a: ["it's", "\\", "\"", "😀", null, 1.5, true] }, "hex(v)", Buffer.from(JSON.stringify({ a: ["it's", "\\", "\"", "😀", null, 1.5, true] })).toString("hex").toUpperCase()],
  ["a text as JSON", "JSON", { kind: "json" }, "it's", "cast(v AS CHAR)", '"it\'s"'],
  ["a big integer", "BIGINT", { kind: "bigint" }, 9223372036854775807n, "cast(v AS CHAR)", "9223372036854775807"],
  ["a small number", "DOUBLE", { kind: "double" }, 1.5e-10, "format(v * 1e12, 3)", "150.000"],
  ["truth", "TINYINT(1)", { kind: "boolean" }, true, "cast(v AS CHAR)", "1"],
  ["nothing", "INT", { kind: "integer" }, null, "cast(v AS CHAR)", null],
];

describe.skipIf(reason)(`a literal is the value it was made from${reason ? ` (${reason})` : ""}`, () => {
  test.each(typed)("%s", async (_, column, type, value, read, expected) => {
    const database = await openDatabase("mariadb");
    try {
      await database.query(`SET time_zone = '+00:00'; CREATE TABLE t (v ${column})`);
      await database.query(`INSERT INTO t VALUES (${mariadb.literal(value, type)})`);
      expect(await database.query(`SELECT ${read} AS v FROM t`)).toEqual([{ v: expected }]);
    } finally {
      await database.close();
    }
  });
});

test("what has no literal is refused", () => {
  for (const value of [NaN, Infinity, new Date(NaN), new Date(Date.UTC(12026, 0)), "a\0b", () => 1]) {
    expect(() => mysql.literal(value)).toThrow(GravenError);
  }
});

test("a query is compiled with its values as literals", () => {
  const builder = new Kysely<{ t: { a: string; b: number } }>({
    dialect: { createAdapter: () => new MysqlAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new MysqlIntrospector(db), createQueryCompiler: () => new MysqlQueryCompiler() },
  });
  const query = builder.updateTable("t").set({ a: "it's \\" }).where("b", "in", [1, 2]).limit(3).toOperationNode();
  expect(mysql.compile(writableQuery(query))).toBe("update `t` set `a` = 'it''s \\\\' where `b` in (1, 2) limit 3");
});
