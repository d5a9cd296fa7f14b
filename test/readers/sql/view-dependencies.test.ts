import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import { usesColumnsOf } from "../../../src/diff/column-uses.ts";
import { diffSchemas } from "../../../src/diff/index.ts";
import { describeOperation } from "../../../src/operations/apply.ts";
import { ParsedQueries } from "../../../src/readers/sql/query-reader.ts";
import type { Schema } from "../../../src/schema/types.ts";
import { openDatabase, type TestDatabase } from "../../support/databases.ts";
import { readSql } from "./support.ts";

const tables = `
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c text, m mood, list int[]);
CREATE TABLE u (id int PRIMARY KEY, a int, d int, t_id int);
CREATE SCHEMA other;
CREATE TABLE other.t (id int PRIMARY KEY, a int, z int);
CREATE TABLE status (id int PRIMARY KEY, status text, t_id int);
`;

/** Queries whose columns must be exactly those that PostgreSQL itself notes. */
const exact: readonly string[] = [
  "SELECT a FROM t",
  "SELECT x.a, y.d FROM t x, u y",
  "SELECT t.a FROM t JOIN u ON u.t_id = t.id",
  "SELECT u.a AS first, t.b AS second FROM t JOIN u ON u.t_id = t.id ORDER BY first, d",
  "SELECT b, d FROM t, u WHERE t.id = u.t_id",
  "SELECT b FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id AND d = b)",
  "SELECT (SELECT max(a) FROM u WHERE t_id = t.id) AS top FROM t",
  "SELECT c, (SELECT count(*) FROM u WHERE a = 1) AS n FROM t",
  "WITH r AS (SELECT a AS b, t_id FROM u) SELECT r.b, t.c FROM r JOIN t ON t.id = r.t_id",
  "WITH r AS (SELECT id, a FROM u), s AS (SELECT a AS n FROM r) SELECT n FROM s",
  "WITH RECURSIVE r(n) AS (SELECT a FROM u UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r",
  "SELECT * FROM t",
  "SELECT u.*, t.b FROM t, u",
  "SELECT count(*) AS n FROM t WHERE a > 1",
  "SELECT status FROM status",
  "SELECT t.c, u.d FROM t LEFT JOIN u USING (id)",
  "SELECT id, d FROM t LEFT JOIN u USING (id)",
  "SELECT a FROM t UNION ALL SELECT d FROM u ORDER BY a",
  "SELECT sum(a) FILTER (WHERE b > 0) AS s, c FROM t GROUP BY c HAVING min(b) > 0",
  "SELECT row_number() OVER (PARTITION BY a ORDER BY b) AS r FROM t",
  "SELECT sum(d) OVER w AS r FROM u WINDOW w AS (PARTITION BY a)",
  "SELECT e AS x FROM t, unnest(list) AS e",
  "SELECT l.n FROM t, LATERAL (SELECT u.d AS n FROM u WHERE u.t_id = t.id) l",
  "SELECT o.a, t.b FROM other.t AS o JOIN t ON t.id = o.id",
  "SELECT other.t.z FROM other.t",
  "SELECT v.n FROM (VALUES (1), (2)) AS v(n) JOIN t ON t.a = v.n",
  "SELECT d.n FROM (SELECT b AS n, id FROM t) d WHERE d.id = 1",
  "SELECT CASE WHEN m = 'ok'::mood THEN a ELSE 0 END AS x FROM t",
  "SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, c",
  "SELECT a FROM t WHERE (id, b) IN (SELECT t_id, d FROM u)",
  "SELECT x.a FROM (t x JOIN u y ON y.t_id = x.id) LEFT JOIN other.t z ON z.id = y.d",
  "SELECT coalesce(a, 0) AS a FROM u WHERE d BETWEEN 1 AND 2 LIMIT 3",
];

/** Queries where the tree cannot tell: what PostgreSQL notes must be among ours. */
const wider: readonly string[] = ["SELECT n.p FROM u AS n(p, q, r, s)", "SELECT x.a FROM (SELECT * FROM t) x", "SELECT row_to_json(u) AS row FROM u", "SELECT t FROM t, u", "SELECT z.first FROM (t JOIN u ON u.t_id = t.id) AS z(first)"];

