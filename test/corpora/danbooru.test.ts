import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { downgrade, projectContext, revision, seed, upgrade } from "../../src/index.ts";
import { openDatabase, type TestDatabase } from "../support/databases.ts";
import { comparableDump, corpus, program, whyNot } from "./support.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const reason = await whyNot("danbooru", "postgres", "psql", "pg_dump");
const states = reason === undefined ? readdirSync(corpus("danbooru")).filter((name) => name.endsWith(".sql")).sort() : [];

describe.skipIf(reason !== undefined)(`danbooru, ${states.length} states of a real application${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await openDatabase("postgres");
    folder = mkdtempSync(join(tmpdir(), "graven-danbooru-"));
    mkdirSync(join(folder, "node_modules"));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // Nobody tells of a rename in these files: what goes was dropped. What rows hold in a new column that must hold a value is told.
  const backfills: Readonly<Record<string, string>> = { "media_assets.pixel_hash": "md5(md5)::uuid" };
  const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: database.url }, questions: { rename: async () => null, backfill: async (table, column) => backfills[`${table}.${column}`] ?? "DEFAULT" } });
  const dump = () => comparableDump(database.url!, ["graven_revisions"]);

  for (const [at, state] of states.entries()) {
    test(`${state}: the database equals one that psql made of the file, a second diff is empty, rows stay, and the downgrade returns`, async () => {
      writeFileSync(join(folder, "schema.sql"), readFileSync(corpus("danbooru", state)));
      const before = dump();
      const rows = await counts(database);
      const { file } = await revision(project(), { autogenerate: true, message: state, revisionId: `state_${state.slice(0, 2)}` });
      answerTodos(file!);
      await upgrade(project(), {});

      const loaded = await openDatabase("postgres");
      try {
        program("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", loaded.url!, "-f", corpus("danbooru", state)]);
        const expected = comparableDump(loaded.url!);
        expect(expected.length).toBeGreaterThan(300);
        expect(dump()).toEqual(expected);
      } finally {
        await loaded.close();
      }
      expect((await revision(project(), { autogenerate: true, message: "again" })).operations).toEqual([]);
      const kept = await counts(database);
      for (const [table, count] of Object.entries(kept)) expect({ table, count }).toEqual({ table, count: rows[table] ?? 0 });

      if (at > 0) {
        await downgrade(project(), { target: "-1" });
        expect(dump()).toEqual(before);
        const back = await counts(database);
        for (const [table, count] of Object.entries(back)) expect({ table, count }).toEqual({ table, count: table in kept ? rows[table] : 0 });
        await upgrade(project(), {});
      }
      // Rows in every table, also in those that came with this state: those of the others stay as they are.
      const empty = Object.entries(await counts(database)).flatMap(([table, count]) => (count ? [] : [table]));
      if (empty.length) await seed(project(), { fake: 3, ...(at > 0 && { tables: empty }), seed: 7 });
      const full = Object.values(await counts(database)).filter(Boolean).length;
      expect(full).toBeGreaterThan(40);
    });
  }
});

/** What a person does with a revision that was written: says what a column holds whose values are gone, or which stood empty. */
function answerTodos(file: string): void {
  const text = readFileSync(file, "utf8");
  const answered = text.replace(/op\.todo\(\s*(["'`])Fill column \\?"(\w+)\.(\w+)\\?"[\s\S]*?\1,?\s*\);/g, (_, __, table: string, column: string) => `op.execute(\`UPDATE "${table}" SET "${column}" = '127.0.0.1'\`);`);
  // Columns that stood empty and must hold a value from here on are filled first.
  const filled = answered.replace(/op\.alterColumn\("(\w+)", "(\w+)", \{\s*nullable: false/g, (call, table: string, column: string) => {
    const value = fills[`${table}.${column}`];
    return value === undefined ? call : `op.execute(\`UPDATE "${table}" SET "${column}" = ${value} WHERE "${column}" IS NULL\`);\n  ${call}`;
  });
  if (filled !== text) writeFileSync(file, filled);
}

const fills: Readonly<Record<string, string>> = { "media_assets.file_key": "'key' || id" };

async function counts(database: TestDatabase): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'graven_revisions' ORDER BY 1");
  if (!tables.length) return {};
  const rows = await database.query<{ name: string; count: string }>(tables.map(({ name }) => `SELECT '${name}' AS name, count(*) AS count FROM "${name}"`).join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
}
