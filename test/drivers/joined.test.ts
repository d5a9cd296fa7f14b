import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../src/drivers/connection.ts";
import { givenConnection } from "../../src/drivers/given.ts";
import { openDatabase, unavailable, type TestDatabase } from "../support/databases.ts";

const reason = await unavailable("postgres");

describe.skipIf(reason !== undefined)("a transaction on PostgreSQL travels with its first and its last statement", () => {
  let database: TestDatabase;
  let client: pg.Client;
  let connection: Connection;
  const sent: string[] = [];

  beforeEach(async () => {
    database = await openDatabase("postgres");
    const url = new URL(database.url!);
    client = new pg.Client({ host: url.searchParams.get("host") ?? url.hostname, database: url.pathname.slice(1), user: url.username || process.env["USER"] || "root" });
    await client.connect();
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((text: unknown, ...rest: unknown[]) => {
      const message = typeof text === "object" && text !== null && "text" in text && !("values" in text) ? text.text : text;
      if (typeof message === "string") sent.push(message);
      return query(text, ...rest);
    }) as never;
    ({ connection } = await givenConnection(client));
    await connection.execute("CREATE TABLE tag (id integer PRIMARY KEY, parent integer REFERENCES tag DEFERRABLE INITIALLY DEFERRED)");
    sent.length = 0;
  });
  afterEach(async () => {
    await client.end();
    await database.close();
  });

  const ids = async () => (await database.query("SELECT id FROM tag ORDER BY id")).map(({ id }) => id as number);

  test("in two messages", async () => {
    await connection.begin();
    expect([connection.inTransaction, sent]).toEqual([true, []]);
    await connection.execute("INSERT INTO tag VALUES (1)");
    expect(await ids()).toEqual([]);
    await connection.commit("INSERT INTO tag VALUES (2)");
    expect([connection.inTransaction, sent]).toEqual([false, ["BEGIN;\nINSERT INTO tag VALUES (1)", "INSERT INTO tag VALUES (2);\nCOMMIT"]]);
    expect(await ids()).toEqual([1, 2]);
  });

  test("with a statement that comes first of all", async () => {
    await connection.begin("SET LOCAL synchronous_commit = off");
    await connection.execute("INSERT INTO tag VALUES (1)");
    await connection.commit();
    const done: string[] = [];
    await connection.begin("SET LOCAL synchronous_commit = off");
    await connection.finish("INSERT INTO tag VALUES (2)", "INSERT INTO tag VALUES (3)", () => void done.push("second"));
    await connection.begin("SET LOCAL synchronous_commit = off");
    await connection.rollback();
    await connection.execute("INSERT INTO tag VALUES (4)");
    const begin = "BEGIN;\nSET LOCAL synchronous_commit = off;\n";
    expect([sent, done]).toEqual([[`${begin}INSERT INTO tag VALUES (1)`, "COMMIT", `${begin}INSERT INTO tag VALUES (2);\nINSERT INTO tag VALUES (3);\nCOMMIT`, "ROLLBACK", "INSERT INTO tag VALUES (4)"], ["second"]]);
    expect(await ids()).toEqual([1, 2, 3, 4]);
  });

  test("in one, where it holds a single statement and the history's", async () => {
    const done: string[] = [];
    await connection.begin();
    await connection.finish("INSERT INTO tag VALUES (1)", "INSERT INTO tag VALUES (2)", () => void done.push("first"));
    expect([connection.inTransaction, sent, done]).toEqual([false, ["BEGIN;\nINSERT INTO tag VALUES (1);\nINSERT INTO tag VALUES (2);\nCOMMIT"], ["first"]]);
    await connection.begin();
    await connection.execute("INSERT INTO tag VALUES (3)");
    await connection.finish("SELECT id FROM tag", "INSERT INTO tag VALUES (4)", () => {});
    expect([sent.at(-1), await ids()]).toEqual(["SELECT id FROM tag;\nINSERT INTO tag VALUES (4);\nCOMMIT", [1, 2, 3, 4]]);
  });

  test("in two, where a text may be more or less than one statement", async () => {
    for (const [at, text] of ["INSERT INTO tag VALUES (1); INSERT INTO tag VALUES (11)", "INSERT INTO tag VALUES (2) -- two", "/* three */ INSERT INTO tag VALUES (3)", " "].entries()) {
      sent.length = 0;
      await connection.begin();
      await connection.finish(text, `INSERT INTO tag VALUES (10${at})`, () => {});
      expect(sent).toEqual([`BEGIN;\n${text}`, `INSERT INTO tag VALUES (10${at});\nCOMMIT`]);
    }
    expect(await ids()).toEqual([1, 2, 3, 11, 100, 101, 102, 103]);
  });

  test("and a failure of the message is told from one of what comes behind it", async () => {
    const failures = [
      ["INSERT INTO absent VALUES (1)", "INSERT INTO tag VALUES (2)", 'relation "absent" does not exist', false],
      ["INSERT INTO tagg VALUES", "INSERT INTO tag VALUES (2)", 'syntax error at or near ";"', false],
      ["COPY tag FROM STDIN", "INSERT INTO tag VALUES (2)", "COPY from stdin failed: No rows are given.", false],
      ["INSERT INTO tag VALUES (1)", "INSERT INTO absent VALUES (2)", 'relation "absent" does not exist', true],
      ["INSERT INTO tag VALUES (1, 9)", "INSERT INTO tag VALUES (2)", 'insert or update on table "tag" violates foreign key constraint "tag_parent_fkey"', true],
    ] as const;
    for (const [sql, last, message, isDone] of failures) {
      let done = false;
      await connection.begin();
      const failure = connection.finish(sql, last, () => void (done = true)).catch((error: Error) => error.message);
      expect([await failure, done]).toEqual([message, isDone]);
      await connection.rollback();
      expect([connection.inTransaction, await ids()]).toEqual([false, []]);
    }
  });

  test("and nothing of it stands when either fails, however it fails", async () => {
    const broken = [
      async () => connection.execute("INSERT INTO tagg VALUES"),
      async () => connection.execute("INSERT INTO absent VALUES (1)"),
      async () => connection.execute("INSERT INTO tag VALUES (1); INSERT INTO absent VALUES (1)"),
      async () => connection.commit("INSERT INTO absent VALUES (1)"),
      // The deferred key is looked at when the transaction ends.
      async () => connection.commit("INSERT INTO tag VALUES (3, 9)"),
    ];
    for (const fails of broken) {
      await connection.begin();
      if (fails !== broken[0] && fails !== broken[1]) await connection.execute("INSERT INTO tag VALUES (7)");
      await expect(fails()).rejects.toThrow();
      await connection.rollback();
      expect([connection.inTransaction, await ids()]).toEqual([false, []]);
    }
    await connection.execute("INSERT INTO tag VALUES (5)");
    expect(await ids()).toEqual([5]);
  });

  test("queries, Kysely and rows in bulk are within it, be they the first or not", async () => {
    const firsts = [
      async () => void (await connection.query("INSERT INTO tag VALUES (1) RETURNING id")),
      async () => void (await sql`INSERT INTO tag VALUES (${1})`.execute(connection.kysely)),
      async () => connection.kysely.transaction().execute(async (inner) => void (await sql`INSERT INTO tag VALUES (${1})`.execute(inner))),
      async () => {
        const open = await connection.bulk!.open({ table: "tag", columns: [{ name: "id", type: { kind: "integer" } }] });
        await open.write([[1]], 1);
        await open.end();
      },
      async () => void (await connection.hasTable("tag")),
      async () => void (await connection.repeat("INSERT INTO tag VALUES ($1) RETURNING id", [1])),
    ];
    for (const first of firsts) {
      sent.length = 0;
      await connection.begin();
      await first();
      expect(sent[0]).toMatch(/^BEGIN;/);
      await connection.rollback();
      expect(await ids()).toEqual([]);
    }
  });
});
