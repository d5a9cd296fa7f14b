import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { current } from "../../src/commands/current.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { scratchDatabase } from "../faults/support.ts";
import { unavailable } from "../support/databases.ts";
import { makeProject, root, type MadeRevision } from "../support/project.ts";

const revisions: readonly MadeRevision[] = [
  { id: "a1", upgrade: 'op.execute("CREATE TABLE first (id integer)");', downgrade: 'op.execute("DROP TABLE first");' },
  { id: "b2", imports: "integer, ", upgrade: 'op.createTable("second", { id: integer() }); op.run(() => new Promise((resolve) => setTimeout(resolve, 1500))); op.createTable("third", { id: integer() });', downgrade: 'op.dropTable("third"); op.dropTable("second");' },
];

/** Runs gen, and sends it a signal once a step of the second revision is under way. */
function interrupted(folder: string, url: string): Promise<{ code: number | null; lines: any[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "dist/cli/bin.js"), "upgrade", "--json", "--url", url], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    let out = "";
    let isSent = false;
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (isSent || !out.includes('"operation":"run a function"')) return;
      isSent = true;
      child.kill("SIGINT");
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, lines: out.trim().split("\n").map((line) => JSON.parse(line)) }));
  });
}

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`${kind}: Ctrl-C stops at the next safe point, lets go of the lock, and ends with 130${reason === undefined ? "" : ` (skipped: ${reason})`}`, async () => {
    const project = await makeProject(revisions, "{}", "js");
    const { url, close } = await scratchDatabase(kind, project);
    try {
      const { code, lines } = await interrupted(project.folder, url);
      expect(code).toBe(130);
      expect(lines.at(-1)).toMatchObject({ ok: false, errors: [{ code: "RUN-034" }] });
      expect(lines.flatMap(({ event }) => (event ? [`${event.kind} ${event.revision} ${event.step ?? ""}`.trim()] : []))).toEqual(["revisionStarted a1", "step a1 1", "revisionDone a1", "revisionStarted b2", "step b2 1", "step b2 2"]);

      const connection = await openDatabase({ url });
      await (await connection.lock("graven:graven_revisions", 0)).release();
      // What can be rolled back is; elsewhere the history says how far it came, the step that was under way included.
      expect([await connection.hasTable("first"), await connection.hasTable("second"), await connection.hasTable("third")]).toEqual([true, kind === "mariadb", false]);
      await connection.close();
      const { halfApplied, current: stands } = await current(project.context({ url }));
      if (kind === "mariadb") expect(halfApplied).toMatchObject({ revision: "b2", stepsDone: 2, stepsTotal: 3, error: "It was asked to stop." });
      else expect([halfApplied, stands.map(({ revision }) => revision)]).toEqual([undefined, ["a1"]]);

      expect(await upgrade(project.context({ url }), { resume: true })).toEqual({ revisions: ["b2"], heads: ["b2"] });
      expect(await downgrade(project.context({ url }), { target: "base" })).toMatchObject({ heads: [] });
    } finally {
      await close();
      project.remove();
    }
  });
}
