import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [processes, turns] = [8, 30];

/** Takes the lock again and again, and counts in a file that only its holder touches. */
const source = `
import { readFileSync, writeFileSync } from "node:fs";
import { openDatabase } from ${JSON.stringify(join(root, "dist-modules/drivers/index.js"))};
const [url, counter] = process.argv.slice(2);
const connection = await openDatabase({ url });
for (let turn = 0; turn < ${turns}; turn++) {
  const lock = await connection.lock("history", { timeout: 120_000 });
  const count = Number(readFileSync(counter, "utf8"));
  await new Promise((resolve) => setTimeout(resolve, 1));
  writeFileSync(counter, String(count + 1));
  await lock.release();
}
await connection.close();
`;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, ".ci/build.mjs")]);
});

test("processes that take the lock of an SQLite file in turn never hold it two at a time, and none fails", { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "graven-lock-"));
  try {
    const [script, counter] = [join(folder, "holder.mjs"), join(folder, "counter")];
    writeFileSync(script, source);
    writeFileSync(counter, "0");
    const ends = await Promise.all(
      Array.from({ length: processes }, async () => {
        const child = spawn(process.execPath, [script, `sqlite:${join(folder, "dev.db")}`, counter], { stdio: ["ignore", "ignore", "pipe"] });
        let err = "";
        child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
        return new Promise((resolve) => child.on("close", (code) => resolve([code, err])));
      }),
    );
    expect(ends).toEqual(ends.map(() => [0, ""]));
    expect(readFileSync(counter, "utf8")).toBe(String(processes * turns));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
