import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadDialect } from "../../../src/dialects/index.ts";
import { diffSchemas } from "../../../src/diff/index.ts";
import { checkDatabase, projectContext, pull, revision, upgrade, type CommandEvent } from "../../../src/index.ts";
import { readModels } from "../../../src/readers/models/read-models.ts";
import { followsFromDefaults } from "../../../src/schema/privileges.ts";
import { emptySchema, type DatabaseObject, type Schema } from "../../../src/schema/types.ts";
import { readTexts } from "../../readers/sql/support.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { runPlan } from "../../support/run-plan.ts";

const dialect = await loadDialect("postgres");

const file = `
CREATE SCHEMA audit;
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE DOMAIN email AS text;
CREATE TABLE job (id serial PRIMARY KEY, title text, body text, "Note" text, mail email, mood mood);
CREATE TABLE audit.entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE VIEW titles AS SELECT title FROM job;
CREATE FUNCTION tally(a integer, b varchar(10)) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION audit.alone() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE sweep() LANGUAGE sql AS 'SELECT 1';
GRANT SELECT, INSERT ON job, public.titles TO pg_monitor, pg_read_all_data WITH GRANT OPTION;
GRANT UPDATE (title, "Note"), REFERENCES (id) ON TABLE job TO pg_monitor;
REVOKE GRANT OPTION FOR INSERT ON job FROM pg_monitor;
REVOKE INSERT ON job FROM pg_read_all_data CASCADE;
GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA audit TO pg_monitor;
GRANT USAGE, SELECT ON SEQUENCE job_id_seq TO pg_monitor;
REVOKE ALL ON FUNCTION tally(integer, character varying) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tally(integer, character varying) TO pg_monitor;
REVOKE EXECUTE ON FUNCTION audit.alone FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.alone() TO PUBLIC;
REVOKE ALL ON PROCEDURE sweep() FROM PUBLIC;
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON DOMAIN email TO pg_monitor GRANTED BY CURRENT_USER;
GRANT USAGE ON SCHEMA audit TO PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT SELECT ON job TO PUBLIC;
REVOKE ALL ON job FROM PUBLIC;
`;

const outside = "GRANT pg_monitor TO pg_read_all_data;\nGRANT CONNECT ON DATABASE shop TO pg_monitor;\nALTER DEFAULT PRIVILEGES IN SCHEMA audit GRANT SELECT ON TABLES TO pg_monitor;\n";

const grantsIn = (objects: Schema["objects"]): Record<string, DatabaseObject> => Object.fromEntries(Object.entries(objects).filter(([, { kind }]) => kind === "grant").sort(([a], [b]) => (a < b ? -1 : 1)));

async function schemaOf(text: string): Promise<Schema> {
  const { declarations } = await readTexts("postgres", [text], { privileges: true });
  return (await readModels([], async () => ({}), dialect.naming, { beside: declarations })).schema;
}

test("GRANT and REVOKE fold into one grant for each object and role, and follow what comes after them", async () => {
  const { objects } = await schemaOf(`${file}
    ALTER TABLE job RENAME TO task;
    ALTER TABLE task RENAME COLUMN title TO headline;
    ALTER TABLE task DROP COLUMN "Note";
    ALTER VIEW titles RENAME TO headlines;
    DROP PROCEDURE sweep();`);
  expect(Object.values(grantsIn(objects)).map((grant) => (grant.kind === "grant" ? `${grant.on} to ${grant.name}: ${grant.privileges.join(", ") || "none"}${grant.grantable ? `; further ${grant.grantable.join(", ")}` : ""}` : ""))).toEqual([
    "function tally(integer, character varying) to pg_monitor: EXECUTE",
    "function tally(integer, character varying) to public: none",
    "schema audit to public: USAGE",
    "schema public to public: none",
    "sequence job_id_seq to pg_monitor: USAGE, SELECT",
    "table audit.entry to pg_monitor: ALL",
    "table headlines to pg_monitor: SELECT, INSERT; further SELECT, INSERT",
    "table headlines to pg_read_all_data: SELECT, INSERT; further SELECT, INSERT",
    "table task to pg_monitor: SELECT, INSERT, REFERENCES (id), UPDATE (headline); further SELECT",
    "table task to pg_read_all_data: SELECT; further SELECT",
    "type email to pg_monitor: USAGE",
    "type mood to public: none",
  ]);
});

