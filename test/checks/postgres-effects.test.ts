import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walk, type ReviewStep } from "../../src/checks/walk.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { keyOf } from "../../src/schema/key.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { diffRequiredRows } from "../../src/seeds/diff.ts";
import { allCases } from "../support/cases.ts";
import { emptied, openDatabase, unavailable, type TestDatabase } from "../support/databases.ts";
import { runPlan } from "../support/run-plan.ts";

/**
 * The table of claims is measured, not believed: PostgreSQL itself is asked what each statement locks (pg_locks while its transaction is
 * open), which tables it writes anew (relfilenode before and after) and which it reads whole (its own counter of sequential scans).
 */
const missing = await unavailable("postgres");
const dialect = await loadDialect("postgres");
const knowledge = await loadReviewKnowledge("postgres");
const cases = await allCases();

interface Measured {
  readonly locks: Record<string, string>;
  readonly rewrites: readonly string[];
  readonly scans: readonly string[];
}

const strong = new Set(["ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"]);
const modes: Record<string, string> = { ShareUpdateExclusiveLock: "SHARE UPDATE EXCLUSIVE", ShareLock: "SHARE", ShareRowExclusiveLock: "SHARE ROW EXCLUSIVE", ExclusiveLock: "EXCLUSIVE", AccessExclusiveLock: "ACCESS EXCLUSIVE" };
const order = [...strong];

