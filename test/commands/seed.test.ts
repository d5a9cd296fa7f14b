import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { GravenError, projectContext, revision, seed, upgrade, type Config } from "../../src/index.ts";
import { openDatabase as openConnection } from "../../src/drivers/index.ts";
import { openDatabase, unavailable, type TestDatabase } from "../support/databases.ts";
import * as models from "./seed-models.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const FIRST = `import { boolean, integer, requiredRows, table, timestamp, varchar } from "graven/models";
export const users = table("users", { id: integer().primaryKey().autoIncrement(), email: varchar(80).notNull().unique(), name: varchar(60).notNull(), bestPostId: integer("best_post_id").references((): any => posts.id) });
export const posts = table("posts", { id: integer().primaryKey().autoIncrement(), userId: integer("user_id").notNull().references(() => users.id), title: varchar(100).notNull(), live: boolean().notNull(), createdAt: timestamp("created_at").notNull() });
export const roles = table("roles", { id: integer().primaryKey().autoIncrement(), code: varchar(20).notNull().unique() });
requiredRows(roles, { key: "code" }, [{ code: "admin" }, { code: "member" }]);
`;
// Afterwards a title is a headline, and users have a nickname.
const SECOND = FIRST.replace('title: varchar(100).notNull()', 'headline: varchar(120).renamedFrom("title").notNull()').replace("name: varchar(60).notNull(),", "name: varchar(60).notNull(), nickname: varchar(30),");

async function project(url: string): Promise<{ folder: string; config: Config; context: () => ReturnType<typeof projectContext> }> {
  const folder = await mkdtemp(join(import.meta.dirname, "scratch-"));
  folders.push(folder);
  await mkdir(join(folder, "src"));
  const config: Config = { models: "./src/models.ts", migrations: "./migrations", url };
  const context = () => projectContext({ folder, config, questions: { rename: async (question) => question.candidates[0] ?? null } });
  await writeFile(join(folder, "src/models.ts"), FIRST);
  await revision(context(), { message: "first", autogenerate: true, revisionId: "a1" });
  await upgrade(context());
  return { folder, config, context };
}

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}: gen seed${reason ? ` (${reason})` : ""}`, () => {
    let database: TestDatabase | undefined;
    afterEach(async () => {
      await database?.close();
      database = undefined;
    });
    const urlFor = async () => {
      if (kind === "sqlite") {
        const folder = await mkdtemp(join(tmpdir(), "graven-seed-"));
        folders.push(folder);
        return `sqlite:${join(folder, "dev.db")}`;
      }
      database = await openDatabase(kind);
      return database.url!;
    };
    const counts = async (url: string) => {
      const connection = await openConnection({ url });
      try {
        const found: Record<string, number> = {};
        for (const table of ["users", "posts", "roles"]) found[table] = Number((await connection.query(`SELECT count(*) AS number FROM ${table}`))[0]!["number"]);
        const [orphans] = await connection.query("SELECT count(*) AS number FROM users WHERE best_post_id IS NOT NULL AND best_post_id NOT IN (SELECT id FROM posts)");
        return { ...found, orphans: Number(orphans!["number"]) };
      } finally {
        await connection.close();
      }
    };

    test("fills, refuses what stands, appends, truncates what is named, in shards, and is verified", async () => {
      const url = await urlFor();
      const { context } = await project(url);
      expect((await seed(context(), { fake: 20, counts: ["posts=2-4/user", "roles=3"], fast: true })).rows).toMatchObject({ users: 20, roles: 3 });
      const first = await counts(url);
      expect(first).toMatchObject({ users: 20, roles: 5, orphans: 0 });
      await expect(seed(context(), { fake: 5 })).rejects.toMatchObject({ code: "FIX-053" });
      await seed(context(), { fake: 5, append: true });
      expect(await counts(url)).toMatchObject({ users: 25, roles: 10, orphans: 0 });
      await expect(seed(context(), { fake: 5, truncate: true, tables: ["posts"] })).rejects.toMatchObject({ code: "FIX-054" });
      await seed(context(), { fake: 7, truncate: true, tables: ["users,posts", "roles"] });
      expect(await counts(url)).toEqual({ users: 7, posts: 7, roles: 9, orphans: 0 });
      await expect(seed(context(), { fake: 5, truncate: true, force: true })).rejects.toMatchObject({ code: "CLI-005" });
      expect((await seed(context(), { verify: true })).verified).toBe(2);
    });

    test("shards of one database are what one run makes", async () => {
      const url = await urlFor();
      const { context } = await project(url);
      for (const shard of ["3/3", "1/3", "2/3"]) await seed(context(), { fake: 11, shard });
      expect((await seed(context(), { verify: true })).verified).toBe(2);
      expect(await counts(url)).toEqual({ users: 11, posts: 11, roles: 13, orphans: 0 });
    });

    test("a fixture of an earlier revision is carried to where the database stands", async () => {
      const url = await urlFor();
      const { folder, config, context } = await project(url);
      const { files } = await seed(context(), { fake: 6, counts: ["posts=1200"], out: "fixtures/dev.ts" });
      expect(files!.map((file) => file.slice(folder.length))).toEqual(["/fixtures/dev.ts", "/fixtures/dev.posts.jsonl"]);
      // A module is loaded once in a process, so the models of the next revision stand in a file of their own.
      await writeFile(join(folder, "src/later.ts"), SECOND);
      const later = () => projectContext({ folder, config: { ...config, models: "./src/later.ts" }, questions: { rename: async (question) => question.candidates[0] ?? null } });
      await revision(later(), { message: "second", autogenerate: true, revisionId: "b2" });
      await upgrade(later());
      const { rows, changes } = await seed(context(), { load: "fixtures/dev.ts" });
      expect(changes).toEqual(["rename column posts.title to headline", "alter column posts.headline (type)", "add column users.nickname"]);
      expect(rows).toMatchObject({ users: 6, posts: 1200, roles: 6 });
      expect(await counts(url)).toEqual({ users: 6, posts: 1200, roles: 8, orphans: 0 });
      await writeFile(join(folder, "fixtures/dev.posts.jsonl"), "{}\n");
      await expect(seed(context(), { load: "fixtures/dev.ts", append: true })).rejects.toMatchObject({ code: "FIX-082" });
    });

    test("a run that is given up leaves nothing", async () => {
      const url = await urlFor();
      const { folder, config, context } = await project(url);
      const abort = new AbortController();
      const stopped = projectContext({ folder, config, signal: abort.signal, onEvent: (event) => event.kind === "rows" && event.done > 2_000 && abort.abort() });
      await expect(seed(stopped, { fake: 60_000 })).rejects.toThrow();
      expect(await counts(url)).toEqual({ users: 0, posts: 0, roles: 2, orphans: 0 });
      await seed(context(), { fake: 10 });
      expect(await counts(url)).toEqual({ users: 10, posts: 10, roles: 12, orphans: 0 });
    });

    test("files of every format hold the rows", async () => {
      const { folder, context } = await project(await urlFor());
      for (const ending of ["sql", "csv", "jsonl", "parquet", ...(kind === "sqlite" ? [] : ["copy"])]) await seed(context(), { fake: 5, out: `out/dev.${ending}` });
      const text = (name: string) => readFile(join(folder, "out", name), "utf8");
      expect((await text("dev.users.csv")).split("\r\n")[0]).toBe("id,email,name,best_post_id");
      expect((await text("dev.users.csv")).trim().split("\r\n")).toHaveLength(6);
      expect((await text("dev.posts.jsonl")).trim().split("\n").map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 2, 3, 4, 5]);
      const { parquetReadObjects } = await import("hyparquet");
      const bytes = await readFile(join(folder, "out/dev.users.parquet"));
      const read = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer });
      const users = (await text("dev.users.jsonl")).trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(read).toEqual(users);
      if (kind !== "sqlite") expect(await text("dev.load.sql")).toContain("dev.posts.copy");
      await expect(seed(context(), { fake: 5, out: "out/dev.csv" })).rejects.toMatchObject({ code: "FIL-002" });
      await expect(seed(context(), { fake: 5, out: "out/dev.doc" })).rejects.toMatchObject({ code: "FIX-070" });
      expect((await readdir(join(folder, "out"))).filter((name) => name.includes("tmp"))).toEqual([]);
    });
  });
}

