import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openDatabase as openConnection } from "../../src/drivers/index.ts";
import { projectContext, revision, seed, upgrade } from "../../src/index.ts";
import { openDatabase, unavailable } from "../support/databases.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const MODELS = `import { integer, table, timestamp, varchar } from "graven/models";
export const users = table("users", { id: integer().primaryKey().autoIncrement(), email: varchar(80).notNull().unique() });
export const posts = table("posts", { id: integer().primaryKey().autoIncrement(), userId: integer("user_id").notNull().references(() => users.id), createdAt: timestamp("created_at").notNull() });
`;

/** Fills the project's database, and dies of SIGKILL once so many rows are sent. */
const child = (folder: string, url: string) => `
const { projectContext, seed } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, "../../dist/index.js")).href)});
await seed(projectContext({ folder: ${JSON.stringify(folder)}, url: ${JSON.stringify(url)}, onEvent: (event) => event.kind === "rows" && event.done > 40_000 && process.kill(process.pid, "SIGKILL") }), { fake: 60_000 });
`;

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason ? ` (${reason})` : ""}`, () => {
    test("a process that is killed while it fills tables leaves nothing, and the next run fills them", async () => {
      const folder = await mkdtemp(join(import.meta.dirname, "scratch-"));
      folders.push(folder);
      const database = kind === "sqlite" ? undefined : await openDatabase(kind);
      const url = database?.url ?? `sqlite:${join(folder, "dev.db")}`;
      try {
        await mkdir(join(folder, "src"));
        await writeFile(join(folder, "src/models.ts"), MODELS);
        await writeFile(join(folder, "graven.config.ts"), `export default { models: ["./src/models.ts"] };\n`);
        const context = () => projectContext({ folder, url });
        await revision(context(), { message: "first", autogenerate: true, revisionId: "a1" });
        await upgrade(context());

        const killed = spawnSync(process.execPath, ["--input-type=module", "-e", child(folder, url)], { cwd: folder, encoding: "utf8" });
        expect([killed.signal, killed.stderr]).toEqual(["SIGKILL", ""]);
        expect((await seed(context(), { fake: 70 })).rows).toEqual({ users: 70, posts: 70 });
        const connection = await openConnection({ url });
        const counts = await Promise.all(["users", "posts"].map(async (table) => Number((await connection.query(`SELECT count(*) AS number FROM ${table}`))[0]!["number"])));
        await connection.close();
        expect(counts).toEqual([70, 70]);
      } finally {
        await database?.close();
      }
    });
  });
}
