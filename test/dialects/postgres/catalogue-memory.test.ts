import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { openDatabase as connect, type Connection } from "../../../src/drivers/index.ts";
import type { CatalogueMemory } from "../../../src/dialects/dialect.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";

const base = `
CREATE TYPE mood AS ENUM ('fine', 'sad');
CREATE TYPE pair AS (a integer, b integer);
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE COLLATION own (provider = libc, locale = 'C');
CREATE SEQUENCE numbers;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TABLE parent (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE, feels mood, both_of pair, called short, told text COLLATE own);
CREATE TABLE child (id integer DEFAULT nextval('numbers') PRIMARY KEY, parent_id integer REFERENCES parent (id), n integer CHECK (twice(n) > 0), day date DEFAULT '2026-02-01');
CREATE INDEX child_n ON child (n);
CREATE TABLE heir (extra integer) INHERITS (parent);
CREATE TABLE whole (id integer, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE part PARTITION OF whole FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE other (id integer, name text);
CREATE MATERIALIZED VIEW seen AS SELECT id, name FROM other;
CREATE INDEX seen_name ON seen (name);
CREATE VIEW shown AS SELECT id FROM other;
`;

/** Each changes what some table's definition says, often without touching that table. */
const changes = [
  "ALTER TABLE other ADD COLUMN note text",
  "ALTER TABLE other DROP COLUMN note",
  "ALTER TABLE parent RENAME TO ancestor",
  "ALTER TABLE ancestor RENAME COLUMN id TO number",
  "ALTER TABLE ancestor RENAME CONSTRAINT parent_code_key TO only_code",
  "ALTER TYPE mood RENAME TO temper",
  "ALTER TYPE temper RENAME VALUE 'sad' TO 'low'",
  "ALTER TYPE temper ADD VALUE 'high'",
  "ALTER TYPE pair RENAME TO couple",
  "ALTER DOMAIN short RENAME TO brief",
  "ALTER COLLATION own RENAME TO mine",
  "ALTER SEQUENCE numbers RENAME TO figures",
  "ALTER FUNCTION twice(integer) RENAME TO doubled",
  "CREATE SCHEMA elsewhere",
  "ALTER TABLE other SET SCHEMA elsewhere",
  "ALTER SCHEMA elsewhere RENAME TO away",
  "ALTER TYPE temper SET SCHEMA away",
  "SET search_path = away, public",
  "CREATE TABLE away.ancestor (id integer)",
  "DROP TABLE away.ancestor",
  "RESET search_path",
  "SET DateStyle = 'SQL, DMY'",
  "RESET DateStyle",
  "COMMENT ON COLUMN child.n IS 'a number'",
  "COMMENT ON INDEX child_n IS 'an index'",
  "COMMENT ON CONSTRAINT only_code ON ancestor IS 'a constraint'",
  "COMMENT ON TYPE away.temper IS 'a type'",
  "COMMENT ON SCHEMA away IS 'a schema'",
  "ALTER INDEX child_n RENAME TO child_by_n",
  "ALTER INDEX child_by_n SET (fillfactor = 70)",
  "DROP INDEX child_by_n",
  "ALTER TABLE child ALTER COLUMN n SET DEFAULT 7",
  "ALTER TABLE child ALTER COLUMN n SET STATISTICS 50",
  "ALTER TABLE child DROP CONSTRAINT child_n_check",
  "ALTER TABLE child ADD CONSTRAINT twins EXCLUDE (n WITH =)",
  "ALTER TABLE child REPLICA IDENTITY FULL",
  "ALTER TABLE child CLUSTER ON child_pkey",
  "ALTER TABLE child ENABLE ROW LEVEL SECURITY",
  "ALTER TABLE ancestor ALTER COLUMN number SET INCREMENT 5",
  "ALTER TABLE heir NO INHERIT ancestor",
  "ALTER TABLE whole DETACH PARTITION part",
  "ALTER TABLE whole ATTACH PARTITION part FOR VALUES FROM ('2026-06-01') TO ('2027-01-01')",
  "ALTER TABLE whole ADD COLUMN kind text DEFAULT 'x'",
  "ALTER INDEX seen_name RENAME TO seen_by_name",
  "DROP MATERIALIZED VIEW seen",
  "DROP TABLE child CASCADE",
  "CREATE TABLE child (id integer)",
  "DISCARD ALL",
];

for (const kind of ["pglite", "postgres"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(reason === undefined ? kind : `${kind} (skipped: ${reason})`, () => {
    let database: TestDatabase | undefined;
    let connection: Connection;
    beforeAll(async () => {
      if (kind === "postgres") database = await openDatabase(kind);
      connection = await connect({ url: database?.url ?? "pglite:" });
    });
    afterAll(async () => {
      await connection?.close();
      await database?.close();
    });

    test("a reader with a memory reads after each change what one without reads", async () => {
      const memory: CatalogueMemory = {};
      const asked: unknown[] = [];
      const remembering = () =>
        postgres.readCatalogue(
          (sql, parameters) => {
            if (parameters?.length) asked.push(parameters[0]);
            return connection.repeat(sql, parameters);
          },
          { memory, privileges: true },
        );
      const fresh = () => postgres.readCatalogue((sql) => connection.query(sql), { privileges: true });
      await connection.execute(base);
      expect(await remembering()).toEqual(await fresh());
      for (const change of changes) {
        await connection.execute(change);
        const [left, right] = [await remembering(), await fresh()];
        expect(left, change).toEqual(right);
        expect(Object.keys(left.tables), change).toEqual(Object.keys(right.tables));
      }
      // Rolled back is not changed, and nothing of a table that did not change is asked for.
      await remembering();
      asked.length = 0;
      await connection.begin();
      await connection.execute("ALTER TABLE child ADD COLUMN more integer");
      await connection.rollback();
      expect(await remembering()).toEqual(await fresh());
      expect(asked).toEqual([]);
      await connection.execute("ALTER TABLE child ADD COLUMN more integer");
      expect(await remembering()).toEqual(await fresh());
      const [{ oid }] = (await connection.query<{ oid: number }>("SELECT 'child'::regclass::oid AS oid")) as [{ oid: number }];
      expect(new Set(asked)).toEqual(new Set([`{${oid}}`]));
    });
  });
}