test("without `privileges` one note tells how many statements were left out, with it only those that are no part of a schema", async () => {
  const without = await readTexts("postgres", [`${file}${outside}`]);
  expect(without.notes).toEqual([{ message: "Left out 20 statements on rights of the SQL file (GRANT, REVOKE).", hint: "`privileges: true` in the config reads and compares them." }]);
  expect(without.declarations.objects.filter(({ object }) => object.kind === "grant")).toEqual([]);
  const given = await readTexts("postgres", [`${file}${outside}`], { privileges: true });
  expect(given.notes).toEqual([{ message: "Left out 2 statements on rights of the SQL file: the rights of roles and databases are no part of a schema.", hint: "Give such rights where the roles are made." }]);
});

test("ALTER DEFAULT PRIVILEGES folds into one grant for what is yet to be made", async () => {
  const { objects } = await schemaOf(`CREATE SCHEMA audit;
    ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor, CURRENT_USER IN SCHEMA audit GRANT SELECT, INSERT ON TABLES TO pg_read_all_data;
    ALTER DEFAULT PRIVILEGES IN SCHEMA audit REVOKE INSERT ON TABLES FROM pg_read_all_data;
    ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO pg_monitor WITH GRANT OPTION;
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;`);
  expect(grantsIn(objects)).toEqual({
    "grant default functions to public": { kind: "grant", name: "public", on: "default functions", privileges: [] },
    "grant default schemas to pg_monitor": { kind: "grant", name: "pg_monitor", on: "default schemas", privileges: ["USAGE"], grantable: ["USAGE"] },
    "grant default tables in audit by pg_monitor to pg_read_all_data": { kind: "grant", name: "pg_read_all_data", on: "default tables in audit by pg_monitor", privileges: ["SELECT", "INSERT"] },
    "grant default tables in audit to pg_read_all_data": { kind: "grant", name: "pg_read_all_data", on: "default tables in audit", privileges: ["SELECT"] },
  });
});

test("what the server grants by itself on a later table follows from what was said of tables yet to be made", () => {
  const said = { kind: "grant", name: "reader", on: "default tables in audit", privileges: ["SELECT", "INSERT"] } as const;
  const found = (on: string, privileges: readonly string[], name = "reader") => followsFromDefaults({ kind: "grant", name, on, privileges }, [said]);
  expect(found("table audit.log", ["SELECT", "INSERT"])).toBe(true);
  expect(found("table log", ["SELECT"])).toBe(false);
  expect(found("table audit.log", ["SELECT", "DELETE"])).toBe(false);
  expect(found("table audit.log", ["SELECT"], "writer")).toBe(false);
  expect(found("sequence audit.log_id_seq", ["SELECT"])).toBe(false);
});

test("what a grant names must be there, with the nearest name", async () => {
  await expect(readTexts("postgres", ["CREATE TABLE job (id int);\nGRANT SELECT ON jobs TO pg_monitor;"], { privileges: true })).rejects.toMatchObject({ code: "SQL-001", place: { line: 2 }, hint: 'Did you mean "job"?' });
  await expect(readTexts("postgres", ["CREATE TABLE job (id int);\nGRANT SELECT (nam) ON job TO pg_monitor;"], { privileges: true })).rejects.toMatchObject({ code: "SQL-001" });
  await expect(schemaOf("CREATE TABLE job (id int);\nGRANT EXECUTE ON job TO pg_monitor;")).rejects.toMatchObject({ code: "MOD-053" });
});