if (missing) test.skip(`locks and rewrites of PostgreSQL (skipped: ${missing})`);
else
  describe("what PostgreSQL does is what is claimed", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await openDatabase("postgres");
    });
    afterAll(() => database.close());

    for (const each of cases) {
      if (each.options.skip?.postgres) continue;
      test(`${each.name}: every statement, up and down`, async () => {
        await emptied(database);
        const { before, operations } = await each.load(dialect);
        const start = [...diffSchemas(emptySchema, before.schema, { comparison: dialect }), ...diffRequiredRows({ ...before.schema, requiredRows: {} }, before.schema, before.rowOptions)];
        await runPlan(database, dialect.plan(start, emptySchema), { transactional: true });
        for (const sql of each.options.rows ?? []) await database.query(sql);
        const upward = walk(operations, before.schema, dialect, knowledge, "15");
        await compareAll(database, upward.steps);
        const back = walk(invertOperations(operations, before.schema), upward.schemas.at(-1)!, dialect, knowledge, "15");
        await compareAll(database, back.steps);
      });
    }

    const shop: readonly Operation[] = [
      { kind: "execute", statements: [{ sql: "CREATE TABLE person (id integer PRIMARY KEY, email varchar(40), age integer NOT NULL, bio text, joined timestamp, price numeric(6,2), born timestamptz(3), CONSTRAINT person_age_check CHECK (age > 0)); CREATE TABLE job (id integer PRIMARY KEY, person_id integer CONSTRAINT job_person_fkey REFERENCES person (id) ON DELETE CASCADE, title text); CREATE INDEX ix_job_title ON job (title); ALTER TABLE person ADD CONSTRAINT person_open CHECK (id > 0) NOT VALID; ALTER TABLE job ADD CONSTRAINT job_open FOREIGN KEY (id) REFERENCES person (id) NOT VALID; CREATE UNIQUE INDEX ux_person_email ON person (email); CREATE INDEX ix_person_bio ON person (bio); INSERT INTO person SELECT n, n::text, 1, 'x', now(), 1, now() FROM generate_series(1, 50) n; INSERT INTO job SELECT n, n, 'x' FROM generate_series(1, 50) n" }] },
    ];
    /** Statements as authors write them by hand, on a table of persons and one of jobs that points at it. */
    const statements: readonly string[] = [
      "ALTER TABLE person ADD COLUMN note text",
      "ALTER TABLE person ADD COLUMN note text NOT NULL DEFAULT 'x'",
      "ALTER TABLE person ADD COLUMN seen timestamptz DEFAULT now()",
      "ALTER TABLE person ADD COLUMN seen timestamptz DEFAULT clock_timestamp()",
      "ALTER TABLE person ADD COLUMN token uuid DEFAULT gen_random_uuid()",
      "ALTER TABLE person ADD COLUMN n serial",
      "ALTER TABLE person ADD COLUMN n integer GENERATED ALWAYS AS IDENTITY",
      "ALTER TABLE person ADD COLUMN n integer GENERATED ALWAYS AS (age * 2) STORED",
      "ALTER TABLE person ADD COLUMN n integer CHECK (n > 0)",
      "ALTER TABLE person ADD COLUMN n integer UNIQUE",
      "ALTER TABLE job ADD COLUMN boss_id integer REFERENCES person (id)",
      "ALTER TABLE person DROP COLUMN bio",
      "ALTER TABLE job DROP COLUMN person_id",
      "ALTER TABLE person ALTER COLUMN email TYPE varchar(80)",
      "ALTER TABLE person ALTER COLUMN email TYPE text",
      "ALTER TABLE person ALTER COLUMN email TYPE varchar(39)",
      "ALTER TABLE person ALTER COLUMN bio TYPE varchar",
      "ALTER TABLE person ALTER COLUMN bio TYPE text COLLATE \"C\"",
      "ALTER TABLE person ALTER COLUMN age TYPE bigint",
      "ALTER TABLE person ALTER COLUMN price TYPE text USING price::text",
      "ALTER TABLE person ALTER COLUMN price TYPE numeric(9,2)",
      "ALTER TABLE person ALTER COLUMN price TYPE numeric(9,2) USING price::numeric(9, 2)",
      "ALTER TABLE person ALTER COLUMN price TYPE numeric(9,2) USING (price + 0)::numeric(9,2)",
      "ALTER TABLE person ALTER COLUMN price TYPE numeric",
      "ALTER TABLE person ALTER COLUMN price TYPE numeric(9,3)",
      "ALTER TABLE person ALTER COLUMN born TYPE timestamptz",
      "ALTER TABLE person ALTER COLUMN born TYPE timestamptz(2)",
      "ALTER TABLE person ALTER COLUMN joined TYPE timestamp(6)",
      "ALTER TABLE job ALTER COLUMN person_id TYPE bigint",
      "ALTER TABLE person ALTER COLUMN bio SET NOT NULL",
      "ALTER TABLE person ALTER COLUMN age SET NOT NULL",
      "ALTER TABLE person ALTER COLUMN age DROP NOT NULL",
      "ALTER TABLE person ALTER COLUMN age SET DEFAULT 3",
      "ALTER TABLE person ALTER COLUMN age DROP DEFAULT",
      "ALTER TABLE person ALTER COLUMN age ADD GENERATED BY DEFAULT AS IDENTITY",
      "ALTER TABLE person ALTER COLUMN age SET STATISTICS 200",
      "ALTER TABLE person SET (fillfactor = 70)",
      "ALTER TABLE person ADD CONSTRAINT c CHECK (age < 200)",
      "ALTER TABLE person ADD CONSTRAINT c CHECK (age < 200) NOT VALID",
      "ALTER TABLE person ADD CONSTRAINT c UNIQUE (bio, id)",
      "ALTER TABLE person ADD CONSTRAINT c UNIQUE USING INDEX ux_person_email",
      "ALTER TABLE job ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES person (id)",
      "ALTER TABLE job ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES person (id) NOT VALID",
      "ALTER TABLE job VALIDATE CONSTRAINT job_open",
      "ALTER TABLE person VALIDATE CONSTRAINT person_open",
      "ALTER TABLE job DROP CONSTRAINT job_person_fkey",
      "ALTER TABLE person DROP CONSTRAINT person_age_check",
      "ALTER TABLE person DROP CONSTRAINT person_pkey CASCADE",
      "ALTER TABLE person RENAME COLUMN bio TO story",
      "ALTER TABLE person RENAME TO people",
      "ALTER TABLE person RENAME CONSTRAINT person_age_check TO c",
      "ALTER INDEX ix_job_title RENAME TO ix_job_heading",
      "ALTER INDEX ix_job_title SET (fillfactor = 70)",
      "COMMENT ON INDEX ix_job_title IS 'x'",
      "ALTER TABLE job ALTER CONSTRAINT job_person_fkey DEFERRABLE INITIALLY DEFERRED",
      "ALTER TABLE job SET UNLOGGED",
      "ALTER TABLE person REPLICA IDENTITY FULL",
      "ALTER TABLE person ENABLE ROW LEVEL SECURITY",
      "ALTER TABLE person DISABLE TRIGGER USER",
      "CREATE INDEX i ON person (age)",
      "CREATE UNIQUE INDEX i ON person (age, id)",
      "DROP INDEX ix_job_title",
      "DROP TABLE job",
      "DROP TABLE person CASCADE",
      "TRUNCATE job",
      "TRUNCATE person CASCADE",
      "REINDEX TABLE person",
      "REINDEX INDEX ix_job_title",
      "CLUSTER person USING person_pkey",
      "COMMENT ON TABLE person IS 'x'",
      "COMMENT ON COLUMN person.bio IS 'x'",
      "CREATE TRIGGER t BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
      "CREATE POLICY p ON person USING (true)",
      "CREATE TABLE pet (id integer PRIMARY KEY, person_id integer REFERENCES person (id))",
      "ANALYZE person",
      "LOCK TABLE person IN SHARE MODE",
      "CREATE VIEW v AS SELECT * FROM person",
      "CREATE TYPE mood AS ENUM ('sad', 'ok')",
    ];
    test("statements that authors write by hand", async () => {
      await emptied(database);
      await runPlan(database, dialect.plan(shop, emptySchema), { transactional: true });
      const schema = await dialect.readCatalogue((sql) => database.query(sql) as never);
      for (const sql of statements) {
        const [step] = walk([{ kind: "execute", statements: [{ sql }] }], schema, dialect, knowledge, "15").steps;
        await database.query("BEGIN");
        const measured = await measure(database, sql);
        await database.query("ROLLBACK");
        expect({ sql, ...measured }).toEqual({ sql, ...claimed(step!, measured) });
      }
    });

    test("CONCURRENTLY lets others write while an index is built, and refuses a transaction", async () => {
      await emptied(database);
      await runPlan(database, dialect.plan(shop, emptySchema), { transactional: true });
      const schema: Schema = await dialect.readCatalogue((sql) => database.query(sql) as never);
      for (const sql of ["CREATE INDEX CONCURRENTLY i ON person (age)", "DROP INDEX CONCURRENTLY ix_job_title", "REINDEX TABLE CONCURRENTLY person", "VACUUM FULL person"]) {
        const [step] = walk([{ kind: "execute", statements: [{ sql }] }], schema, dialect, knowledge, "15").steps;
        expect({ sql, outside: step!.effects.outsideTransaction }).toEqual({ sql, outside: true });
        await database.query("BEGIN");
        const thrown = await database.query(sql).then(() => "nothing", String);
        await database.query("ROLLBACK");
        expect({ sql, thrown }).toEqual({ sql, thrown: expect.stringMatching(/cannot (run|be executed)/) });
      }
    });
  });

