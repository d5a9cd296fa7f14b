import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Kysely, DummyDriver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import { expect, test } from "vitest";
import { buildSchema, frozenNaming } from "../../src/models/build.ts";
import { declarationOf } from "../../src/models/table.ts";
import { record } from "../../src/runtime/recorder.ts";
import { downgrade, upgrade } from "./operations.ts";
import { account, parts, queries } from "./rows.ts";

test("the types of rows, databases and operations are what the files here say", () => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", fileURLToPath(new URL("./tsconfig.json", import.meta.url))], { encoding: "utf8" });
  expect(stdout).toBe("");
});

test("queries typed by the models name the columns of the database", () => {
  const db = new Kysely<any>({ dialect: { createAdapter: () => new SqliteAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (each) => new SqliteIntrospector(each), createQueryCompiler: () => new SqliteQueryCompiler() } });
  expect(queries(db).slice(0, 3).map((query) => query.compile().sql)).toEqual([
    'select "account_code", "created_at" from "account" where "feeling" = ?',
    'insert into "account" ("account_code", "tags", "shape") values (?, ?, ?)',
    'update "Country" set "uu-id" = ? where "code" = ?',
  ]);
});

test("a part that names no column is refused with a place, as models run without the compiler", () => {
  expect(() => buildSchema([account, parts].map(declarationOf), [], frozenNaming)).toThrow(expect.objectContaining({ code: "MOD-003" }));
});

test("rows are recorded under the names of their columns, and queries as what they were built to", () => {
  const recorded = record(upgrade as never).map(({ operation }) => operation);
  expect(recorded.slice(0, 3)).toMatchObject([
    { kind: "bulkInsert", table: "job", rows: [{ title: "a" }, { id: 5, title: "b", done_at: new Date(0), mood: null }] },
    { kind: "createTable", table: { name: "tag" } },
    { kind: "bulkInsert", table: "tag", rows: [{ label_text: "new" }] },
  ]);
  expect(recorded.map(({ kind }) => kind).slice(3)).toEqual(["createTable", "bulkInsert", "execute", "execute", "execute", "execute", "run"]);
  expect(record(downgrade as never).map(({ operation }) => operation)).toEqual([{ kind: "dropTable", table: "job" }, { kind: "dropTable", table: "person" }]);
});
