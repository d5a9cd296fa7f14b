import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run, type Ended } from "./support/gen.ts";

const demo = fileURLToPath(new URL("../../examples/demo/demo.mjs", import.meta.url));
let folder: string;
let compileCache: string;
let told: Ended;
let toldAndKept: Ended;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "graven-demo-test-"));
  // From Node 22 on the commands keep their compiled code, as a rule in the folder of temporary files.
  compileCache = mkdtempSync(join(tmpdir(), "graven-demo-cache-"));
  const environment = { TMPDIR: folder, TEMP: folder, NODE_COMPILE_CACHE: compileCache };
  told = await run(folder, [demo], environment);
  expect(readdirSync(folder)).toEqual([]);
  toldAndKept = await run(folder, [demo, "--keep"], environment);
}, 180_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(compileCache, { recursive: true });
});

test("the demo tells the main job from the models to the database and back, and cleans up", () => {
  const { code, output } = told;
  expect({ code, output }).toMatchObject({ code: 0 });
  const lines = output.split("\n").map((line) => line.trim());
  expect(lines.filter((line) => line.startsWith("$ npx"))).toEqual([
    '$ npx gen revision --autogenerate -m "create jobs"',
    "$ npx gen upgrade",
    "$ npx gen seed --fake 5",
    `$ npx gen revision --autogenerate -m headlines --rename job.title:headline --backfill "job.slug=lower(replace(headline, ' ', '-'))"`,
    "$ npx gen upgrade",
    "$ npx gen downgrade",
    "$ npx gen history",
    "$ npx gen check",
  ]);
  for (const line of [
    "op.createTable(job);",
    'op.dropTable("job");',
    'op.renameColumn("job", "title", "headline");',
    'op.addColumn("job", "priority", integer().notNull().default(3));',
    'op.alterColumn("job", "slug", { nullable: false });',
    "The models, the revisions and their snapshots agree.",
  ]) {
    expect(lines).toContain(line);
  }
  expect(output).not.toContain("\u001b[");
});

test("the rows of the demo are the same after the upgrade and the downgrade as before", () => {
  const tables = told.output.split("\n\n").filter((part) => part.startsWith('$ sqlite3 dev.db "SELECT id, list_type_id, title FROM job"'));
  expect(tables).toHaveLength(2);
  expect(tables[0]!.trim().split("\n")).toHaveLength(7);
  expect(tables[1]!.trim()).toBe(tables[0]!.trim());
});

test("the demo keeps its project when it is asked to", () => {
  const { code, output } = toldAndKept;
  expect({ code, output }).toMatchObject({ code: 0 });
  const [kept] = readdirSync(folder);
  expect(output).toContain(`The project is in ${join(folder, kept!)}`);
  expect(readdirSync(join(folder, kept!)).sort()).toEqual(["dev.db", "graven.config.ts", "migrations", "node_modules", "package.json", "src"]);
});
