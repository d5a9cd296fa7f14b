import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { upgrade } from "../../src/commands/run.ts";
import { unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeProject } from "../support/project.ts";
import { tenRevisions } from "./history.ts";
import { disturbed, scratchDatabase, stateOf } from "./support.ts";

const child = join(root, "test/faults/child.mjs");

/** Runs the project in a process that ends itself at a statement; gives its exit code, or nothing when it was killed. */
function run(project: MadeProject, url: string, direction: string, at: number, sent: boolean, alone: boolean): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const stderr: Buffer[] = [];
    const started = spawn(process.execPath, [child, project.folder, url, direction, String(at), sent ? "sent" : "", alone ? "alone" : ""], { cwd: project.folder, stdio: ["ignore", "ignore", "pipe"] });
    started.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    started.on("error", reject);
    started.on("exit", (code) => (code === null || code === 0 ? resolve(code) : reject(new Error(`At statement ${at}, ${direction}:\n${Buffer.concat(stderr).toString()}`))));
  });
}

/** How many messages write at the least: PostgreSQL is sent the ends of a transaction with its first and last statement, and small revisions together where no lock is waited for. */
const leastMessages = { sqlite: { alone: { up: 40, down: 20 } }, postgres: { alone: { up: 20, down: 8 }, together: { up: 10, down: 5 } }, mariadb: { alone: { up: 40, down: 20 } } };

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    let project: MadeProject;
    beforeAll(async () => {
      project = await makeProject(tenRevisions, "{}", "js");
    });
    afterAll(() => project?.remove());

    test.each(Object.entries(leastMessages[kind]))("killed at every statement, revisions %s, on the way up and on the way down, it ends as if nothing had happened", { timeout: 1_800_000 }, async (how, least) => {
      const runKilled = (url: string, direction: "upgrade" | "downgrade", sent: boolean) => disturbed(kind, url, async (at) => (await run(project, url, direction, at, sent, how === "alone")) === 0);
      const [calm, killed] = [await scratchDatabase(kind, project), await scratchDatabase(kind, project)];
      try {
        await upgrade(project.context({ url: calm.url }));
        const whole = await stateOf(kind, calm.url);
        expect(await runKilled(killed.url, "upgrade", false)).toBeGreaterThan(least.up);
        expect(await stateOf(kind, killed.url)).toEqual(whole);
        expect(whole.history.every(({ isWhole, direction }) => isWhole && direction === "upgrade")).toBe(true);

        expect(await runKilled(killed.url, "downgrade", true)).toBeGreaterThan(least.down);
        expect(await stateOf(kind, killed.url)).toMatchObject({ rows: {}, history: [] });
      } finally {
        await calm.close();
        await killed.close();
      }
    });
  });
}
