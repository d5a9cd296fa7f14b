import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openScratch } from "../../src/drivers/scratch/index.ts";
import { serverUrl, unavailable } from "../support/databases.ts";

const built = fileURLToPath(new URL("../../dist-modules/drivers/scratch/index.js", import.meta.url));
const names = { postgres: "SELECT datname AS name FROM pg_database", mariadb: "SELECT schema_name AS name FROM information_schema.schemata" } as const;

for (const kind of ["postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  const url = () => serverUrl(kind);

  describe.skipIf(reason !== undefined)(`scratch databases on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    test("those of a process that was killed are dropped by the next one, those of one that lives are not", { timeout: 180_000 }, async () => {
      const dead = await childWithDatabase(url());
      const living = await childWithDatabase(url());
      dead.kill();
      await dead.ended;
      const scratch = await openScratch(url(), ".");
      const database = await scratch.open();
      try {
        // The server may take a moment to notice that a session is gone.
        let standing = new Set<string>();
        for (let turn = 0; turn < 40; turn++) {
          standing = new Set((await database.connection.query(names[kind])).map(({ name }) => String(name)));
          if (!standing.has(dead.name)) break;
          await new Promise((resolve) => setTimeout(resolve, 250));
          await (await openScratch(url(), ".")).close();
        }
        expect({ dead: standing.has(dead.name), living: standing.has(living.name) }).toEqual({ dead: false, living: true });
      } finally {
        living.kill();
        await living.ended;
        await scratch.close();
        await (await openScratch(url(), ".")).close();
      }
    });

    test("closing drops what was made, even while a query runs", { timeout: 120_000 }, async () => {
      const scratch = await openScratch(url(), ".");
      const database = await scratch.open();
      const name = new URL(database.url!).pathname.slice(1);
      const endless = database.connection.query(kind === "postgres" ? "SELECT pg_sleep(60)" : "SELECT SLEEP(60)").catch(() => {});
      await database.close();
      await endless;
      const other = await scratch.open();
      expect((await other.connection.query(names[kind])).map((row) => String(row["name"]))).not.toContain(name);
      await scratch.close();
    });
  });
}

test("SQLite's files stand beside the named one and are removed, and a copy is another database", async () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-scratch-"));
  try {
    const scratch = await openScratch("sqlite:test.db", folder);
    const database = await scratch.open();
    await database.connection.execute("CREATE TABLE a (id INTEGER)");
    const saved = await database.save!();
    const copy = await saved.open();
    await copy.connection.execute("INSERT INTO a VALUES (1)");
    expect(await database.connection.query("SELECT * FROM a")).toEqual([]);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    await copy.close();
    await database.close();
    await scratch.close();
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("SQLite's files of a process that is gone are removed by the next one, those of one that lives are not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-scratch-"));
  try {
    const gone = spawn(process.execPath, ["-e", ""], { stdio: "ignore" });
    await new Promise((resolve) => gone.on("close", resolve));
    const kept = [`test.db-graven-${process.pid}-7`, `test.db-graven-${gone.pid}-1.bak`, `test.db-graven-lock`, "other.db-graven-1-1"];
    for (const name of [...kept, `test.db-graven-${gone.pid}-1`, `test.db-graven-${gone.pid}-1-wal`, `test.db-graven-${gone.pid}-12-graven-lock`]) writeFileSync(join(folder, name), "");
    await (await openScratch("sqlite:test.db", folder)).close();
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A process that makes a database and then only lives. */
async function childWithDatabase(url: string): Promise<{ readonly name: string; readonly ended: Promise<void>; kill(): void }> {
  const script = `const { openScratch } = await import(${JSON.stringify(built)}); const scratch = await openScratch(${JSON.stringify(url)}, "."); const database = await scratch.open(); console.log(new URL(database.url).pathname.slice(1)); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const name = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => resolve(text.trim()));
    child.on("close", (code) => reject(new Error(`The process ended with ${code} before it made a database.`)));
  });
  return { name, ended, kill: () => void child.kill("SIGKILL") };
}
