import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "dist/cli/bin.js");
const reason = process.platform === "linux" && !spawnSync("script", ["--version"]).error ? undefined : "a terminal needs util-linux's script";

let folder: string;
beforeAll(() => {
  execFileSync(process.execPath, [join(root, ".ci/build.mjs")]);
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graven-prompts-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "graven"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "graven.config.ts"), 'export default { models: "./models.ts", url: "sqlite:dev.db" };');
  models("name: text()");
  execFileSync(process.execPath, [bin, "revision", "-a", "-m", "one", "--rev-id", "a1"], { cwd: folder, stdio: "ignore" });
  models("full: text(), must: text().notNull()");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function models(columns: string): void {
  writeFileSync(join(folder, "models.ts"), `import { integer, table, text } from "graven/models";\nexport const user = table("user", { id: integer().primaryKey(), ${columns} });\n`);
}

/** Runs the command at a terminal, and types each answer once its question is on the screen. */
async function typed(command: string, answers: readonly (readonly [RegExp, string])[]): Promise<{ code: number; screen: string }> {
  const { CI: _, ...environment } = process.env;
  const child = spawn("script", ["-qec", `stty cols 120 rows 40; ${command}`, "/dev/null"], { cwd: folder, env: environment });
  let screen = "";
  let next = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const answer = answers[next];
    if (!answer?.[0].test(screen)) return;
    next++;
    setTimeout(() => child.stdin.write(answer[1]), 200);
  });
  const code = await new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? -1)));
  return { code, screen };
}

describe.skipIf(reason)(`questions at a terminal${reason ? ` (skipped: ${reason})` : ""}`, () => {
  test("a rename and a backfill are asked, and the answers stand in the file", async () => {
    const { code } = await typed(`"${process.execPath}" "${bin}" revision -a -m two --rev-id b2`, [
      [/is it new, or one that was renamed/, "\r"],
      [/Which SQL gives it/, "upper('x')\r"],
    ]);
    expect(code).toBe(0);
    const text = readFileSync(join(folder, "migrations", "b2_two.ts"), "utf8");
    expect(text).toContain('op.renameColumn("user", "name", "full");');
    expect(text).toContain("op.backfill(\"user\", { set: { must: sql`upper('x')` } });");
  });

  test("Ctrl-C at a question ends with 130, and nothing is written", async () => {
    const { code, screen } = await typed(`"${process.execPath}" "${bin}" revision -a -m two`, [[/is it new, or one that was renamed/, "\u0003"]]);
    expect(code).toBe(130);
    expect(screen).toContain("nothing was written");
    expect(readdirSync(join(folder, "migrations")).sort()).toEqual(["a1_one.ts", "snapshots"]);
    expect(readdirSync(join(folder, "migrations", "snapshots"))).toEqual(["a1.json"]);
  });
});
