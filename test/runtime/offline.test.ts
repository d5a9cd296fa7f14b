import { describe, expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { historyOf } from "../../src/runtime/history.ts";
import { printHistory, printPlan, printRevision } from "../../src/runtime/offline.ts";
import type { RevisionWork } from "../../src/runtime/plan.ts";
import { record } from "../../src/runtime/recorder.ts";
import { emptySchema } from "../../src/schema/types.ts";
import { integer, table, text, type Operations } from "graven/revision";

const [postgres, sqlite, mysql] = [await loadDialect("postgres"), await loadDialect("sqlite"), await loadDialect("mysql")];
const tag = table("tag", { id: integer().primaryKey(), name: text().notNull() });

const workFor = (dialect: typeof postgres, upgrade: (op: Operations) => void, change: Partial<RevisionWork> = {}): RevisionWork => ({
  revision: "a1",
  message: "make\ntags",
  direction: "upgrade",
  operations: record(upgrade),
  before: emptySchema,
  history: historyOf(dialect),
  parents: ["00"],
  checksum: "c0",
  toolVersion: "0.1.0",
  now: () => new Date("2026-01-31T12:00:00Z"),
  ...change,
});

const seedTags = (op: Operations) => {
  op.createTable(tag);
  op.bulkInsert(tag, [{ id: 1, name: "it's" }]);
  op.execute({ tag }, (db) => db.updateTable("tag").set({ name: "x" }).where("id", "=", 1));
  op.execute("SELECT 1 -- no more");
};

test("PostgreSQL: one transaction with the history row, values as literals, statements ended", () => {
  expect(printRevision(postgres, workFor(postgres, seedTags))).toMatchInlineSnapshot(`
    "-- Upgrade a1: make tags

    BEGIN;

    -- create table tag
    CREATE TABLE "tag" (
      "id" integer NOT NULL,
      "name" text NOT NULL,
      CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
    );

    -- insert 1 row into tag
    INSERT INTO "tag" ("id", "name") VALUES (1, 'it''s');

    -- execute a query
    update "tag" set "name" = 'x' where "id" = 1;

    -- execute SELECT 1 -- no more
    SELECT 1 -- no more
    ;

    INSERT INTO "graven_revisions" ("revision", "parents", "checksum", "applied_at", "direction", "steps_done", "steps_total", "tool_version") VALUES ('a1', '["00"]', 'c0', '2026-01-31 12:00:00+00', 'upgrade', 4, 4, '0.1.0');

    COMMIT;
    "
  `);
});

test("MySQL: no transaction, as DDL ends it", () => {
  const printed = printRevision(mysql, workFor(mysql, seedTags));
  expect(printed).not.toMatch(/BEGIN|COMMIT/);
  expect(printed).toContain("INSERT INTO `graven_revisions`");
});

test("what refuses a transaction stands between two", () => {
  const printed = printRevision(postgres, workFor(postgres, (op) => {
    op.createTable(tag);
    op.withoutTransaction(() => op.execute("VACUUM"));
  }));
  expect(printed).toContain("COMMIT;\n\n-- without a transaction: 1 operations\nVACUUM;\n\nBEGIN;");
});

test("a downgrade deletes the row", () => {
  expect(printRevision(sqlite, workFor(sqlite, (op) => op.execute("SELECT 1"), { direction: "downgrade" }))).toContain(`DELETE FROM "graven_revisions" WHERE "revision" = 'a1';`);
});

describe("refusals", () => {
  test("a function is online only, and is named by its line", () => {
    const work = workFor(postgres, (op) => op.run(async () => {}));
    expect(() => printRevision(postgres, work)).toThrowError(expect.objectContaining({ code: "RUN-040", place: expect.objectContaining({ file: expect.stringContaining("offline.test.ts") }) }));
  });

  test("an operation that cannot be planned is named by its line and revision", () => {
    const work = workFor(postgres, (op) => {
      op.createTable(tag);
      op.dropColumn("tag", "nme");
    });
    expect(() => printRevision(postgres, work)).toThrowError(expect.objectContaining({ message: expect.stringContaining('Revision "a1"'), place: expect.objectContaining({ file: expect.stringContaining("offline.test.ts") }) }));
  });
});

test("the history's table is made by itself", () => {
  expect(printHistory(postgres, historyOf(postgres, "audit.past"))).toMatchInlineSnapshot(`
    "-- The table that holds the history

    BEGIN;

    CREATE SCHEMA IF NOT EXISTS "audit";

    CREATE TABLE "audit"."past" (
      "revision" varchar(255) NOT NULL,
      "parents" text NOT NULL,
      "checksum" varchar(64) NOT NULL,
      "applied_at" timestamptz NOT NULL,
      "direction" varchar(9) NOT NULL,
      "steps_done" integer NOT NULL,
      "steps_total" integer NOT NULL,
      "tool_version" varchar(32) NOT NULL,
      "takes_back" integer,
      "error" text,
      CONSTRAINT "past_pkey" PRIMARY KEY ("revision")
    );

    COMMENT ON TABLE "audit"."past" IS 'The revisions that graven has applied (audit.past).';

    COMMIT;
    "
  `);
});

test("a preview shows a function as a comment", () => {
  const operations = record((op) => op.run(async () => {})).map(({ operation }) => operation);
  expect(printPlan(sqlite, sqlite.plan(operations, emptySchema), operations)).toBe("-- run a function\n-- A function runs here, on the open database.\n");
});
