import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { current, upgrade } from "../../src/index.ts";
import { makeProject, root } from "../support/project.ts";

const wait = "await new Promise((resolve) => setTimeout(resolve, 1500));";
const revisions = [
  { id: "a1", upgrade: 'op.execute("CREATE TABLE one (id integer)");' },
  { id: "b2", upgrade: `op.execute("CREATE TABLE two (id integer)"); op.run(async () => { ${wait} }); op.execute("CREATE TABLE three (id integer)");` },
];

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s stops a run before its next step, with the revision rolled back and the lock let go", async (signal, expected) => {
  const project = await makeProject(revisions, "{}", "js");
  try {
    const child = spawn(process.execPath, [join(root, "dist/cli/bin.js"), "upgrade", "--json"], { cwd: project.folder, stdio: ["ignore", "pipe", "pipe"] });
    let [out, isSent] = ["", false];
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      // The function is the second step of "b2".
      if (isSent || !out.includes('"revision":"b2","step":2')) return;
      isSent = true;
      child.kill(signal);
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, out.trim().split("\n").at(-1)]).toEqual([expected, expect.stringContaining('"code":"RUN-034"')]);
    expect(await current(project.context())).toMatchObject({ current: [{ revision: "a1" }] });
    expect(existsSync(join(project.folder, "dev.db-graven-lock"))).toBe(false);
    expect(await upgrade(project.context(), { lockTimeout: 0 })).toEqual({ revisions: ["b2"], heads: ["b2"] });
  } finally {
    project.remove();
  }
});
