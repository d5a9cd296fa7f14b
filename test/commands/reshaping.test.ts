import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.ts";
import { current } from "../../src/commands/current.ts";
import { rebase } from "../../src/commands/rebase.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { squash } from "../../src/commands/squash.ts";
import { merge } from "../../src/commands/merge.ts";
import { revision } from "../../src/commands/revision.ts";
import { history } from "../../src/commands/history.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, type MadeProject, type MadeRevision } from "../support/project.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function made(revisions: readonly MadeRevision[], config?: string): Promise<MadeProject> {
  const project = await makeProject(revisions, config);
  cleanups.push(() => project.remove());
  return project;
}

const imports = "table, integer, varchar, text, index, unique, sql, ";
const tag = 'const tag = table("tag", { id: integer().primaryKey(), name: varchar(40).notNull() });';
const trunk: MadeRevision = { id: "a1", imports, stubs: tag, upgrade: "op.createTable(tag);", downgrade: 'op.dropTable("tag");' };
const ann: readonly MadeRevision[] = [
  { id: "b2", imports, parents: ["a1"], upgrade: 'op.addColumn("tag", "mail", varchar(40));', downgrade: 'op.dropColumn("tag", "mail");' },
  { id: "b3", imports, parents: ["b2"], upgrade: 'op.createIndex("tag", index("ix_tag_mail").on("mail"));', downgrade: 'op.dropIndex("tag", "ix_tag_mail");' },
];
const bob: readonly MadeRevision[] = [{ id: "c2", imports, parents: ["a1"], upgrade: 'op.addColumn("tag", "age", integer());', downgrade: 'op.dropColumn("tag", "age");' }];