const reason = await unavailable("postgres");
describe.skipIf(reason !== undefined)(`on a server${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
  const grantsOf = async (database: TestDatabase) => grantsIn((await dialect.readCatalogue((sql) => database.query(sql) as never, { privileges: true })).objects);

  test("the grants of a file are those of a database that the server made of it", async () => {
    const schema = await schemaOf(file);
    const [made, loaded] = [await openDatabase("postgres"), await openDatabase("postgres")];
    try {
      await loaded.query(file);
      await runPlan(made, dialect.plan(diffSchemas(emptySchema, schema, { comparison: dialect }), emptySchema), { transactional: true });
      expect(await grantsOf(loaded)).toEqual(grantsIn(schema.objects));
      expect(await grantsOf(made)).toEqual(grantsIn(schema.objects));
    } finally {
      await made.close();
      await loaded.close();
    }
  });

  test("a project that asks for privileges writes them, checks them in the database, and pulls them", { timeout: 300_000 }, async () => {
    const database = await openDatabase("postgres");
    const empty = await openDatabase("postgres");
    const scratch = { scratch: empty.url };
    const folder = mkdtempSync(join(tmpdir(), "graven-privileges-"));
    mkdirSync(join(folder, "node_modules"));
    const events: CommandEvent[] = [];
    const project = (privileges: boolean, models = "./schema.sql") => projectContext({ folder, config: { models: [models], url: database.url, ...(privileges && { privileges: true }) }, onEvent: (event) => void events.push(event) });
    const schema = "CREATE TABLE job (id int PRIMARY KEY, title text);\nCREATE VIEW titles AS SELECT title FROM job;\n";
    try {
      writeFileSync(join(folder, "schema.sql"), `${schema}GRANT SELECT ON job, titles TO pg_monitor;\n`);
      expect((await revision(project(false), { autogenerate: true, message: "first", revisionId: "first" })).operations).toEqual(["create table job", "create view titles"]);
      expect(events).toContainEqual({ kind: "note", message: "Left out 1 statement on rights of the SQL file (GRANT, REVOKE).", hint: "`privileges: true` in the config reads and compares them." });
      expect((await revision(project(true), { autogenerate: true, message: "second", revisionId: "second" })).operations).toEqual(["create grant table job to pg_monitor", "create grant table titles to pg_monitor"]);
      await upgrade(project(true), {});
      // The embedded scratch database is of another version, which spells the view in other words.
      expect(await checkDatabase(project(true))).toEqual({ findings: [], changes: [] });
      // A view that is made anew has what was granted on it.
      writeFileSync(join(folder, "schema.sql"), `${schema.replace("SELECT title FROM", "SELECT id, title FROM")}GRANT SELECT ON job, titles TO pg_monitor;\n`);
      await revision(project(true), { autogenerate: true, message: "third", revisionId: "third" });
      await upgrade(project(true), {});
      expect(await checkDatabase(project(true), scratch)).toEqual({ findings: [], changes: [] });

      await database.query("REVOKE SELECT ON titles FROM pg_monitor; GRANT UPDATE (title) ON job TO pg_monitor");
      expect((await checkDatabase(project(true), scratch)).changes.toSorted()).toEqual(["drop grant table titles to pg_monitor", "replace grant table job to pg_monitor"]);
      expect((await checkDatabase(project(false), scratch)).changes).toEqual([]);

      for (const out of ["pulled.ts", "pulled.sql"]) {
        expect((await pull(project(true, `./${out}`), { baseline: false })).differences).toEqual([]);
        expect(readFileSync(join(folder, out), "utf8")).toContain(out.endsWith(".ts") ? 'privileges: ["SELECT", "UPDATE (title)"]' : 'GRANT SELECT, UPDATE ("title") ON TABLE "job" TO "pg_monitor"');
      }
    } finally {
      await database.close();
      await empty.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("what was given to an owner counts as there as far as he has it", { timeout: 300_000 }, async () => {
    const database = await openDatabase("postgres");
    const folder = mkdtempSync(join(tmpdir(), "graven-owner-"));
    mkdirSync(join(folder, "node_modules"));
    const project = () => projectContext({ folder, config: { models: ["./schema.sql"], url: database.url, privileges: true } });
    try {
      const [{ name }] = (await database.query("SELECT quote_ident(current_user) AS name")) as [{ readonly name: string }];
      writeFileSync(join(folder, "schema.sql"), `CREATE TABLE job (id int PRIMARY KEY, title text);\nCREATE TABLE note (id int PRIMARY KEY);\nGRANT ALL ON TABLE job TO ${name};\nGRANT SELECT, INSERT ON note TO ${name};\nGRANT UPDATE (id, title) ON job TO PUBLIC;\n`);
      await revision(project(), { autogenerate: true, message: "first", revisionId: "first" });
      await upgrade(project(), {});
      expect(await checkDatabase(project())).toEqual({ findings: [], changes: [] });
      await database.query(`REVOKE INSERT ON note FROM ${name}; REVOKE ALL ON job FROM ${name}`);
      expect((await checkDatabase(project())).changes.toSorted()).toEqual([`drop grant table job to ${name}`, `replace grant table note to ${name}`]);
    } finally {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
