import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import type { Dialect, Step } from "../../src/dialects/dialect.ts";
import { openDatabase as connect } from "../../src/drivers/index.ts";
import type { Connection } from "../../src/drivers/connection.ts";
import { buildSchema } from "../../src/models/build.ts";
import { declarationOf, type AnyTable } from "../../src/models/table.ts";
import { runRevision, type RunEvent, type RunSettings } from "../../src/runtime/executor.ts";
import { ensureHistory, historyOf } from "../../src/runtime/history.ts";
import { printRevision } from "../../src/runtime/offline.ts";
import { planRevision, type RevisionWork } from "../../src/runtime/plan.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { bigint, binary, boolean, char, date, double, enumeration, integer, json, numeric, real, ref, smallint, sql, table, text, time, timestamp, timestamptz, uuid, varchar, type Operations } from "graven/revision";
import { databaseKinds, openDatabase, unavailable, type DatabaseKind, type TestDatabase } from "../support/databases.ts";

const dialects: Record<DatabaseKind, DialectName> = { sqlite: "sqlite", pglite: "postgres", postgres: "postgres", mariadb: "mariadb" };
const mood = enumeration("mood", ["sad", "it's ok"]);
const things = table("thing", {
  id: integer().primaryKey().autoIncrement(),
  small: smallint(),
  big: bigint(),
  price: numeric(12, 3),
  size: double(),
  part: real(),
  yes: boolean(),
  code: char(4),
  name: varchar(120),
  note: text().default("none"),
  day: date(),
  hour: time(),
  moment: timestamp(3),
  zoned: timestamptz(3),
  mark: uuid(),
  extra: json(),
  body: binary(),
  mood: mood(),
});

/** Values that a load could keep otherwise than a literal: each must come back the same. */
const oddTexts = ["it's", 'say "x"', "back\\slash\\", "tab\tline\nreturn\r", "\\N", "NULL", "", " padded ", "ünïcödé 🎉", ":x $1 ? %s {} ;--", "{1,2}", "a,b", "\u0001\u007f"];
const odd = (at: number) => ({
  small: at % 3 ? (at % 60_000) - 30_000 : null,
  big: at % 2 ? 9_007_199_254_740_993n + BigInt(at) : -at - 1,
  price: at % 2 ? `${at}.125` : at + 0.5,
  size: at / 3,
  part: at / 4,
  yes: at % 2 === 0,
  code: "ab",
  name: oddTexts[at % oddTexts.length]!,
  day: at % 2 ? "2024-02-29" : new Date(Date.UTC(2024, 1, 29)),
  hour: "12:34:56",
  moment: new Date(Date.UTC(2024, 0, 1, 0, 0, at % 60, at % 1000)),
  zoned: at % 2 ? new Date(Date.UTC(1999, 11, 31, 23, 59, 59, 5)) : "2024-06-01T12:00:00.250+02:00",
  mark: "6f1f5a9c-3f0a-4b8e-9d59-0b7a5a1c2d3e",
  extra: at % 2 ? { "it's": ["\\", "\n", at, null, "🎉"] } : [at],
  body: new Uint8Array([0, 39, 92, 255, at % 256]),
  mood: at % 2 ? "it's ok" as const : null,
});

const manyRows = (count: number) => Array.from({ length: count }, (_, at) => odd(at));

function workOf(dialect: Dialect, upgrade: (op: Operations) => void, present: AnyTable = things, revision = "b2"): RevisionWork {
  const { schema } = buildSchema([declarationOf(present)], [], dialect.naming);
  return { revision, direction: "upgrade", operations: record(upgrade), before: schema, history: historyOf(dialect), parents: [], checksum: "c0", toolVersion: "0.1.0", now: () => new Date("2026-01-31T12:00:00Z") };
}

