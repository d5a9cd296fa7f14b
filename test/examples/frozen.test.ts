import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { downgrade, projectContext, upgrade } from "../../src/index.ts";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const names = readdirSync(examples).filter((name) => existsSync(join(examples, name, "migrations")) && existsSync(join(examples, name, "src")));
const scratch = mkdtempSync(join(tmpdir(), "graven-frozen-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const urls = { sqlite: "sqlite:none.db", postgres: "postgres://nowhere/none", mariadb: "mariadb://nowhere/none" };

/** Everything that all revisions of a project would run, up and down; or why a database cannot. */
async function scripts(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [kind, url] of Object.entries(urls)) {
    const project = projectContext({ folder, url });
    const told = async (run: Promise<{ readonly sql?: string }>) => (await run.catch((error: unknown) => ({ sql: String(error).replaceAll(folder, "") }))).sql!.replace(/'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^']*'/g, "'now'");
    found[`${kind} up`] = await told(upgrade(project, { target: "head", sql: true }));
    found[`${kind} down`] = await told(downgrade(project, { target: "head:base", sql: true }));
  }
  return found;
}

/** What may happen to the models after the revisions were written. */
const changes: Readonly<Record<string, (models: string) => string | undefined>> = {
  "every table and column renamed": (models) => models.replace(/(table\(\s*")(\w+)"/g, '$1new_$2"').replace(/^(\s+)(\w+)(: \w+\()/gm, "$1new$2$3"),
  "every column of another type": (models) => models.replace(/\b(?:varchar|text)\([^)]*\)/g, "integer()"),
  "the models empty": () => "export {};\n",
  "the models a fault": () => "throw new Error('The models are gone.');\n",
  "the models deleted": () => undefined,
};

describe.each(names)("the revisions of %s are frozen", { timeout: 240_000 }, (name) => {
  test.each(Object.keys(changes))("%s", async (change) => {
    const folder = join(scratch, `${name} ${change}`);
    cpSync(join(examples, name), folder, { recursive: true, filter: (path) => !/\.db|node_modules/.test(path) });
    const before = await scripts(folder);
    expect(Object.values(before).some((script) => script.includes("CREATE TABLE"))).toBe(true);
    for (const file of readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((each) => /\.(ts|sql)$/.test(each))) {
      const path = join(folder, "src", file);
      const [present, next] = [readFileSync(path, "utf8"), changes[change]!(readFileSync(path, "utf8"))];
      expect(next).not.toBe(present);
      if (next === undefined) rmSync(path);
      else writeFileSync(path, next);
    }
    // A copy of the changed project, as a process loads a file of one path only once.
    const changed = `${folder} changed`;
    cpSync(folder, changed, { recursive: true });
    expect(await scripts(changed)).toEqual(before);
  });
});

test("revisions run on a database though their models are gone", async () => {
  const folder = join(scratch, "roles without models");
  cpSync(join(examples, "roles"), folder, { recursive: true });
  rmSync(join(folder, "src"), { recursive: true });
  const project = projectContext({ folder, url: "sqlite:frozen.db" });
  expect((await upgrade(project, {})).heads).toEqual(["f6b3290e5d14"]);
  expect((await downgrade(project, { target: "base" })).heads).toEqual([]);
});