describe("gen seed", () => {
  test("takes counts alone, and refuses what would be passed over", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graven-seed-"));
    folders.push(folder);
    const { context } = await project(`sqlite:${join(folder, "dev.db")}`);
    expect((await seed(context(), { counts: ["users=3"] })).rows).toEqual({ users: 3, posts: 0, roles: 0 });
    await expect(seed(context(), {})).rejects.toMatchObject({ code: "CLI-005", message: "Nothing says what to do." });
    const useless = [{ load: "dev.ts", counts: ["users=3"] }, { load: "dev.ts", seed: 2 }, { load: "dev.ts", tables: ["users"] }, { verify: true, referenceDate: "2026-01-01" }, { init: true, truncate: true, tables: ["users"] }, { fake: 3, out: "dev.sql", fast: true }, { fake: 3, out: "dev.sql", append: true }];
    for (const options of useless) await expect(seed(context(), options)).rejects.toMatchObject({ code: "CLI-005", message: expect.stringMatching(/^--[a-z-]+ and --(load|verify|init|out) do not go together\.$/) });
  });

  test("follows fixtures.config.ts, and says what is wrong in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graven-seed-"));
    folders.push(folder);
    const { folder: root, context } = await project(`sqlite:${join(folder, "dev.db")}`);
    await writeFile(
      join(root, "fixtures.config.ts"),
      `import { defineFixtures } from "graven/fixture";
import type * as models from "./src/models.ts";
export default defineFixtures<typeof models>({
  users: { count: 4, columns: { name: (fake, { index }) => "User " + index + " " + fake.person.lastName(), bestPostId: { nulls: 1 } }, perParent: { posts: [2, 2] } },
  posts: { columns: { title: (_, { row, parents }) => parents.users.name + " on " + row.createdAt.getUTCFullYear(), live: { weighted: [[true, 1]] } } },
});
`,
    );
    const { samples } = await seed(context(), { fake: 9, dryRun: true });
    expect(samples!["users"]).toHaveLength(3);
    expect(samples!["users"]!.map((row) => row["name"])).toEqual([expect.stringMatching(/^User 0 /), expect.stringMatching(/^User 1 /), expect.stringMatching(/^User 2 /)]);
    expect(samples!["users"]!.every((row) => row["best_post_id"] === null)).toBe(true);
    expect(samples!["posts"]![0]!["title"]).toMatch(/^User 0 .* on 202\d$/);
    expect((await seed(context(), { fake: 9 })).rows).toEqual({ users: 4, posts: 8, roles: 9 });
    const wrong = await project(`sqlite:${join(folder, "wrong.db")}`);
    await writeFile(join(wrong.folder, "fixtures.config.ts"), `import { defineFixtures } from "graven/fixture";\nexport default defineFixtures({ users: { columns: { emial: "x" }, perParent: { post: -1 } }, nobody: {} });\n`);
    const error = await seed(wrong.context(), { fake: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GravenError);
    expect(String((error as GravenError).message)).toMatch(/emial|nobody|perParent/);
  });

  test("names in fixtures.config.ts are those of the models, however the tables are named", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graven-seed-"));
    folders.push(folder);
    const { folder: root, config } = await project(`sqlite:${join(folder, "dev.db")}`);
    const context = () => projectContext({ folder: root, config: { ...config, models: ["./src/models.ts", "./src/people.ts"] } });
    await writeFile(join(root, "src/people.ts"), `export { users as people } from "./models.ts";\n`);
    await writeFile(join(root, "fixtures.config.ts"), `import { defineFixtures } from "graven/fixture";\nimport type * as models from "./src/models.ts";\nexport default defineFixtures<typeof models>({ people: { count: 4, perParent: { posts: 2 } } });\n`);
    expect((await seed(context(), { fake: 9, dryRun: true })).rows).toEqual({ users: 4, posts: 8, roles: 9 });
  });

  test("refuses what is not plainly a development database, and is allowed by name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "graven-seed-"));
    folders.push(folder);
    const url = `sqlite:${join(folder, "shop_prod.db")}`;
    const { folder: root, config } = await project(url);
    const fill = (more: Partial<Config> = {}, options = {}) => seed(projectContext({ folder: root, config: { ...config, ...more } }), { fake: 1, append: true, ...options });
    await expect(fill()).rejects.toMatchObject({ code: "FIX-050", hint: expect.stringContaining('allow: ["file/shop_prod.db"]') });
    await expect(fill({ seed: { allow: ["file/shop_*"] } })).resolves.toMatchObject({ rows: { users: 1 } });
    await expect(fill({}, { force: true })).resolves.toMatchObject({ rows: { users: 1 } });
    await expect(fill({ url: "postgres://db.example.com/shop" })).rejects.toMatchObject({ code: "FIX-050" });
  });
});

test("seed(db) gives the rows that it made, typed by the models", async () => {
  const sqlite = new Database(":memory:");
  sqlite.pragma("foreign_keys = ON");
  sqlite.exec("CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE, first_name VARCHAR(30) NOT NULL); CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users(id), title VARCHAR(80) NOT NULL)");
  const db = new Kysely<any>({ dialect: new SqliteDialect({ database: sqlite }) });
  const { users, posts } = await seed(db, { models, counts: { users: 4, posts: "2/users" }, fixtures: { posts: { columns: { title: (fake: any) => fake.book.title() } } } });
  const firstName: string = users[0]!.firstName;
  expect([users.length, posts.length, typeof firstName]).toEqual([4, 8, "string"]);
  expect(await db.selectFrom("users").selectAll().execute()).toEqual(users.map(({ id, email, firstName: first_name }) => ({ id, email, first_name })));
  await db.transaction().execute(async (transaction) => {
    expect((await seed(transaction, { models, counts: { users: 1 } })).users).toHaveLength(1);
    throw new Error("undo");
  }).catch((error: unknown) => expect(String(error)).toContain("undo"));
  expect((await db.selectFrom("users").selectAll().execute()).length).toBe(4);
  await db.destroy();
});