describe("rebase", () => {
  test("moves the branch that no database has; headers and snapshots alone change, and the result runs", async () => {
    const project = await made([trunk, ...ann, ...bob]);
    const body = (text: string) => text.slice(text.indexOf("export function"));
    const before = readFileSync(join(project.folder, "migrations/b2.ts"), "utf8");
    await upgrade(project.context(), { target: "c2" });
    expect(await rebase(project.context())).toMatchObject({ moved: ["b2", "b3"], onto: "c2", files: [join(project.folder, "migrations/b2.ts")] });
    const after = readFileSync(join(project.folder, "migrations/b2.ts"), "utf8");
    expect(after).toContain('export const downRevision = "c2";');
    expect(body(after)).toBe(body(before));
    expect((await check(project.context())).findings.filter(({ code }) => code !== "CHK-001")).toEqual([]);
    expect((await history(project.context())).map(({ revision: id }) => id)).toEqual(["b3", "b2", "c2", "a1"]);
    expect(await upgrade(project.context())).toEqual({ revisions: ["b2", "b3"], heads: ["b3"] });
    expect(await downgrade(project.context(), { target: "base" })).toMatchObject({ heads: [] });
  });

  test("is refused for a branch that a database has, and where heads do not say which moves", async () => {
    const project = await made([trunk, ...ann, ...bob]);
    await expect(rebase(project.context())).rejects.toMatchObject({ code: "MRG-006", hint: "Say it: gen rebase c2 --onto b3" });
    await upgrade(project.context(), { target: "b2" });
    await expect(rebase(project.context(), { branch: "b3", onto: "c2" })).rejects.toMatchObject({ code: "MRG-004", message: expect.stringMatching(/dev\.db has "b2" already/) });
    expect(readFileSync(join(project.folder, "migrations/b2.ts"), "utf8")).toContain('downRevision = "a1"');
    // A branch of which a part is applied stays where it is, so it is the other one that moves.
    expect(await rebase(project.context())).toMatchObject({ moved: ["c2"], onto: "b3" });
    await expect(rebase(project.context())).rejects.toMatchObject({ code: "MRG-003", message: "There is only one head, c2: nothing is to be moved." });
  });

  test("is refused where both branches are applied, and where one of the config's databases() has the branch", async () => {
    const both = await made([trunk, ...ann, ...bob]);
    await upgrade(both.context(), { target: "heads" });
    await expect(rebase(both.context())).rejects.toMatchObject({ code: "MRG-006", hint: "Join the branches: gen merge" });
    const tenants = await made([trunk, ...ann, ...bob], '{ databases: () => ["sqlite:acme.db", "sqlite:globex.db"] }');
    await upgrade(tenants.context({ url: "sqlite:globex.db" }), { target: "b2" });
    await expect(rebase(tenants.context(), { branch: "b3", onto: "c2" })).rejects.toMatchObject({ code: "MRG-004", message: expect.stringMatching(/globex\.db has "b2" already/) });
    expect(await rebase(tenants.context())).toMatchObject({ moved: ["c2"] });
    expect(existsSync(join(tenants.folder, "acme.db"))).toBe(false);
  });

  test("is refused where the branch cannot stand there, and nothing is written", async () => {
    const project = await made([trunk, ...ann, { ...bob[0]!, upgrade: 'op.renameTable("tag", "label");', downgrade: 'op.renameTable("label", "tag");' }]);
    await expect(rebase(project.context(), { branch: "b3", onto: "c2" })).rejects.toMatchObject({ code: "MRG-005", message: expect.stringContaining('Revision "b2" cannot stand on "c2"') });
    expect(readFileSync(join(project.folder, "migrations/b2.ts"), "utf8")).toContain('downRevision = "a1"');
  });

  test("a merge within the branch keeps its own parent and lets go of the other", async () => {
    const project = await made([trunk, ...ann, ...bob, { id: "d4", parents: ["b3", "c2"] }, { id: "e5", imports, parents: ["c2"], upgrade: 'op.addColumn("tag", "size", integer());', downgrade: 'op.dropColumn("tag", "size");' }]);
    expect(await rebase(project.context(), { branch: "d4", onto: "e5" })).toMatchObject({ moved: ["b2", "b3", "d4"] });
    expect(readFileSync(join(project.folder, "migrations/d4.ts"), "utf8")).toContain('downRevision = "b3"');
    expect(await upgrade(project.context())).toEqual({ revisions: ["a1", "c2", "e5", "b2", "b3", "d4"], heads: ["d4"] });
  });
});

