import { describe, expect, test } from "vitest";
import type { ColumnUse, QueryName } from "../../../src/base/query-uses.ts";
import type { DialectName } from "../../../src/dialects/dialect.ts";
import { ParsedQueries } from "../../../src/readers/sql/query-reader.ts";

const written = ({ name, schema }: QueryName) => (schema === undefined ? name : `${schema}.${name}`);

/** `a.x` for a column of one table, `a|b.x` for one of either, `a>b.x` for one of the outer scope where the inner has none. */
function told({ column = "*", scopes, qualifier, row }: ColumnUse): string {
  const from = scopes.map((scope) => scope.map(written).join("|")).filter(Boolean).join(">");
  return `${from}.${column}${qualifier === undefined ? "" : ` of ${qualifier}`}${row ? ` or row ${written(row)}` : ""}`;
}

function columns(sql: string, dialect: DialectName = "postgres"): string[] {
  const uses = new ParsedQueries(dialect).read({ sql, as: "query" });
  return uses ? uses.columns.map(told).sort() : ["not parsed"];
}

describe("the columns that a query uses", () => {
  test("are found through aliases, each in its own table", () => {
    expect(columns("SELECT u.id, p.title FROM users u JOIN public.posts AS p ON p.user_id = u.id WHERE u.state = 1")).toEqual(["public.posts.title", "public.posts.user_id", "users.id", "users.state"]);
  });

  test("are of all tables of their scope where they say none, and of the outer ones where those have none", () => {
    expect(columns("SELECT a FROM t, u")).toEqual(["t|u.a"]);
    expect(columns("SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.id = x)")).toEqual(["u.id", "u>t.x"]);
  });

  test("are no columns of a table where a subquery or a common table expression gives them", () => {
    expect(columns("WITH r AS (SELECT a AS b FROM t) SELECT b, r.b FROM r")).toEqual(["t.a"]);
    expect(columns("SELECT d.n, n FROM (SELECT count(*) AS n FROM t) d")).toEqual([]);
    expect(columns("WITH r(x) AS (SELECT a FROM t) SELECT x FROM r JOIN t ON r.x = t.b")).toEqual(["t.a", "t.b"]);
    expect(columns("WITH RECURSIVE r(n) AS (SELECT id FROM t UNION ALL SELECT n + 1 FROM r) SELECT n FROM r")).toEqual(["t.id"]);
  });

  test("are all of a table behind a star and behind its row", () => {
    expect(columns("SELECT * FROM t JOIN u ON true")).toEqual(["t.*", "u.*"]);
    expect(columns("SELECT u.*, t.a FROM t, u")).toEqual(["t.a", "u.*"]);
    expect(columns("SELECT count(*) FROM t")).toEqual([]);
    expect(columns("SELECT row_to_json(t) FROM t")).toEqual(["t.t or row t"]);
  });

  test("are those of both sides in USING, and all in NATURAL", () => {
    expect(columns("SELECT t.b FROM t LEFT JOIN u USING (id)")).toEqual(["t.b", "t.id", "u.id"]);
    expect(columns("SELECT 1 FROM t NATURAL JOIN u", "sqlite")).toEqual(["t.*", "u.*"]);
  });

  test("are not what ORDER BY names of the result", () => {
    expect(columns("SELECT a AS b FROM t ORDER BY b")).toEqual(["t.a"]);
    expect(columns("SELECT a AS b FROM t ORDER BY c DESC")).toEqual(["t.a", "t.c"]);
    expect(columns("SELECT a FROM t UNION SELECT b FROM u ORDER BY a")).toEqual(["t.a", "u.b"]);
  });

  test("are found in windows, filters, casts, subscripts and functions of a FROM", () => {
    expect(columns("SELECT sum(a) FILTER (WHERE b > 0) OVER (PARTITION BY c ORDER BY d), e::text, f[g], extract(year FROM h), (i).j, k COLLATE \"C\" FROM t")).toEqual(["a", "b", "c", "d", "e", "f", "g", "h", "i", "k"].map((name) => `t.${name}`));
    expect(columns("SELECT w.x FROM t, unnest(t.list) AS w(x), LATERAL (SELECT t.a) z")).toEqual(["t.a", "t.list"]);
    expect(columns("SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b)")).toEqual(["t.a", "t.b"]);
  });

  test("are folded as the database folds them", () => {
    expect(columns('SELECT U."Name", U.Age FROM Users U')).toEqual(["users.Name", "users.age"]);
    expect(columns("SELECT x.[a b], `c` FROM main.T x", "sqlite")).toEqual(["t.a b", "t.c"]);
  });

  test("are of what an alias with columns stands for", () => {
    expect(columns("SELECT n.x FROM t AS n(x)")).toEqual(["t.*"]);
    expect(columns("SELECT v.a FROM (VALUES (1, 2)) AS v(a, b)")).toEqual([]);
  });
});

describe("beside its columns a query", () => {
  const uses = (sql: string) => new ParsedQueries("postgres").read({ sql, as: "query" })!;

  test("names relations, functions, types and texts", () => {
    const { relations, functions, types, strings } = uses("WITH r AS (SELECT 1 FROM auth.users) SELECT app.f(x), nextval('a_seq'), y::public.mood[], CAST(z AS size) FROM r, t");
    expect([relations.map(written), functions.map(written), types.map(written), strings]).toEqual([["auth.users", "t"], ["app.f", "nextval"], ["public.mood", "size"], ["a_seq"]]);
  });

  test("that is an expression names columns of what it stands on", () => {
    const { columns: found } = new ParsedQueries("postgres").read({ sql: "owner = current_user AND EXISTS (SELECT 1 FROM members m WHERE m.team = new.team)", as: "expression" })!;
    expect(found.map(told).sort()).toEqual([".owner", "members.team", "members.team of new"]);
  });

  test("that the parser does not take gives nothing", () => {
    expect(new ParsedQueries("postgres").read({ sql: "SELECT FROM WHERE", as: "query" })).toBeUndefined();
    expect(new ParsedQueries("postgres").read({ sql: "DELETE FROM t", as: "query" })).toBeUndefined();
  });
});
