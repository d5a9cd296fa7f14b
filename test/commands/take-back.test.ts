import { describe, expect, test } from "vitest";
import { current } from "../../src/commands/current.ts";
import { downgrade, upgrade } from "../../src/commands/run.ts";
import { unavailable } from "../support/databases.ts";
import { madeForEachTest } from "../support/made.ts";
import type { MadeRevision } from "../support/project.ts";

const made = madeForEachTest();

const imports = "table, integer, enumeration, view, sql, index, check, unique, primaryKey, ";
const first: MadeRevision = {
  id: "a1",
  imports,
  stubs: 'const mood = enumeration("mood", ["ok", "sad"]); const person = table("person", { id: integer().primaryKey(), mood: mood().notNull() });',
  upgrade: 'op.createEnum("mood", ["ok", "sad"]); op.createTable(person); op.createObject(view("moody", sql`SELECT id, mood FROM person WHERE mood <> \'ok\'`)); op.bulkInsert(person, [{ id: 1, mood: "sad" }, { id: 2, mood: "sad" }]);',
  downgrade: "",
};
const stops = 'op.execute("CREATE UNIQUE INDEX CONCURRENTLY once ON person (mood)");';
const reason = await unavailable("postgres");

describe.skipIf(reason !== undefined)("a label that was added before a revision stopped", () => {
  const written = {
    "by itself": 'op.addEnumLabel("mood", "happy", { after: "ok" });',
    "within op.withTimeouts": 'op.withTimeouts({ lockTimeout: 5 }, () => { op.addEnumLabel("mood", "happy", { after: "ok" }); });',
    "within op.withoutTransaction": 'op.withoutTransaction(() => { op.addEnumLabel("mood", "happy", { after: "ok" }); });',
    "in groups within each other": 'op.withoutTransaction(() => { op.withTimeouts({ statementTimeout: 60 }, () => { op.addEnumLabel("mood", "happy"); }); op.addColumn("person", "age", integer()); });',
  };
  for (const [how, upgrades] of Object.entries(written)) {
    test(`${how} is taken back under a view, which stands again afterwards`, async () => {
      const project = await made.project([first, { id: "b2", imports, upgrade: `${upgrades} ${stops}`, downgrade: "" }], undefined, "js");
      const database = await made.database("postgres");
      const context = project.context({ url: database.url! });
      await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-031", message: expect.stringContaining("could not create unique index") });
      const labels = () => database.query("SELECT array_agg(enumlabel::text ORDER BY enumsortorder)::text AS labels FROM pg_enum");
      expect((await labels())[0]!["labels"]).toContain("happy");

      expect(await downgrade(context, { resume: true })).toEqual({ revisions: ["b2"], heads: ["a1"] });
      expect(await labels()).toEqual([{ labels: "{ok,sad}" }]);
      expect(await database.query("SELECT id, mood FROM moody ORDER BY id")).toEqual([{ id: 1, mood: "sad" }, { id: 2, mood: "sad" }]);
      expect(await current(context)).toMatchObject({ current: [{ revision: "a1" }] });
    });
  }
});

describe.skipIf(reason !== undefined)("an online form that stopped half-way because of rows", () => {
  const tables = 'op.execute("CREATE TABLE unused (id integer)");';
  const person: MadeRevision = { id: "a1", imports, stubs: 'const person = table("person", { id: integer().primaryKey(), age: integer() });', upgrade: `op.createTable(person); op.bulkInsert(person, [{ id: 1, age: null }, { id: 2, age: 3 }, { id: 3, age: 3 }]); ${tables}`, downgrade: "" };
  const forms = {
    "a check": { upgrade: 'op.createCheck("person", check("old", sql`age > 5`), { online: true });', mended: "UPDATE person SET age = 10 + id" },
    "a required column": { upgrade: 'op.alterColumn("person", "age", { nullable: false }, { online: true });', mended: "UPDATE person SET age = 10 + id" },
    "a unique constraint": { upgrade: 'op.createUnique("person", unique("ages").on("age"), { online: true });', mended: "UPDATE person SET age = 10 + id" },
    "a unique index": { upgrade: 'op.execute("CREATE UNIQUE INDEX CONCURRENTLY ages ON person (age)");', mended: "UPDATE person SET age = 10 + id" },
    "a primary key": { upgrade: 'op.dropConstraint("person", "person_pkey"); op.createPrimaryKey("person", primaryKey("ages").on("age"), { online: true });', mended: "UPDATE person SET age = 10 + id" },
  };
  for (const [what, { upgrade: upgrades, mended }] of Object.entries(forms)) {
    test(`${what} is taken back though the rows are as they were, and made once they are mended`, async () => {
      const project = await made.project([person, { id: "b2", imports, upgrade: `op.createIndex("person", index("seen").on("id")); ${upgrades}`, downgrade: "" }], undefined, "js");
      const database = await made.database("postgres");
      const context = project.context({ url: database.url! });
      const shape = () => database.query("SELECT conname::text AS name, contype::text AS kind FROM pg_constraint WHERE conrelid = 'person'::regclass UNION ALL SELECT indexrelid::regclass::text, 'index' FROM pg_index WHERE indrelid = 'person'::regclass UNION ALL SELECT attname, 'required' FROM pg_attribute WHERE attrelid = 'person'::regclass AND attnum > 0 AND attnotnull ORDER BY 1, 2");
      await upgrade(context, { target: "a1" });
      const before = await shape();
      await expect(upgrade(context)).rejects.toMatchObject({ code: "RUN-031" });

      expect(await downgrade(context, { resume: true })).toEqual({ revisions: ["b2"], heads: ["a1"] });
      expect(await shape()).toEqual(before);
      await database.query(mended);
      expect(await upgrade(context)).toEqual({ revisions: ["b2"], heads: ["b2"] });
    });
  }
});