describe("merge", () => {
  test("holds the same schema whichever branch is named first, and whichever was applied first", async () => {
    const schemas: unknown[] = [];
    for (const order of [["b3", "c2"], ["c2", "b3"]]) {
      const project = await made([trunk, ...ann, ...bob]);
      for (const target of order) await upgrade(project.context(), { target });
      await merge(project.context(), { revisions: order, revisionId: "m1" });
      const { objects, hash } = JSON.parse(readFileSync(join(project.folder, "migrations/snapshots/m1.json"), "utf8")) as { objects: unknown; hash: unknown };
      schemas.push({ objects, hash });
      expect((await check(project.context())).findings.filter(({ code }) => code !== "CHK-001")).toEqual([]);
      expect(await upgrade(project.context())).toEqual({ revisions: ["m1"], heads: ["m1"] });
      expect(await downgrade(project.context(), { target: "base" })).toMatchObject({ heads: [] });
    }
    expect(schemas[1]).toEqual(schemas[0]);
  });

  test("joins three heads of which two share more than the third has, and applies what they share once", async () => {
    const fork: MadeRevision = { id: "b4", imports, parents: ["b2"], upgrade: 'op.addColumn("tag", "note", text());', downgrade: 'op.dropColumn("tag", "note");' };
    const project = await made([trunk, ...ann, fork, ...bob]);
    expect(await merge(project.context(), { revisionId: "m1" })).toMatchObject({ parents: ["b3", "b4", "c2"] });
    expect((await check(project.context())).findings.filter(({ code }) => code !== "CHK-001")).toEqual([]);
    expect(await upgrade(project.context())).toMatchObject({ heads: ["m1"] });
    const clash = await made([trunk, ...ann, { ...fork, upgrade: 'op.addColumn("tag", "age", text());', downgrade: 'op.dropColumn("tag", "age");' }, ...bob]);
    await expect(merge(clash.context(), { revisionId: "m1" })).rejects.toMatchObject({
      code: "MRG-002",
      hint: "Nothing was written. b3 does: create index ix_tag_mail on tag. b4 does: add column tag.age. c2 does: add column tag.age. Change one of them so that both can stand.",
    });
  });

  test("of one revision is refused, be it the only head or the only one that was named", async () => {
    const project = await made([trunk, ...ann, ...bob]);
    await expect(merge(project.context(), { revisions: ["b3", "b3"] })).rejects.toMatchObject({ code: "MRG-001", message: "Only one revision was named, b3: nothing to merge.", hint: "Name two or more of the heads, b3, c2, or none for all of them." });
    await expect(merge((await made([trunk])).context())).rejects.toMatchObject({ code: "MRG-001", message: "There is only one head, a1: nothing to merge." });
  });

  test("names what either side does where they conflict, and writes nothing", async () => {
    const project = await made([trunk, ...ann, { ...bob[0]!, upgrade: 'op.addColumn("tag", "mail", integer());', downgrade: 'op.dropColumn("tag", "mail");' }]);
    const before = readdirSync(join(project.folder, "migrations"), { recursive: true });
    await expect(merge(project.context(), { revisionId: "m1" })).rejects.toMatchObject({
      code: "MRG-002",
      message: expect.stringContaining('The branches "b3" and "c2" conflict'),
      hint: "Nothing was written. b3 does: add column tag.mail, create index ix_tag_mail on tag. c2 does: add column tag.mail. Change one of them so that both can stand.",
    });
    expect(readdirSync(join(project.folder, "migrations"), { recursive: true })).toEqual(before);
  });
});

describe("several folders", () => {
  test("are read as one history, nested ones too; a new revision goes to the folder of its parent, its snapshot beside", async () => {
    const project = await made([trunk], '{ migrations: ["./migrations", "./modules/**"] }');
    project.write("modules/billing/b2.ts", (await import("../support/project.ts")).revisionText({ id: "b2", labels: ["billing"] }, [], 1));
    await (await import("../../src/commands/snapshot.ts")).snapshot(project.context());
    expect(existsSync(join(project.folder, "modules/snapshots/b2.json"))).toBe(true);
    expect(await revision(project.context(), { revisionId: "b3", head: "b2" })).toMatchObject({ file: join(project.folder, "modules/billing/b3.ts") });
    await expect(revision(project.context(), { revisionId: "x1", head: "base" })).rejects.toMatchObject({ code: "CFG-007", hint: "Say which: --folder migrations or modules." });
    expect(await revision(project.context(), { revisionId: "x1", head: "base", folder: "modules/shop" })).toMatchObject({ file: join(project.folder, "modules/shop/x1.ts") });
    await expect(revision(project.context(), { revisionId: "x2", head: "base", folder: "elsewhere" })).rejects.toMatchObject({ code: "CFG-007" });
    expect(await upgrade(project.context(), { target: "heads" })).toMatchObject({ heads: ["a1", "b3", "x1"] });
  });
});

const rows = 'const tag = table("tag", { id: integer().primaryKey(), name: varchar(40).notNull() });';
const history5: readonly MadeRevision[] = [
  trunk,
  { id: "b2", imports, stubs: rows, upgrade: 'op.addColumn("tag", "age", integer()); op.bulkInsert(tag, [{ id: 1, name: "one" }]);', downgrade: 'op.deleteRows(tag, { key: "id" }, [{ id: 1 }]); op.dropColumn("tag", "age");' },
  { id: "c3", imports, upgrade: "op.execute(\"UPDATE tag SET age = 7 WHERE age IS NULL\"); op.alterColumn(\"tag\", \"age\", { nullable: false });", downgrade: 'op.alterColumn("tag", "age", { nullable: true });' },
  { id: "d4", imports, upgrade: 'op.renameColumn("tag", "age", "years"); op.createIndex("tag", index("ix_tag_years").on("years"));', downgrade: 'op.dropIndex("tag", "ix_tag_years"); op.renameColumn("tag", "years", "age");' },
  { id: "e5", imports, upgrade: 'op.addColumn("tag", "last", integer());', downgrade: 'op.dropColumn("tag", "last");' },
];

