import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testNames, type TestName } from "../../src/commands/test-options.ts";
import { projectContext } from "../../src/index.ts";
import { testRevisions, type TestOptions, type TestResult } from "../../src/testing/index.ts";
import { revisionFile, writeProject, type JudgedProject } from "../harness/project.ts";
import { databaseKinds, serverUrl, unavailable, type DatabaseKind } from "../support/databases.ts";

// Every built-in test on every database: a history that passes them all, one that each of them must find at fault, and one that
// only fails on populated tables.

const scratch = fileURLToPath(new URL("databases/scratch/", import.meta.url));
let base: string;
beforeAll(() => {
  mkdirSync(scratch, { recursive: true });
  base = mkdtempSync(scratch);
});
afterAll(() => rmSync(dirname(scratch), { recursive: true, force: true }));

const models = `import { check, index, integer, requiredRows, sql, table, text, varchar } from "graven/models";
export const person = table("person", { id: integer().primaryKey().autoIncrement(), first_name: varchar(40).notNull(), email: varchar(80).notNull(), age: integer() }, (t) => [check("person_age_check", sql\`age >= 0\`), index("ix_person_first_name").on(t.first_name)]);
export const letter = table("letter", { id: integer().primaryKey(), person_id: integer().notNull().references(() => person.id, { onDelete: "cascade" }), body: text() });
export const mood = table("mood", { id: integer().primaryKey(), name: varchar(20).notNull().unique() });
requiredRows(mood, { key: "name" }, [{ id: 1, name: "calm" }, { id: 2, name: "merry" }]);
`;
const first = {
  id: "aaaa0001",
  upgrade: `op.createTable("person", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull(), email: varchar(80) });
op.createTable("letter", { id: integer().primaryKey(), person_id: integer().notNull().references("person.id", { onDelete: "cascade" }), body: text() });`,
  downgrade: 'op.dropTable("letter");\nop.dropTable("person");',
};
const second = {
  id: "aaaa0002",
  down: "aaaa0001",
  upgrade: `op.renameColumn("person", "name", "first_name");
op.addColumn("person", "age", integer());
op.createIndex("person", index("ix_person_first_name").on("first_name"));`,
  downgrade: `op.dropIndex("person", "ix_person_first_name");
op.dropColumn("person", "age");
op.renameColumn("person", "first_name", "name");`,
};
const third = {
  id: "aaaa0003",
  down: "aaaa0002",
  head: 'import { check } from "graven/revision";',
  upgrade: `op.backfill("person", { set: { email: sql\`'nobody'\`, age: sql\`0\` } });
op.alterColumn("person", "email", { nullable: false });
op.execute("UPDATE person SET age = 0 WHERE age < 0");
op.createCheck("person", check("person_age_check", sql\`age >= 0\`));
const mood = op.createTable("mood", { id: integer().primaryKey(), name: varchar(20).notNull().unique() });
op.bulkInsert(mood, [{ id: 1, name: "calm" }, { id: 2, name: "merry" }], { key: "name", required: true });`,
  downgrade: `op.dropTable("mood");
op.dropConstraint("person", "person_age_check");
op.alterColumn("person", "email", { nullable: true });`,
};
const good: JudgedProject = {
  name: "good",
  models,
  revisions: [first, second, third].map(revisionFile),
};

/** What a careless revision makes and its downgrade forgets, and how the harness calls it. */
const traces: Readonly<Record<DatabaseKind, Readonly<Record<string, string>>>> = {
  sqlite: {
    "create view people": "CREATE VIEW IF NOT EXISTS people AS SELECT id FROM person",
    "create trigger person.person_touch": "CREATE TRIGGER IF NOT EXISTS person_touch AFTER INSERT ON person BEGIN UPDATE letter SET body = body WHERE person_id = NEW.id; END",
    "create index ix_letter_body on letter": "CREATE INDEX IF NOT EXISTS ix_letter_body ON letter (body)",
  },
  pglite: postgresTraces(),
  postgres: postgresTraces(),
  mariadb: {
    "create view people": "CREATE OR REPLACE VIEW people AS SELECT id FROM person",
    "create trigger person.person_touch": "CREATE OR REPLACE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW SET NEW.first_name = TRIM(NEW.first_name)",
    "create function twice\\(integer\\)": "CREATE OR REPLACE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN n * 2",
    "create procedure nothing": "CREATE OR REPLACE PROCEDURE nothing() SELECT 1",
    "create sequence counter": "CREATE SEQUENCE IF NOT EXISTS counter",
    "create index ix_letter_person on letter": "CREATE INDEX IF NOT EXISTS ix_letter_person ON letter (person_id, id)",
  },
};

function postgresTraces(): Readonly<Record<string, string>> {
  return {
    "create view people": "CREATE OR REPLACE VIEW people AS SELECT id FROM person",
    "create function touch\\(": "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "create trigger person.person_touch": "CREATE OR REPLACE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch()",
    "create sequence counter": "CREATE SEQUENCE IF NOT EXISTS counter",
    "create enum mood_word": "DO 'BEGIN CREATE TYPE mood_word AS ENUM (''calm''); EXCEPTION WHEN duplicate_object THEN NULL; END'",
    "create domain short_text": "DO 'BEGIN CREATE DOMAIN short_text AS text; EXCEPTION WHEN duplicate_object THEN NULL; END'",
    "create schema shelf": "CREATE SCHEMA IF NOT EXISTS shelf",
  };
}