/** Runs steps one after the other, each in a transaction of its own, and holds what is measured against what is claimed. */
async function compareAll(database: TestDatabase, steps: readonly ReviewStep[]): Promise<void> {
  for (const step of steps) {
    if (!step.isSql) continue;
    if (!step.transaction) {
      await database.query(step.sql);
      continue;
    }
    await database.query("BEGIN");
    const measured = await measure(database, step.sql);
    await database.query("COMMIT");
    expect({ sql: step.sql, ...measured }).toEqual({ sql: step.sql, ...claimed(step, measured) });
  }
}

/** The claims, as what can be measured. Locks below SHARE UPDATE EXCLUSIVE hold up nobody, and rows decide whether they are taken. */
function claimed({ effects, statement }: ReviewStep, measured: Measured): Measured {
  const own = new Set(effects.work.map(({ table }) => table));
  return {
    locks: Object.fromEntries(effects.locks.filter(({ mode }) => Object.values(modes).includes(mode)).map(({ table, mode }) => [table, mode]).sort()),
    rewrites: effects.work.filter(({ kind }) => kind === "rewrite").map(({ table }) => table).sort(),
    // A query reads what it asks for, and a change of rows what its conditions say; a foreign key's check also reads the table that it points at.
    scans: [...effects.work.filter(({ kind }) => kind !== "rewrite").map(({ table }) => table), ...measured.scans.filter((table) => !own.has(table) && (isReadAside(effects, table) || statement.kind === "create" || statement.kind === "refresh"))].sort(),
  };
}