test("the id of a new revision is none that targets understand otherwise, whichever command makes it; template and postWrite are for all", async () => {
  const project = await made([trunk, ...ann, { ...bob[0]!, labels: ["bob"] }], '{ postWrite: ["echo // checked by us >>"], template: "./own.ts" }');
  project.write("own.ts", '/** {message} */\nimport type { Operations } from "graven/revision";\nexport const revision = "";\nexport const downRevision = null;\nexport const branchLabels: string[] = [];\nexport const dependsOn: string[] = [];\n// our own\n// {stubs}\nexport function upgrade(op: Operations) {}\nexport function downgrade(op: Operations) {}\n');
  const makers = [(revisionId: string) => revision(project.context(), { head: "b3", revisionId }), (revisionId: string) => merge(project.context(), { revisionId }), (revisionId: string) => squash(project.context(), { range: "b2:b3", revisionId })];
  for (const make of makers) {
    await expect(make("a b/c")).rejects.toMatchObject({ code: "REV-011" });
    await expect(make("head")).rejects.toMatchObject({ code: "REV-006", message: 'The revision id "head" means something else in targets.' });
    await expect(make("bob")).rejects.toMatchObject({ code: "REV-006", message: 'The revision id "bob" is the branch label of "c2".' });
    await expect(make("b2")).rejects.toMatchObject({ code: "REV-001" });
  }
  for (const { file } of [await squash(project.context(), { range: "b2:b3", revisionId: "q1" }), await merge(project.context(), { revisionId: "m1" }), await revision(project.context(), { revisionId: "n1" })]) {
    expect(readFileSync(file!, "utf8")).toMatch(/\/\/ our own[^]*\/\/ checked by us\n$/);
  }
  expect((await check(project.context())).findings.filter(({ code }) => code !== "CHK-001")).toEqual([]);
  project.write("own.ts", "export const revision = 1;");
  await expect(revision(project.context(), { revisionId: "o1" })).rejects.toMatchObject({ code: "GEN-001", place: { file: join(project.folder, "own.ts") } });
});

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const reason = await unavailable(kind);
  test.skipIf(reason !== undefined)(`${kind}: databases before, within, at the end of and after a run that was squashed go on with their rows`, async () => {
    const project = await made(history5);
    const dialect = await loadDialect(kind);
    const urls: string[] = [];
    for (const [at, target] of ["base", "a1", "b2", "c3", "d4", "e5"].entries()) {
      const database = kind === "sqlite" ? undefined : await openTestDatabase(kind);
      if (database) cleanups.push(() => database.close());
      urls.push(database?.url ?? `sqlite:${join(project.folder, `db${at}.db`)}`);
      if (target !== "base") await upgrade(project.context({ url: urls[at]! }), { target });
      const connection = await openDatabase({ url: urls[at]! });
      if (target !== "base") await connection.execute(`INSERT INTO tag (id, name${{ a1: "", b2: "", c3: ", age", d4: ", years", e5: ", years" }[target]}) VALUES (9, 'own'${{ a1: "", b2: "", c3: ", 5", d4: ", 5", e5: ", 5" }[target]})`);
      await connection.close();
    }
    expect(await squash(project.context(), { range: "b2:d4", revisionId: "q1" })).toMatchObject({ revision: "q1", replaces: ["b2", "c3", "d4"], open: [] });
    expect(existsSync(join(project.folder, "migrations/b2.ts"))).toBe(false);
    expect((await check(project.context())).findings.filter(({ code }) => code !== "CHK-001")).toEqual([]);
    expect((await history(project.context())).map(({ revision: id }) => id)).toEqual(["e5", "q1", "a1"]);

    const states: unknown[] = [];
    for (const [at, url] of urls.entries()) {
      const context = project.context({ url });
      expect(await current(context)).toMatchObject({ edited: [] });
      const { revisions } = await upgrade(context);
      expect(revisions).toEqual([["a1", "q1", "e5"], ["q1", "e5"], ["c3", "d4", "e5"], ["d4", "e5"], ["e5"], []][at]);
      const connection = await openDatabase({ url });
      states.push(await dialect.readCatalogue((sql) => connection.query(sql) as never, { ignoreTables: ["graven_revisions"] }));
      expect(await connection.query("SELECT id, name, years FROM tag WHERE id <> 9")).toEqual([{ id: 1, name: "one", years: 7 }]);
      expect(await connection.query("SELECT name, years FROM tag WHERE id = 9")).toEqual([[], [{ name: "own", years: 7 }], [{ name: "own", years: 7 }], [{ name: "own", years: 5 }], [{ name: "own", years: 5 }], [{ name: "own", years: 5 }]][at]);
      await connection.close();
      expect(await current(context)).toMatchObject({ isAtHead: true });
      expect(await downgrade(context, { target: "q1" })).toMatchObject({ heads: ["q1"] });
      expect(await downgrade(context, { target: "a1" })).toEqual({ revisions: ["q1"], heads: ["a1"] });
      expect(await upgrade(context)).toMatchObject({ revisions: ["q1", "e5"] });
    }
    for (const state of states) expect(state).toEqual(states[0]);
  });
}

