import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { check, current, downgrade, projectContext, upgrade } from "../../src/index.ts";
import { databaseKinds, unavailable } from "../support/databases.ts";
import { chinookIsHere, count, differences, loadChinook, readChinook, type View } from "./support/chinook-rows.ts";
import { openStage, type Stage } from "./support/stage.ts";

const folder = fileURLToPath(new URL("../../examples/chinook/", import.meta.url));
const first = "4c1e0a7d52b3";

/** Where head keeps what the first revision had elsewhere. */
const atHead: Readonly<Record<string, View>> = {
  media_type: { from: "media_format", columns: { media_type_id: "media_format_id", name: "name" } },
  track: { from: "track", columns: { media_type_id: "media_format_id", milliseconds: "duration_ms" } },
  employee: { from: "employee", columns: { title: "job_title" } },
  customer: {
    from: "customer LEFT JOIN customer_address ON customer_address.customer_id = customer.customer_id",
    columns: Object.fromEntries(["address", "city", "state", "country", "postal_code"].map((column) => [column, `customer_address.${column}`])),
  },
};

const urls = { sqlite: "sqlite:offline.db", postgres: "postgres:///offline", mariadb: "mariadb:///offline" };

for (const [dialect, url] of Object.entries(urls)) {
  test(`the models, the revisions and their snapshots of Chinook agree on ${dialect}`, async () => {
    expect(await check(projectContext({ folder, url }))).toEqual({ findings: [], changes: [] });
  });

  test(`Chinook's history is printed as SQL for ${dialect}, up and down`, async () => {
    const up = await upgrade(projectContext({ folder, url }), { sql: true });
    const down = await downgrade(projectContext({ folder, url }), { target: "head:base", sql: true });
    expect(up.revisions.length).toBeGreaterThan(5);
    expect(down.revisions).toEqual([...up.revisions].reverse());
    for (const table of ["artist", "invoice_line", "customer_address"]) {
      expect(up.sql).toMatch(new RegExp(`CREATE TABLE ["\`]?${table}\\b`));
      expect(down.sql).toMatch(new RegExp(`DROP TABLE ["\`]?${table}\\b`));
    }
  });
}

// 15,607 rows, on machines that do other things as well.
vi.setConfig({ testTimeout: 180_000 });

for (const kind of databaseKinds) {
  const reason = chinookIsHere ? await unavailable(kind) : "the rows of ../shared/corpora/chinook are not here";

  describe.skipIf(reason !== undefined)(`Chinook on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await openStage(kind);
    });
    afterAll(() => stage.close());
    const project = () => projectContext({ folder, url: stage.url });

    test("the first revision takes every row of Chinook", async () => {
      await upgrade(project(), { target: first });
      await stage.use((query) => loadChinook(query, { backslashEscapes: kind === "mariadb" }));
      expect(differences(await stage.use((query) => readChinook(query)))).toEqual([]);
    });

    test("at head every row is still there, under its new names and in its new tables", async () => {
      await upgrade(project(), {});
      expect((await current(project())).isAtHead).toBe(true);
      expect(differences(await stage.use((query) => readChinook(query, atHead)))).toEqual([]);
    });

    test("the downgrade to the first revision brings every row back to where it was", async () => {
      await downgrade(project(), { target: first });
      expect(differences(await stage.use((query) => readChinook(query)))).toEqual([]);
    });

    test("a second upgrade finds every row again", async () => {
      await upgrade(project(), {});
      expect(differences(await stage.use((query) => readChinook(query, atHead)))).toEqual([]);
    });

    test("what revisions computed from the rows is right", async () => {
      await stage.use(async (query) => {
        expect(await count(query, "SELECT count(*) FROM artist WHERE sort_name <> lower(name)")).toBe(0);
        expect(await count(query, "SELECT sum(line_count) FROM invoice")).toBe(2240);
        expect(await count(query, "SELECT count(*) FROM customer_address")).toBe(59);
        expect(await count(query, "SELECT count(*) FROM invoice WHERE status <> 'paid'")).toBe(0);
        expect(await query("SELECT kind, count(*) AS playlists FROM playlist GROUP BY kind").then((rows) => Object.fromEntries(rows.map(({ kind, playlists }) => [kind, Number(playlists)])))).toEqual({ audiobooks: 2, movies: 2, music: 12, series: 2 });
      });
    });

    test("a playlist of a kind that goes with the downgrade gets another kind", async () => {
      await stage.use((query) => query("INSERT INTO playlist (playlist_id, name, kind) VALUES (19, 'Talks', 'podcasts')"));
      await downgrade(project(), { target: "-1" });
      expect(await stage.use((query) => query("SELECT kind FROM playlist WHERE playlist_id = 19"))).toEqual([{ kind: "audiobooks" }]);
    });

    test("the downgrade to base leaves nothing behind", async () => {
      await downgrade(project(), { target: "base" });
      const tables = { sqlite: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", postgres: "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", mariadb: "SELECT count(*) FROM information_schema.tables WHERE table_schema = database()" };
      await stage.use(async (query) => expect(await count(query, tables[kind === "pglite" ? "postgres" : kind])).toBe(1));
    });
  });
}
