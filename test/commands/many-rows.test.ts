import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { check, revision } from "../../src/index.ts";
import { makeProject, type MadeProject } from "../support/project.ts";

const models = (more = "") => `import { integer, requiredRows, table, varchar } from "graven/models";
import rows from "./rows.json" with { type: "json" };
export const place = table("place", { code: varchar(20).primaryKey(), name: varchar(80).notNull() });
export const role = table("role", { id: integer().primaryKey(), name: varchar(20).notNull() });
requiredRows(place, { key: "code" }, rows);
requiredRows(role, { key: "id" }, [{ id: 1, name: "admin" }]);
${more}`;
const rows = (change: Readonly<Record<number, string>> = {}) => JSON.stringify(Array.from({ length: 2500 }, (_, at) => ({ code: `c${at}`, name: change[at] ?? `Place ${at}` })));

let project: MadeProject;
beforeAll(async () => {
  project = await makeProject([]);
  project.write("models.ts", models());
  project.write("rows.json", rows());
  await revision(project.context(), { autogenerate: true, message: "first", revisionId: "a1" });
});
afterAll(() => project.remove());

/** What a fresh process finds, in a folder of its own as modules are loaded once. */
async function found(change: { readonly models?: string; readonly rows?: string }) {
  const copy = await makeProject([]);
  try {
    for (const path of ["migrations/a1_first.ts", "migrations/snapshots/a1.json"]) copy.write(path, readFileSync(join(project.folder, path), "utf8"));
    copy.write("models.ts", change.models ?? models());
    copy.write("rows.json", change.rows ?? rows());
    const first = await revision(copy.context(), { autogenerate: true, message: "second", sql: true });
    // The caches are warm the second time.
    expect((await revision(copy.context(), { autogenerate: true, message: "second", sql: true })).operations).toEqual(first.operations);
    await revision(copy.context(), { autogenerate: true, message: "second", revisionId: "a2" });
    return { operations: first.operations, findings: (await check(copy.context())).findings };
  } finally {
    copy.remove();
  }
}

test.each<[string, Parameters<typeof found>[0], readonly string[]]>([
  ["nothing", {}, []],
  ["a table beside them", { models: models('export const other = table("other", { id: integer().primaryKey() });') }, ["create table other"]],
  ["a row of another table", { models: models('requiredRows(role, { key: "id" }, [{ id: 2, name: "guest" }]);') }, ["insert 1 row into role"]],
  ["one row of them", { rows: rows({ 7: "Elsewhere" }) }, ["update 1 row of place"]],
])("among 2,500 rows of a snapshot: %s is found, and what is written is sound", async (_, change, operations) => {
  expect(await found(change)).toEqual({ operations, findings: [] });
});

test("a row of a snapshot that was edited by hand is found by gen check", async () => {
  const file = join(project.folder, "migrations/snapshots/a1.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"name":"Place 9"', '"name":"Place 8"'));
  try {
    expect((await check(project.context())).findings.map(({ code }) => code)).toEqual(["SNP-003"]);
  } finally {
    writeFileSync(file, text);
  }
});
