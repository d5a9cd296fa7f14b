import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDatabase, projectContext, revision, stamp, type CommandEvent } from "../../src/index.ts";
import { openStage, type Stage } from "../examples/support/stage.ts";
import { unavailable } from "../support/databases.ts";

const reason = await unavailable("postgres");
const role = `graven_reader_${process.pid}`;

// The file says what the server prints otherwise: only a server that has the extension and the role can tell.
const sql = `CREATE EXTENSION citext;
CREATE TABLE person (id int PRIMARY KEY, mail citext DEFAULT 'a' CHECK (mail::text NOT LIKE '% %' AND lower(mail::text) IN ('a', 'b')));
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY reads ON person FOR SELECT TO ${role} USING (mail = ANY (SELECT p.mail FROM person p WHERE p.id < 5));
CREATE VIEW mails AS SELECT p.mail, count(*) AS n FROM person p GROUP BY 1;
`;

describe.skipIf(reason !== undefined)(`drift on PostgreSQL is found without --scratch${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
  let stage: Stage;
  let other: Stage;
  let folder: string;
  const events: CommandEvent[] = [];
  const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: stage.url }, onEvent: (event) => void events.push(event) });
  beforeAll(async () => {
    [stage, other] = [await openStage("postgres"), await openStage("postgres")];
    folder = mkdtempSync(join(tmpdir(), "graven-scratch-"));
    mkdirSync(join(folder, "migrations"));
    writeFileSync(join(folder, "schema.sql"), sql);
    await stage.use(async (query) => {
      for (const each of [`CREATE ROLE ${role}`, ...sql.split(";\n").filter(Boolean)]) await query(each);
    });
    await revision(project(), { autogenerate: true, message: "first", revisionId: "aaaaaaaaaaaa" });
    await stamp(project(), { revisions: ["head"] });
  });
  afterAll(async () => {
    await stage.close();
    await other.use((query) => query(`DROP ROLE ${role}`));
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("in PGlite, opened with the extensions and given the roles that the schema uses", async () => {
    events.length = 0;
    expect(await checkDatabase(project())).toEqual({ findings: [], changes: [] });
    expect(events.filter(({ kind }) => kind === "note")).toEqual([]);
  });

  test("by graven's own rules where PGlite lacks an extension, which is told", async () => {
    await stage.use((query) => query("CREATE EXTENSION refint"));
    events.length = 0;
    const { changes } = await checkDatabase(project());
    expect(changes).toContain("create extension refint");
    expect(events.filter(({ kind }) => kind === "note")).toEqual([
      {
        kind: "note",
        message: `The schema could not be built in a scratch database (PGlite has no extension "refint" here), so spellings are compared by graven's own rules: what is told below may be the same in other words.`,
        hint: "Make an empty database beside this one, and name it with --scratch.",
      },
    ]);
    expect((await checkDatabase(project(), { scratch: other.url })).changes).toEqual(["create extension refint"]);
    await stage.use((query) => query("DROP EXTENSION refint"));
  });

  test("and a scratch database that cannot hold the schema is refused with its reason", async () => {
    await expect(checkDatabase(project(), { scratch: "pglite:" })).rejects.toMatchObject({ code: "CHK-008", message: expect.stringContaining('extension "citext" is not available') });
  });
});