describe("what a view uses, against what PostgreSQL notes itself", () => {
  let database: TestDatabase;
  let schema: Schema;
  const queries = new ParsedQueries("postgres");
  beforeAll(async () => {
    database = await openDatabase("pglite");
    await database.query(tables);
    ({ schema } = await readSql("postgres", tables));
  }, 60_000);
  afterAll(() => database.close());

  async function compared(sql: string): Promise<{ noted: string[]; found: string[] }> {
    await database.query(`CREATE VIEW public.v AS ${sql}`);
    const rows = await database.query<{ column: string }>(
      "SELECT DISTINCT n.nspname || '.' || c.relname || '.' || a.attname AS column FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class = 'v'::regclass JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid WHERE d.refobjsubid > 0 AND c.relname <> 'v'",
    );
    await database.query("DROP VIEW public.v");
    const uses = queries.read({ sql, as: "query" });
    if (!uses) throw new Error(`not parsed: ${sql}`);
    const found = Object.entries(schema.tables).flatMap(([key, table]) => table.columns.filter(({ name }) => usesColumnsOf(uses, { table: key, columns: [name] }, schema)).map(({ name }) => `${key.includes(".") ? key : `public.${key}`}.${name}`));
    return { noted: rows.map(({ column }) => column).sort(), found: found.sort() };
  }

  test.each(exact)("%s", async (sql) => {
    const { noted, found } = await compared(sql);
    expect(found).toEqual(noted);
  });

  test.each(wider)("no less in %s", async (sql) => {
    const { noted, found } = await compared(sql);
    expect(found).toEqual(expect.arrayContaining(noted));
  });
});

async function changes(before: string, after: string, dialect: typeof postgres | typeof sqlite = postgres): Promise<string[]> {
  const [{ schema: present }, { schema: next }] = [await readSql(dialect.name, before), await readSql(dialect.name, after)];
  return diffSchemas(present, next, { comparison: dialect, queries: new ParsedQueries(dialect.name).read }).map(describeOperation);
}

describe("a view stays where a column of another table changes that has the same name", () => {
  const before = "CREATE TABLE a (id int PRIMARY KEY, state int); CREATE TABLE b (id int PRIMARY KEY, state int, a_id int);";
  const after = before.replace("state int)", "state bigint)");

  test("behind an alias, in a subquery and behind a common table expression", async () => {
    const views = [
      "CREATE VIEW v AS SELECT a.id, b.state FROM a JOIN b ON b.a_id = a.id;",
      "CREATE VIEW v AS SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a_id = a.id AND state = 1);",
      "CREATE VIEW v AS WITH r AS (SELECT a_id, state FROM b) SELECT a.id, r.state FROM a JOIN r ON r.a_id = a.id;",
      "CREATE MATERIALIZED VIEW v AS SELECT id AS state FROM a ORDER BY state;",
    ];
    for (const view of views) expect(await changes(before + view, after + view), view).toEqual(["alter column a.state (type)"]);
  });

  test("and is taken down and put back where it is its own", async () => {
    const views = ["CREATE VIEW v AS SELECT state FROM a;", "CREATE VIEW v AS SELECT x.* FROM a x JOIN b ON b.a_id = x.id;", "CREATE VIEW v AS SELECT b.id FROM a JOIN b USING (state);"];
    for (const view of views) expect(await changes(before + view, after + view), view).toEqual(["drop view v", "alter column a.state (type)", "create view v"]);
  });

  test("with what stands on it in turn", async () => {
    const views = "CREATE VIEW v AS SELECT state FROM a; CREATE VIEW w AS SELECT * FROM v; CREATE VIEW x AS SELECT b.state FROM b;";
    expect(await changes(before + views, after + views)).toEqual(["drop view w", "drop view v", "alter column a.state (type)", "create view v", "create view w"]);
  });

  test("policies too, on their own table and in a subquery", async () => {
    const policy = (using: string) => `ALTER TABLE b ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON b USING (${using});`;
    const other = policy("EXISTS (SELECT 1 FROM a WHERE a.id = b.a_id AND b.state = 1)");
    expect(await changes(before + other, after + other)).toEqual(["alter column a.state (type)"]);
    const own = policy("EXISTS (SELECT 1 FROM a WHERE a.id = a_id AND state = 1)");
    expect(await changes(before + own, after + own)).toEqual(["drop policy b.p", "alter column a.state (type)", "create policy b.p"]);
  });

  test("on SQLite, where a column goes", async () => {
    const gone = before.replace(", state int)", ")");
    const view = "CREATE VIEW v AS SELECT main.a.id, b.state FROM main.a JOIN b ON b.a_id = a.id;";
    expect(await changes(before + view, gone + view, sqlite)).toEqual(["drop column a.state"]);
    expect(await changes(before + "CREATE VIEW v AS SELECT state FROM a;", gone + "CREATE VIEW v AS SELECT id FROM a;", sqlite)).toEqual(["drop view v", "drop column a.state", "create view v"]);
  });
});
