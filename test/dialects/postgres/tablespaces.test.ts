import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDialect } from "../../../src/dialects/index.ts";
import { diffSchemas } from "../../../src/diff/index.ts";
import { emptySchema, type Schema } from "../../../src/schema/types.ts";
import { readSql } from "../../readers/sql/support.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { runPlan } from "../../support/run-plan.ts";
import { expectReality } from "./reality.ts";

const dialect = await loadDialect("postgres");
const space = `graven_test_${process.pid}`;

/** Tablespaces belong to the server: one within its own folder needs no folder of ours, and a role that may make it. */
async function whyNot(): Promise<string | undefined> {
  const reason = await unavailable("postgres");
  if (reason !== undefined) return reason;
  const database = await openDatabase("postgres");
  try {
    const [found] = await database.query("SELECT current_setting('server_version_num')::int >= 150000 AND current_setting('is_superuser') = 'on' AS may");
    return found!["may"] ? undefined : "A tablespace without a folder needs PostgreSQL 15 and a superuser.";
  } finally {
    await database.close();
  }
}
const reason = await whyNot();

const plain = `CREATE TABLE job (id integer NOT NULL, title text, CONSTRAINT job_pkey PRIMARY KEY (id));
CREATE INDEX job_title_idx ON job (title);
CREATE MATERIALIZED VIEW titles AS SELECT job.title FROM job;`;
const spaced = `CREATE TABLE job (id integer NOT NULL, title text, CONSTRAINT job_pkey PRIMARY KEY (id)) TABLESPACE ${space};
CREATE INDEX job_title_idx ON job (title) TABLESPACE ${space};
CREATE MATERIALIZED VIEW titles TABLESPACE ${space} AS SELECT job.title FROM job;
CREATE TABLE note (id integer) TABLESPACE ${space};`;

describe.skipIf(reason !== undefined)(`tablespaces of PostgreSQL${reason === undefined ? "" : ` (${reason})`}`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase("postgres");
    await database.query("SET allow_in_place_tablespaces = on");
    await database.query(`CREATE TABLESPACE ${space} LOCATION ''`);
  });
  afterAll(async () => {
    await database.query("DROP TABLE IF EXISTS job, note CASCADE");
    await database.query(`DROP TABLESPACE ${space}`);
    await database.close();
  });

  const placed = async () => Object.fromEntries((await database.query("SELECT c.relname, COALESCE(t.spcname, '') AS space FROM pg_class c LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i', 'm') ORDER BY 1")).map((row) => [row["relname"], row["space"]]));
  const lead = async (before: Schema, after: Schema) => runPlan(database, dialect.plan(diffSchemas(before, after, { comparison: dialect }), before), { transactional: true });

  test("tables, indexes and materialised views are made there, move there and back, with their rows, and are read back", async () => {
    const [before, after] = [(await readSql("postgres", plain)).schema, (await readSql("postgres", spaced)).schema];
    await lead(emptySchema, before);
    await database.query("INSERT INTO job VALUES (1, 'a')");
    expect(await placed()).toEqual({ job: "", job_pkey: "", job_title_idx: "", titles: "" });
    for (const _ of [1, 2]) {
      await lead(before, after);
      expect(await placed()).toEqual({ job: space, job_pkey: "", job_title_idx: space, note: space, titles: space });
      await expectReality(database, after);
      await lead(after, before);
      expect(await placed()).toEqual({ job: "", job_pkey: "", job_title_idx: "", titles: "" });
      await expectReality(database, before);
    }
    expect(await database.query("SELECT * FROM job")).toEqual([{ id: 1, title: "a" }]);
  });
});
