import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDatabase } from "../../src/commands/check-database.ts";
import { current } from "../../src/commands/current.ts";
import { history } from "../../src/commands/history.ts";
import { review } from "../../src/commands/review.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { openDatabase } from "../../src/drivers/index.ts";
import { openDatabase as openTestDatabase, unavailable } from "../support/databases.ts";
import { makeProject, type MadeRevision } from "../support/project.ts";

const imports = "index, integer, varchar, ";
const revisions: readonly MadeRevision[] = [
  { id: "a1", message: "tags", imports, upgrade: 'op.createTable("tag", { id: integer().primaryKey(), name: varchar(40) });', downgrade: 'op.dropTable("tag");' },
  { id: "b2", message: "names", imports, upgrade: 'op.createIndex("tag", index("ix_tag_name").on("name")); op.execute("VACUUM");', downgrade: 'op.dropIndex("tag", "ix_tag_name");' },
];

test("a plan shows each operation with its SQL and risk, and nothing runs: no table is made, not even the history's, and no lock is taken", async () => {
  const project = await makeProject(revisions, "{}", "js");
  const connection = await openDatabase({ url: `sqlite:${join(project.folder, "dev.db")}` });
  const lock = await connection.lock("graven:graven_revisions", 1000);
  try {
    expect(await upgrade(project.context(), { dryRun: true })).toMatchObject({
      revisions: [],
      heads: [],
      plan: [
        { revision: "a1", message: "tags", direction: "upgrade", steps: [{ operation: "create table tag", sql: [expect.stringContaining('CREATE TABLE "tag"')], apart: false, risk: "low" }] },
        { revision: "b2", message: "names", direction: "upgrade", steps: [{ operation: "create index ix_tag_name on tag" }, { operation: "execute VACUUM", sql: ["VACUUM"], apart: true }] },
      ],
    });
    expect(await connection.query("SELECT name FROM sqlite_master")).toEqual([]);
    await lock.release();
    await upgrade(project.context());
    expect(await upgrade(project.context(), { dryRun: true })).toEqual({ revisions: [], heads: ["b2"], plan: [] });
    expect(await downgrade(project.context(), { dryRun: true, target: "base" })).toMatchObject({ heads: ["b2"], plan: [{ revision: "b2", direction: "downgrade", steps: [{ operation: "drop index ix_tag_name of tag" }] }, { revision: "a1", steps: [{ operation: "drop table tag", risk: "high", reason: "The rows of the table are lost." }] }] });
    expect(await connection.query("SELECT name FROM sqlite_master WHERE name IN ('tag', 'ix_tag_name') ORDER BY 1")).toEqual([{ name: "ix_tag_name" }, { name: "tag" }]);
  } finally {
    await connection.close();
    project.remove();
  }
});

test("what only reads makes no file: a plan, where the database stands, a review and a comparison of one that is not there yet", async () => {
  const project = await makeProject(revisions, "{}", "js");
  try {
    expect(await upgrade(project.context(), { dryRun: true })).toMatchObject({ plan: [{ revision: "a1" }, { revision: "b2" }] });
    expect(await current(project.context())).toMatchObject({ database: expect.stringContaining("dev.db"), current: [], isAtHead: false });
    expect((await history(project.context(), { range: ":current", indicateCurrent: true })).map(({ isCurrent }) => isCurrent)).toEqual([]);
    await review(project.context(), { pending: true, database: true });
    await checkDatabase(project.context());
    expect(readdirSync(project.folder).filter((name) => name.startsWith("dev.db"))).toEqual([]);
    await expect(current(project.context({ url: "sqlite:dev.db?mode=ro" }))).rejects.toMatchObject({ code: "DRV-003" });
  } finally {
    project.remove();
  }
});

const noPostgres = await unavailable("postgres");
test.skipIf(noPostgres !== undefined)(`locks, who waits for them and about how many rows are told from the database itself${noPostgres === undefined ? "" : ` (skipped: ${noPostgres})`}`, async () => {
  const database = await openTestDatabase("postgres");
  const project = await makeProject(revisions, "{}", "js");
  try {
    const context = project.context({ url: database.url! });
    await upgrade(context, { target: "a1" });
    await database.query("INSERT INTO tag SELECT i, 'x' FROM generate_series(1, 20000) AS i");
    await database.query("ANALYZE tag");
    const { plan } = await upgrade(context, { dryRun: true });
    expect(plan![0]!.steps[0]).toMatchObject({ sql: ['CREATE INDEX "ix_tag_name" ON "tag" ("name")'], locks: [{ table: "tag", mode: "SHARE" }], blocks: "writes", rows: { tag: 20000 }, risk: "high", reason: expect.stringContaining("About 20000 rows of tag") });
  } finally {
    project.remove();
    await database.close();
  }
});