const random: Readonly<Record<DatabaseKind, string>> = { sqlite: "abs(random() % 1000000)", pglite: "floor(random() * 1000000)", postgres: "floor(random() * 1000000)", mariadb: "FLOOR(RAND() * 1000000)" };
const execute = (sql: string) => `op.execute(${JSON.stringify(sql)});`;

const bad = (kind: DatabaseKind): JudgedProject => ({
  name: "bad",
  models,
  revisions: [
    first,
    second,
    { ...third, upgrade: third.upgrade.replace(/^op\.bulkInsert.*$/m, execute("INSERT INTO mood (id, name) VALUES (1, 'calm')")) },
    { id: "bbbb0001", down: "aaaa0003", upgrade: Object.values(traces[kind]).map(execute).join("\n"), downgrade: "" },
    { id: "bbbb0002", down: "bbbb0001", upgrade: execute("DELETE FROM letter WHERE id > 3"), downgrade: "" },
    // As many rows as before, with other values.
    { id: "bbbb0003", down: "bbbb0002", upgrade: execute("UPDATE person SET age = NULL"), downgrade: "" },
    { id: "bbbb0004", down: "bbbb0003", upgrade: execute(`UPDATE person SET age = ${random[kind]}`), downgrade: "" },
    { id: "bbbb0005", down: "bbbb0004", upgrade: "", downgrade: execute("DROP TABLE nothing_of_this_name") },
  ].map(revisionFile),
});
const faults = (kind: DatabaseKind): Partial<Record<TestName, readonly RegExp[]>> => ({
  modelsMatch: [/^TST-103 {2}The models are out of sync with the revisions\./, /insert 2 rows into mood/],
  requiredRows: [/^TST-110 {2}At the heads a row that the models declare is not there/, /mood: \{"id":2,"name":"merry"\}/],
  upDownConsistency: [/^TST-104 {2}Failed to downgrade through each revision individually at revision "bbbb0005"\./, /nothing_of_this_name/],
  downgradeLeavesNoTrace: [/^TST-105 {2}The downgrade of "bbbb0001", "bbbb0005" leaves a trace or fails\./, ...Object.keys(traces[kind]).map((told) => new RegExp(told))],
  noDataLost: [/^TST-111 {2}Revisions "bbbb0002", "bbbb0003" lose data\.\n {2}"bbbb0002" loses 5 of the 8 rows of "letter" on the way up\n {2}"bbbb0003" loses or changes 8 of the 8 values of "person\.age" on the way up and down\n/],
  offlineSql: [/^TST-109 {2}The SQL that `gen upgrade --sql` prints leads to another database than the upgrade\./, /hold other values in \d of the 8 rows of person/],
});

const populated: JudgedProject = {
  name: "populated",
  revisions: [first, { id: "aaaa0002", down: "aaaa0001", head: 'import { unique } from "graven/revision";', upgrade: `${execute("UPDATE person SET email = 'the same'")}\nop.createUnique("person", unique("person_email_key").on("email"));`, downgrade: 'op.dropConstraint("person", "person_email_key");' }].map(revisionFile),
};

const urls: Readonly<Record<DatabaseKind, () => string>> = { sqlite: () => "sqlite:", pglite: () => "pglite:", postgres: () => serverUrl("postgres"), mariadb: () => serverUrl("mariadb") };

for (const kind of databaseKinds) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(`on ${kind}${reason === undefined ? "" : ` (skipped: ${reason})`}`, () => {
    const judge = async (project: JudgedProject, options: TestOptions = {}): Promise<readonly TestResult[]> => {
      const folder = await writeProject({ ...project, name: `${kind} ${project.name}`, url: urls[kind]() }, base);
      return (await testRevisions(projectContext({ folder }), { databases: urls[kind](), ...options })).tests;
    };
    const failed = (tests: readonly TestResult[]) => Object.fromEntries(tests.filter(({ outcome }) => outcome === "failed").map(({ name, fault }) => [name, fault!]));

    test("a good history passes every test, with made-up rows and rows of its own", async () => {
      const tests = await judge(good, {
        fakeRows: 8,
        atRevisionData: { aaaa0001: { __tablename__: "person", id: 101, name: "Ann" } },
        afterRevisionData: { head: [{ __tablename__: "person", id: 101, first_name: "Ann", email: "nobody", age: 0 }, { __tablename__: "mood", name: "calm" }, { query: "SELECT count(*) AS n FROM mood", result: [{ n: 2 }] }] },
      });
      expect(failed(tests)).toEqual({});
      expect(tests.map(({ name }) => name).sort()).toEqual([...testNames].sort());
    });

    test("a careless history fails each test that looks at the database, and the message says where", async () => {
      const tests = await judge(bad(kind), { fakeRows: 8 });
      const found = failed(tests);
      expect(Object.keys(found).sort()).toEqual(Object.keys(faults(kind)).sort());
      for (const [name, patterns] of Object.entries(faults(kind))) for (const pattern of patterns) expect(found[name]).toMatch(pattern);
    });

    test("a revision that only fails on populated tables passes on empty ones", async () => {
      expect(failed(await judge(populated, { include: ["upgrade"] }))).toEqual({});
      expect(failed(await judge(populated, { include: ["upgrade"], fakeRows: 2 }))["upgrade"]).toMatch(/^TST-102 {2}Failed to upgrade from base to the heads[\s\S]*Revision "aaaa0002"/);
    });
  });
}