for (const kind of databaseKinds) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(dialects[kind]);
  describe.skipIf(missing)(`many rows on ${kind}${missing ? ` (skipped: ${missing})` : ""}`, () => {
    let home: TestDatabase | undefined;
    let connection: Connection;
    beforeAll(async () => {
      home = kind === "postgres" || kind === "mariadb" ? await openDatabase(kind) : undefined;
      connection = await connect({ url: home?.url ?? (kind === "sqlite" ? "sqlite::memory:" : "pglite:") });
    });
    afterAll(async () => {
      await connection.close();
      await home?.close();
    });

    /** Empty tables and an empty history. */
    const opened = async (present: AnyTable = things) => {
      for (const sqlText of ["DROP TABLE IF EXISTS graven_revisions", "DROP TABLE IF EXISTS thing", "DROP TABLE IF EXISTS node", ...(dialect.name === "postgres" ? ["DROP TYPE IF EXISTS mood"] : [])]) await connection.execute(sqlText);
      await ensureHistory(connection, historyOf(dialect));
      const create = (op: Operations) => {
        op.createEnum("mood", ["sad", "it's ok"]);
        op.createTable(present as typeof things);
      };
      await runRevision(connection, dialect, { ...workOf(dialect, create, present, "a1"), before: emptySchema });
      return {
        run: (upgrade: (op: Operations) => void, settings: RunSettings = {}, revision = "b2") => runRevision(connection, dialect, { ...workOf(dialect, upgrade, present, revision), ...settings }),
        rows: async (columns: string) => (await connection.query(`SELECT ${columns} FROM ${declarationOf(present).name} ORDER BY 1`)).map((row) => JSON.parse(JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)))),
      };
    };

    test("a load leaves what the literals of offline SQL leave, value by value", async () => {
      const { run, rows } = await opened();
      const upgrade = (op: Operations) => op.bulkInsert(things, manyRows(2_600));
      const { steps } = planRevision(dialect, workOf(dialect, upgrade));
      expect(steps.map(({ kind: each }) => each)).toEqual(["load"]);
      expect((steps[0] as Extract<Step, { kind: "load" }>).load.runs).toHaveLength(1);
      const events: RunEvent[] = [];
      await run(upgrade, { onEvent: (event) => events.push(event) });
      expect(events.filter(({ kind: each }) => each === "progress")).toMatchObject([{ table: "thing", done: 2_000, total: 2_600 }, { done: 2_600, total: 2_600 }]);
      const loaded = await rows("*");
      expect(loaded).toHaveLength(2_600);
      expect(new Set(loaded.map(({ note }) => note))).toEqual(new Set(["none"]));
      await connection.execute(kind === "mariadb" ? "TRUNCATE thing" : kind === "sqlite" ? "DELETE FROM thing; DELETE FROM sqlite_sequence" : "TRUNCATE thing RESTART IDENTITY");
      const script = printRevision(dialect, workOf(dialect, upgrade, things, "c3"));
      expect(script.match(/INSERT INTO .thing. /g)).toHaveLength(6);
      await connection.execute(script);
      expect(await rows("*")).toEqual(loaded);
    });

    test("queries of op.execute write values by the stubs' types, online and offline, as a load does", async () => {
      const { run, rows } = await opened();
      const few = manyRows(30);
      const queries = (op: Operations) => op.execute({ thing: things }, (db) => few.map((row) => db.insertInto("thing").values(row as never)));
      await run((op) => op.bulkInsert(things, Array.from({ length: 1_000 }, (_, at) => few[at % 30]!)), {}, "b1");
      const loaded = (await rows("*")).slice(0, 30);
      const again = async () => {
        const found = (await rows("*")).slice(1_000);
        await connection.execute("DELETE FROM thing WHERE id > 1000");
        return found.map((row, at) => ({ ...row, id: at + 1 }));
      };
      await run(queries, {}, "b2");
      expect(await again()).toEqual(loaded);
      await connection.execute(printRevision(dialect, workOf(dialect, queries, things, "b3")));
      expect(await again()).toEqual(loaded);
      await run((op) => op.execute(things, (db) => db.updateTable("thing").set({ extra: ["it's", [1]] as never, day: new Date("2001-02-03T00:00:00Z"), name: "a\\" }).where("day", "=", new Date("2024-02-29T00:00:00Z") as never).where("id", "in", [1, 2])), {}, "b4");
      expect(await rows(`id, name${dialect.name === "postgres" ? ", extra->>0 AS first" : ", json_extract(extra, '$[1][0]') AS first"}`)).toMatchObject([{ id: 1, name: "a\\", first: dialect.name === "postgres" ? "it's" : expect.anything() }, { id: 2, name: "a\\" }, ...few.slice(2).map((row, at) => ({ id: at + 3, name: row.name })), ...Array.from({ length: 970 }, () => ({}))]);
    });

    test("nothing in a text of op.execute is a parameter", async () => {
      const { run, rows } = await opened();
      const text = `INSERT INTO thing (id, name) VALUES (1, ':x $1 ? ?? :1 @a %s {0}')`;
      await run((op) => op.execute(text));
      await connection.execute(printRevision(dialect, workOf(dialect, (op) => op.execute(text.replace("(1,", "(2,")), things, "c3")));
      expect(await rows("id, name")).toEqual([1, 2].map((id) => ({ id, name: ":x $1 ? ?? :1 @a %s {0}" })));
    });

    test("what a load would keep otherwise goes by statements: SQL, references, other types than the table's, texts for bytes", async () => {
      const { run, rows } = await opened();
      const loose = table("thing", { id: integer(), name: varchar(120), note: text(), body: binary(), price: text() });
      const many = (change: (at: number) => object) => (op: Operations) => op.bulkInsert(loose, Array.from({ length: 1_000 }, (_, at) => ({ id: at + 1, ...change(at) })));
      for (const [at, [change, columns, expected]] of Object.entries<[(at: number) => object, string, object]>({
        0: [(each) => ({ note: each === 999 ? sql`upper('it''s')` : "x" }), "id, note", { id: 1000, note: "IT'S" }],
        1: [(each) => ({ price: `${each}.5` }), "id, price", { id: 1000, price: expect.toSatisfy((price: unknown) => Number(price) === 999.5) }],
        2: [() => ({ name: "x", note: undefined }), "id, note", { id: 1000, note: "none" }],
      }).map(([key, value]) => [Number(key), value] as const)) {
        await run(many(change), {}, `r${at}`);
        expect((await rows(columns)).at(-1)).toMatchObject(expected);
        await run((op) => op.execute("DELETE FROM thing"), {}, `d${at}`);
      }
      await run(many(() => ({ body: "\\x6162" })), {}, "s1");
      expect((await rows(`id, ${kind === "sqlite" || kind === "mariadb" ? "hex(body)" : "encode(body, 'hex')"} AS body`)).at(-1)).toEqual({ id: 1000, body: "6162" });
    });

    test("rows that leave out different columns take their defaults", async () => {
      const { run, rows } = await opened();
      await run((op) => op.bulkInsert(things, Array.from({ length: 1_200 }, (_, at) => ({ id: at + 1, ...(at < 700 ? { name: "a" } : {}), ...(at % 2 && at > 1_190 ? { note: "own" } : {}) }))));
      const found = await rows("id, name, note");
      expect(found).toHaveLength(1_200);
      expect([found[0], found[699], found[700], found[1_191], found[1_199]]).toEqual([{ id: 1, name: "a", note: "none" }, { id: 700, name: "a", note: "none" }, { id: 701, name: null, note: "none" }, { id: 1192, name: null, note: "own" }, { id: 1200, name: null, note: "own" }]);
    });

    test("after given ids the database counts on from the largest", async () => {
      const { run, rows } = await opened();
      await run((op) => { op.bulkInsert(things, Array.from({ length: 1_000 }, (_, at) => ({ id: at + 5, name: "a" }))); op.bulkInsert(things, [{ name: "next" }]); });
      expect((await rows("id, name")).at(-1)).toEqual({ id: 1005, name: "next" });
    });

    test("what is refused is told, and leaves nothing of the revision", async () => {
      const { run, rows } = await opened();
      const twice = (op: Operations) => { op.bulkInsert(things, [{ id: 9_000, name: "first" }]); op.bulkInsert(things, Array.from({ length: 1_500 }, (_, at) => ({ id: at === 1_499 ? 1 : at + 1, name: "a" }))); };
      await expect(run(twice)).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^RUN-03[12]$/), message: expect.stringMatching(/insert 1500 rows into thing\): .*(?:unique|duplicate)/is) }));
      expect((await rows("id")).length).toBe(dialect.capabilities.transactionalDdl ? 0 : 1);
      expect(connection.inTransaction).toBe(false);
    });

    test("a run that is stopped in the middle leaves no row of it", async () => {
      const { run, rows } = await opened();
      const controller = new AbortController();
      await expect(run((op) => op.bulkInsert(things, manyRows(5_000)), { signal: controller.signal, onEvent: ({ kind: each }) => { if (each === "progress") controller.abort(); } })).rejects.toThrow(expect.objectContaining({ code: "RUN-034" }));
      expect(await rows("id")).toEqual([]);
    });

    test("outside the revision's transaction the rows stand or fall together", async () => {
      const { run, rows } = await opened();
      await run((op) => op.withoutTransaction(() => op.bulkInsert(things, Array.from({ length: 1_000 }, () => ({ name: "a" })))));
      expect(await rows("id")).toHaveLength(1_000);
    });

    test("a row that names one of the same table finds it", async () => {
      const node = table("node", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull().unique(), parent_id: integer() });
      const { run, rows } = await opened(node);
      await run((op) => op.bulkInsert(node, Array.from({ length: 1_000 }, (_, at) => ({ name: `n${at}`, ...(at === 999 && { parent_id: ref(node, { name: "n998" }, "id") }) }))));
      expect((await rows("id, name, parent_id")).at(-1)).toEqual({ id: 1000, name: "n999", parent_id: 999 });
    });

    if (kind === "postgres" || kind === "pglite") {
      test("rules of the table see the rows, as COPY would pass them by", async () => {
        const { rows } = await opened();
        const before = { ...workOf(dialect, () => {}).before, objects: { "rule quiet on thing": { kind: "rule", name: "quiet", table: "thing", event: "insert", action: "NOTHING", instead: true } as never } };
        await connection.execute("CREATE RULE quiet AS ON INSERT TO thing WHERE new.id < 900 DO INSTEAD NOTHING");
        await runRevision(connection, dialect, { ...workOf(dialect, (op) => op.bulkInsert(things, Array.from({ length: 1_000 }, (_, at) => ({ id: at + 1 })))), before });
        expect(await rows("id")).toHaveLength(101);
        });
    }

    if (kind === "mariadb") {
      test("what LOAD DATA notes and INSERT takes is inserted; a table that cannot roll back takes no row twice", async () => {
        const { run, rows } = await opened();
        const round = (op: Operations) => op.bulkInsert(things, Array.from({ length: 1_000 }, (_, at) => ({ id: at + 1, price: at === 0 ? "1.23456" : "1.5" })));
        await run(round);
        expect((await rows("id, price")).slice(0, 2)).toEqual([{ id: 1, price: "1.235" }, { id: 2, price: "1.500" }]);
        await connection.execute("DELETE FROM thing; ALTER TABLE thing ENGINE = MyISAM");
        await expect(run(round, {}, "c3")).rejects.toThrow(/truncated/i);
        expect(await rows("id")).toHaveLength(1_000);
        });

      test("backslashes mean the same where the server's mode takes them for themselves, online and offline", async () => {
        const { rows } = await opened();
        await connection.execute("SET GLOBAL sql_mode = CONCAT(@@GLOBAL.sql_mode, ',NO_BACKSLASH_ESCAPES')");
        try {
          const other = await connect({ url: home!.url! });
          const name = "back\\slash\\";
          await runRevision(other, dialect, workOf(dialect, (op) => {
            op.bulkInsert(things, [{ name }]);
            op.bulkInsert(things, Array.from({ length: 1_000 }, () => ({ name })));
          }));
          await other.close();
          const script = printRevision(dialect, workOf(dialect, (op) => op.bulkInsert(things, [{ name }]), things, "c3"));
          await connection.execute("SET SESSION sql_mode = @@GLOBAL.sql_mode");
          await connection.execute(script);
        } finally {
          await connection.execute("SET GLOBAL sql_mode = REPLACE(@@GLOBAL.sql_mode, 'NO_BACKSLASH_ESCAPES', '')");
        }
        expect(await rows("DISTINCT name")).toEqual([{ name: "back\\slash\\" }]);
        expect(await rows("id")).toHaveLength(1_002);
        });
    }
  });

  test(`every row is looked at before anything runs on ${kind}`, () => {
    const plan = (rows: readonly object[]) => () => dialect.plan([{ kind: "bulkInsert", table: "thing", columns: { id: { kind: "integer" }, name: { kind: "text" }, size: { kind: "double" } }, rows: rows as never }], emptySchema);
    const plain = Array.from({ length: 1_000 }, (_, id) => ({ id }));
    expect(plan([...plain, { id: 1, nme: "x" }])).toThrow(expect.objectContaining({ code: "DAT-001", message: expect.stringContaining("Row 1001") }));
    expect(plan([...plain, { name: "a\0b" }])).toThrow(expect.objectContaining({ code: "DAT-002", message: expect.stringContaining('Row 1001 for table "thing", column "name"') }));
    expect(plan([...plain, { name: () => "x" }])).toThrow(expect.objectContaining({ code: "DAT-002" }));
    if (dialect.name !== "postgres") expect(plan([...plain, { size: NaN }])).toThrow(expect.objectContaining({ code: "DAT-002" }));
  });
}