describe("squash", () => {
  test("makes tables as they are in the end, and keeps what comes between rows in its place", async () => {
    const project = await made(history5);
    await squash(project.context(), { range: "base:head", revisionId: "q1", message: "all" });
    const text = readFileSync(join(project.folder, "migrations/q1_all.ts"), "utf8");
    expect(text).toContain('export const replaces = ["a1", "b2", "c3", "d4", "e5"];');
    expect(text.slice(text.indexOf("export function upgrade"))).toMatchInlineSnapshot(`
      "export function upgrade(op: Operations) {
        op.createTable(tag);
        op.bulkInsert(tag, [{ id: 1, name: "one" }]);
        op.execute("UPDATE tag SET age = 7 WHERE age IS NULL");
        op.alterColumn("tag", "age", { nullable: false });
        op.renameColumn("tag", "age", "years");
        op.createIndex("tag", index("ix_tag_years").on("years"));
        op.addColumn("tag", "last", integer());
      }

      export function downgrade(op: Operations) {
        op.dropColumn("tag", "last");
        op.dropIndex("tag", "ix_tag_years");
        op.renameColumn("tag", "years", "age");
        op.alterColumn("tag", "age", { nullable: true });
        op.deleteRows(tag, { key: "id" }, [{ id: 1 }]);
        op.dropColumn("tag", "age");
        op.dropTable("tag");
      }
      "
    `);
    expect(await upgrade(project.context())).toEqual({ revisions: ["q1"], heads: ["q1"] });
    expect(await downgrade(project.context())).toMatchObject({ heads: [] });
  });

  test("names what is no run, and what a branch holds on to", async () => {
    const project = await made([trunk, ...ann, ...bob]);
    await expect(squash(project.context(), { range: "b2:b2" })).rejects.toMatchObject({ code: "SQS-001" });
    await expect(squash(project.context(), { range: "a1:b3" })).rejects.toMatchObject({ code: "SQS-002", message: '"a1" lies within the run, and "c2" builds on it.' });
    await expect(squash(project.context(), { range: "b3:b2" })).rejects.toMatchObject({ code: "REV-034" });
    await merge(project.context(), { revisionId: "m1" });
    await expect(squash(project.context(), { range: "b2:m1" })).rejects.toMatchObject({ code: "SQS-001", message: expect.stringContaining('"m1" builds on') });
    expect(await squash(project.context(), { range: "b2:b3", revisionId: "q1" })).toMatchObject({ replaces: ["b2", "b3"] });
    expect(await upgrade(project.context())).toMatchObject({ heads: ["m1"] });
  });

  test("a function becomes a question that keeps the revision from running, or is left out when told so", async () => {
    const withFunction: readonly MadeRevision[] = [trunk, { id: "b2", imports, upgrade: 'op.run(async (db) => { await db.insertInto("tag").values({ id: 3, name: "x" }).execute(); });', downgrade: "" }, { id: "c3" }];
    const project = await made(withFunction);
    const { open } = await squash(project.context(), { range: "a1:b2", revisionId: "q1" });
    expect(open).toEqual([expect.stringMatching(/^Revision b2 runs a function here \(replaced\/b2\.ts:\d+\)/)]);
    await expect(upgrade(project.context())).rejects.toMatchObject({ code: "RUN-020" });
    const other = await made(withFunction);
    expect(await squash(other.context(), { range: "a1:b2", revisionId: "q1", leaveOut: ["b2"] })).toMatchObject({ open: [] });
    expect(await upgrade(other.context())).toMatchObject({ revisions: ["q1", "c3"] });
  });

  test("a run may be squashed again, and a replaced revision is named with what stands for it", async () => {
    const project = await made(history5);
    const stands = ["a1", "b2", "c3", "d4", "e5"];
    for (const id of stands) await upgrade(project.context({ url: `sqlite:${id}.db` }), { target: id });
    await squash(project.context(), { range: "a1:c3", revisionId: "q1" });
    await upgrade(project.context({ url: "sqlite:q1.db" }), { target: "q1" });
    await squash(project.context(), { range: "q1:d4", revisionId: "q2" });
    await expect(upgrade(project.context(), { target: "b2" })).rejects.toMatchObject({ code: "REV-035", message: 'Revision "b2" was replaced by "q2".' });
    const told = [];
    for (const id of [...stands, "q1"]) {
      const context = project.context({ url: `sqlite:${id}.db` });
      const { current: at, within, isAtHead } = await current(context);
      const { plan } = await upgrade(context, { dryRun: true });
      const { revisions, heads } = await upgrade(context);
      expect(plan!.map(({ revision: each }) => each)).toEqual(revisions);
      expect(heads).toEqual(["e5"]);
      told.push([at.map(({ revision: each }) => each).join(), within && `${within.applied.join()} of ${within.revision}`, isAtHead, revisions.join()]);
    }
    expect(told).toEqual([
      ["a1", "a1 of q1", false, "b2,c3,d4,e5"],
      ["b2", "a1,b2 of q1", false, "c3,d4,e5"],
      ["q1", "q1 of q2", false, "d4,e5"],
      ["q2", undefined, false, "e5"],
      ["e5", undefined, true, ""],
      ["q1", "q1 of q2", false, "d4,e5"],
    ]);
    expect(await upgrade(project.context())).toEqual({ revisions: ["q2", "e5"], heads: ["e5"] });
  });

  test("a database within a run whose files are gone is told so, and not changed", async () => {
    const project = await made(history5);
    await upgrade(project.context(), { target: "b2" });
    await squash(project.context(), { range: "a1:c3", revisionId: "q1" });
    (await import("node:fs")).rmSync(join(project.folder, "migrations/replaced"), { recursive: true });
    await expect(upgrade(project.context())).rejects.toMatchObject({ code: "REV-037", message: expect.stringContaining('it lacks "c3", which is in no file') });
    await expect(downgrade(project.context())).rejects.toMatchObject({ code: "REV-037" });
  });
});
