import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, serverUrl, unavailable, type DatabaseKind } from "../support/databases.ts";
import { revisionFile, writeProject } from "./project.ts";
import { runners, writeTestFile } from "./run.ts";

// Suites that share a server: at the same time, and after one was killed.

const scratch = fileURLToPath(new URL("servers/scratch/", import.meta.url));
const gen = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));
const suites = 3;

beforeAll(() => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../.ci/build.mjs", import.meta.url))]);
}, 240_000);
afterAll(() => rmSync(join(scratch, ".."), { recursive: true, force: true }));

const ownName: Readonly<Record<"postgres" | "mariadb", string>> = { postgres: "SELECT current_database() AS name", mariadb: "SELECT DATABASE() AS name" };
const allNames: Readonly<Record<"postgres" | "mariadb", string>> = { postgres: "SELECT datname AS name FROM pg_database", mariadb: "SELECT schema_name AS name FROM information_schema.schemata" };

async function standing(kind: "postgres" | "mariadb"): Promise<ReadonlySet<string>> {
  const database = await openDatabase(kind as DatabaseKind);
  try {
    return new Set((await database.query(allNames[kind])).map(({ name }) => String(name)));
  } finally {
    await database.close();
  }
}

for (const kind of ["postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`on one ${kind} server${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await writeProject(
        {
          name: `shared ${kind}`,
          models: 'import { integer, table, varchar } from "graven/models";\nexport const foo = table("foo", { id: integer().primaryKey(), name: varchar(40), age: integer() });\n',
          url: serverUrl(kind),
          revisions: [
            revisionFile({ id: "aaaa0001", upgrade: 'op.createTable("foo", { id: integer().primaryKey(), name: varchar(40) });', downgrade: 'op.dropTable("foo");' }),
            revisionFile({ id: "aaaa0002", down: "aaaa0001", upgrade: 'op.addColumn("foo", "age", integer());', downgrade: 'op.dropColumn("foo", "age");' }),
          ],
        },
        scratch,
      );
    });

    test(`${suites} suites at the same time see their own rows alone, and leave nothing`, { timeout: 400_000 }, async () => {
      const names = join(folder, "names.txt");
      for (let at = 0; at < suites; at++) {
        // Every suite inserts the same keys, and looks that no other row is there; it notes in which databases it was.
        writeTestFile(
          folder,
          `suite${at}.test.mjs`,
          `import { appendFileSync } from "node:fs";
import { sql } from ${JSON.stringify(import.meta.resolve("kysely"))};
describe("suite ${at}", () => revisionTests({
  config: ${JSON.stringify(join(folder, "graven.config.ts"))},
  exclude: ["modelsRegistered"],
  atRevisionData: { aaaa0001: { __tablename__: "foo", id: 1, name: "suite ${at}" } },
  afterRevisionData: { aaaa0002: [
    { query: "SELECT id, name FROM foo", result: [{ id: 1, name: "suite ${at}" }] },
    async (db) => { const { rows } = await sql.raw(${JSON.stringify(ownName[kind])}).execute(db); appendFileSync(${JSON.stringify(names)}, "${at} " + rows[0].name + "\\n"); },
  ] },
}));`,
        );
      }
      const reports = await Promise.all(Array.from({ length: suites }, (_, at) => runners["node --test"](folder, `suite${at}.test.mjs`)));
      expect(reports.flatMap(({ tests }) => tests.filter(({ status }) => status !== "passed"))).toEqual([]);
      expect(reports.map(({ code, tests }) => [code, tests.length])).toEqual(Array.from({ length: suites }, () => [0, 10]));

      const used = readFileSync(names, "utf8").trim().split("\n").map((line) => line.split(" ") as [string, string]);
      const owners = new Map<string, Set<string>>();
      for (const [suite, name] of used) owners.set(name, new Set([...(owners.get(name) ?? []), suite]));
      expect([...owners.values()].filter((each) => each.size > 1)).toEqual([]);
      expect(new Set(used.map(([suite]) => suite)).size).toBe(suites);
      const left = await standing(kind);
      expect([...owners.keys()].filter((name) => left.has(name))).toEqual([]);
    });

    test("the databases of a run that was killed are dropped by the next run", { timeout: 200_000 }, async () => {
      const note = join(folder, "killed.txt");
      const hanging = await writeProject(
        {
          name: `killed ${kind}`,
          url: serverUrl(kind),
          revisions: [
            revisionFile({
              id: "aaaa0001",
              upgrade: `op.run(async (db: any) => { const { sql } = await import("kysely"); const { rows } = await sql.raw(${JSON.stringify(ownName[kind])}).execute(db); (await import("node:fs")).writeFileSync(${JSON.stringify(note)}, String((rows as any)[0].name)); await new Promise(() => setInterval(() => {}, 1000)); });`,
            }),
          ],
        },
        scratch,
      );
      const child = spawn(process.execPath, [gen, "test", "--include", "upgrade"], { cwd: hanging, stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("close", resolve));
      while (!existsSync(note) || readFileSync(note, "utf8") === "") {
        expect(child.exitCode).toBe(null);
        await pause(50);
      }
      const name = readFileSync(note, "utf8");
      child.kill("SIGKILL");
      await ended;
      expect((await standing(kind)).has(name)).toBe(true);
      // The server may take a moment to notice that the session is gone.
      for (let turn = 0; turn < 20 && (await standing(kind)).has(name); turn++) {
        execFileSync(process.execPath, [gen, "test", "--include", "upgrade"], { cwd: folder, stdio: "pipe" });
      }
      expect((await standing(kind)).has(name)).toBe(false);
    });
  });
}