function isReadAside(effects: ReviewStep["effects"], table: string): boolean {
  const isRows = effects.locks.some(({ mode }) => mode === "ROW EXCLUSIVE");
  // A changed key is checked against its other end, by whichever way the planner finds cheaper.
  const isRetyped = effects.work.length > 0 && effects.locks.length > 1 && effects.locks.some((lock) => lock.table === table);
  return isRows || isRetyped || effects.locks.some((lock) => lock.table === table && (lock.mode === "SHARE ROW EXCLUSIVE" || lock.mode === "ROW SHARE"));
}

async function measure(database: TestDatabase, sql: string): Promise<Measured> {
  const nodes = await filenodes(database);
  const before = await scanCounts(database);
  const isTruncate = /^truncate/i.test(sql);
  await database.query(sql);
  const after = await scanCounts(database);
  const names = new Map(nodes.map(({ oid, key }) => [oid, key]));
  const held = await database.query<{ oid: string; mode: string }>(
    "SELECT l.relation::text AS oid, l.mode FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  const locks: Record<string, string> = {};
  for (const { oid, mode } of held) {
    const key = names.get(oid);
    // Creating an index takes SHARE, and taking the table's own strongest lock is what counts.
    if (key === undefined || !strong.has(mode)) continue;
    const present = order.findIndex((each) => modes[each] === locks[key]);
    if (order.indexOf(mode) > present) locks[key] = modes[mode]!;
  }
  const now = new Map((await filenodes(database)).map(({ oid, node }) => [oid, node]));
  const rewrites = nodes.filter(({ oid, node }) => now.has(oid) && now.get(oid) !== node).map(({ key }) => key).sort();
  const scans = nodes.filter(({ oid, key }) => (after.get(oid) ?? 0) > (before.get(oid) ?? 0) && !rewrites.includes(key)).map(({ key }) => key).sort();
  return { locks: Object.fromEntries(Object.entries(locks).sort()), rewrites: isTruncate ? [] : rewrites, scans };
}

async function filenodes(database: TestDatabase): Promise<{ oid: string; key: string; node: string }[]> {
  const rows = await database.query<{ oid: string; schema: string; name: string; node: string }>(
    "SELECT c.oid::text AS oid, n.nspname AS schema, c.relname AS name, pg_relation_filenode(c.oid)::text AS node FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'm', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",
  );
  return rows.map(({ oid, schema, name, node }) => ({ oid, node, key: keyOf({ name, ...(schema !== "public" && { schema }) }) }));
}

async function scanCounts(database: TestDatabase): Promise<Map<string, number>> {
  const rows = await database.query<{ oid: string; n: string }>("SELECT relid::text AS oid, coalesce(seq_scan, 0)::text AS n FROM pg_stat_xact_user_tables");
  return new Map(rows.map(({ oid, n }) => [oid, Number(n)]));
}
