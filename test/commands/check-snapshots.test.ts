import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { check } from "../../src/commands/check.ts";
import { parseSnapshot, snapshotText, type Snapshot } from "../../src/revisions/snapshot.ts";
import { makeProject, type MadeProject } from "../support/project.ts";

const imports = "integer, varchar, ";
let project: MadeProject;
beforeEach(async () => {
  project = await makeProject([
    { id: "a1", imports, upgrade: 'op.createTable("tag", { id: integer().primaryKey() }); op.createTable("note", { id: integer().primaryKey() });' },
    { id: "a2", imports, upgrade: 'op.addColumn("tag", "name", varchar(40));' },
    { id: "a3", imports, upgrade: 'op.dropTable("note");' },
    { id: "b3", imports, parents: ["a2"], upgrade: 'op.addColumn("tag", "size", integer());' },
    { id: "m4", parents: ["a3", "b3"] },
    { id: "a5", imports, parents: ["m4"], upgrade: 'op.addColumn("tag", "age", integer());' },
  ]);
});
afterEach(() => project.remove());

const edit = (id: string, change: (snapshot: Snapshot) => Snapshot) => {
  const path = `migrations/snapshots/${id}.json`;
  project.write(path, snapshotText(change(parseSnapshot(readFileSync(join(project.folder, path), "utf8"), path))));
};
const found = async () => (await check(project.context())).findings.flatMap(({ code, place }) => (code === "CHK-001" ? [] : [`${code} ${place?.replace(/^.*\//, "")}`]));

test("snapshots that their revisions give are right, along branches and merges, and so is one that holds more than changed", async () => {
  expect(await found()).toEqual([]);
  const { objects } = parseSnapshot(readFileSync(join(project.folder, "migrations/snapshots/a1.json"), "utf8"), "a1.json");
  edit("a2", (snapshot) => ({ ...snapshot, objects: { ...snapshot.objects, "tables note": objects["tables note"]! } }));
  expect(await found()).toEqual([]);
});

test("one with another hash, another object, or one object less is told, with what builds on it", async () => {
  edit("a5", (snapshot) => ({ ...snapshot, hash: "0".repeat(64) }));
  expect(await found()).toEqual(["SNP-003 a5.json"]);
  edit("a3", (snapshot) => ({ ...snapshot, removed: [] }));
  expect(await found()).toEqual(["SNP-003 a3.json", "SNP-003 m4.json", "SNP-003 a5.json"]);
});

test("one with an object that its hash does not mean is told", async () => {
  edit("b3", (snapshot) => ({ ...snapshot, objects: JSON.parse(JSON.stringify(snapshot.objects).replace('"size"', '"weight"')) as Snapshot["objects"] }));
  expect(await found()).toContain("SNP-003 b3.json");
});
