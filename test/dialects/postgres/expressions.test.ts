import { describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { normalSql } from "../../../src/dialects/postgres/expression.ts";
import type { ColumnType } from "../../../src/schema/types.ts";

describe("expressions that mean the same", () => {
  test.each([
    ["status in ('a', 'b')", "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"],
    ["status not in ('a', 'b')", "((status)::text <> ALL ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"],
    ["status in ('a', 'b')", "(status = ANY (ARRAY['a'::status, 'b'::status]))"],
    ["x in (1)", "(x = 1)"],
    ["price >= 0 and price < 1.5", "((price >= (0)::numeric) AND (price < 1.5))"],
    ["x > -1", "(x > '-1'::integer)"],
    ["x between 1 and 2", "((x >= 1) AND (x <= 2))"],
    ["name like 'a%'", "((name)::text ~~ 'a%'::text)"],
    ["name not ilike 'a%'", "((name)::text !~~* 'a%'::text)"],
    ["created <= now()", "created <= CURRENT_TIMESTAMP"],
    ["d = current_date", "(d = ('now'::text)::date)"],
    ["a != b", "(a <> b)"],
    ["(a = 1 or b = 2) and c", "(((a = 1) OR (b = 2)) AND c)"],
    ["a is not distinct from b", "(NOT (a IS DISTINCT FROM b))"],
    ["d > '2024-01-01'", "(d > '2024-01-01'::date)"],
    ["flag = true", "(flag = true)"],
    ["case when a then 'x' end = b", "(CASE WHEN a THEN 'x'::text ELSE NULL::text END = b)"],
    ["cast(a as varchar(3)) = 'x'", "((a)::character varying(3))::text = 'x'::text"],
    ["trim(x) <> ''", "(TRIM(BOTH FROM x) <> ''::text)"],
    ["data @> '{}'", "(data @> '{}'::jsonb)"],
  ])("%s is %s", (a, b) => expect(postgres.sameExpression(a, b)).toBe(true));
});

describe("expressions that differ", () => {
  test.each([
    ["a and b or c", "a and (b or c)"],
    ["a - (b - c)", "a - b - c"],
    ["'a' = b", "'A' = b"],
    ['"A" = 1', "a = 1"],
    ["user = 'x'", `"user" = 'x'`],
    ["x / 2", "x / 2::numeric"],
    ["length(code::text)", "length(other::text)"],
    ["code::varchar(3) = 'a'", "code = 'a'"],
    ["code::integer = 1", "code = 1"],
    ["d = 'now'::date", "d = ('now'::text)::date"],
    ["x in (1, 2)", "x in (2, 1)"],
    ["not a = b", "(not a) = b"],
    ["d > '2024-01-01 10:00'::date", "d > '2024-01-01 10:00'"],
    ["a like 'x'", "a ilike 'x'"],
  ])("%s is not %s", (a, b) => expect(postgres.sameExpression(a, b)).toBe(false));
});

test("a column named like a word of the language keeps its quotes in the normal form", () => {
  const once = normalSql(`"user" = 'x' and "order" > 1`, { dropsCasts: true });
  expect(once).toBe(`"user" = 'x' AND "order" > 1`);
  expect(normalSql(once, { dropsCasts: true })).toBe(once);
});

describe("with the types of the columns known", () => {
  const types = new Map<string, ColumnType>([["n", { kind: "integer" }], ["m", { kind: "integer" }], ["p", { kind: "numeric" }], ["r", { kind: "real" }], ["c", { kind: "char", length: 3 }], ["t", { kind: "timestamp" }]]);
  const normal = (sql: string) => normalSql(sql, { types, dropsCasts: true });
  test.each([
    ["n / 2.5", "((n)::numeric / 2.5)"],
    ["n * p", "((n)::numeric * p)"],
    ["n::numeric / m", "((n)::numeric / (m)::numeric)"],
    ["n / 2::numeric", "((n)::numeric / (2)::numeric)"],
    ["r * 2", "(r * (2)::double precision)"],
    ["lower(c) = 'a'", "(lower((c)::text) = 'a'::text)"],
    ["t > '2024-01-01'", "(t > '2024-01-01 00:00:00'::timestamp without time zone)"],
  ])("%s is %s", (a, b) => expect(normal(a)).toBe(normal(b)));
  test.each([
    ["n / m", "n::numeric / m"],
    ["c::text = 'a'", "c = 'a'"],
    ["n::text = '1'", "n = 1"],
  ])("%s is not %s", (a, b) => expect(normal(a)).not.toBe(normal(b)));
});

describe("defaults", () => {
  test.each<[ColumnType, string | number | boolean, string]>([
    [{ kind: "integer" }, 1, "1"],
    [{ kind: "integer" }, -1, "'-1'::integer"],
    [{ kind: "bigint" }, "9007199254740993", "'9007199254740993'::bigint"],
    [{ kind: "varchar", length: 10 }, "x", "'x'::character varying"],
    [{ kind: "char", length: 1 }, "x", "'x'::bpchar"],
    [{ kind: "boolean" }, true, "true"],
    [{ kind: "boolean" }, false, "'f'::boolean"],
    [{ kind: "enum", name: "mood" }, "ok", "'ok'::mood"],
    [{ kind: "numeric", precision: 10, scale: 2 }, "0.50", "0.5"],
    [{ kind: "jsonb" }, '{"b":1,"a":[]}', `'{"a": [], "b": 1}'::jsonb`],
    [{ kind: "timestamp" }, "2024-01-31T10:00:00.000Z", "'2024-01-31 10:00:00'::timestamp without time zone"],
    [{ kind: "array", element: { kind: "text" } }, '["a","b"]', "'{a,b}'::text[]"],
    [{ kind: "array", element: { kind: "integer" } }, "[]", "'{}'::integer[]"],
  ])("of %o: %s is %s", (type, value, sql) => expect(postgres.sameDefault({ value }, { sql }, type)).toBe(true));

  test("NULL is no default, and now() is CURRENT_TIMESTAMP", () => {
    expect(postgres.sameDefault(undefined, { sql: "NULL::character varying" }, { kind: "varchar" })).toBe(true);
    expect(postgres.sameDefault({ sql: "now()" }, { sql: "CURRENT_TIMESTAMP" }, { kind: "timestamptz" })).toBe(true);
    expect(postgres.sameDefault({ sql: "1" }, { sql: "2" }, { kind: "integer" })).toBe(false);
    expect(postgres.sameDefault({ value: "1" }, { sql: "'01'" }, { kind: "text" })).toBe(false);
  });
});

describe("types", () => {
  test.each<[string, ColumnType]>([
    ["int4", { kind: "integer" }],
    ["VARCHAR ( 10 )", { kind: "varchar", length: 10 }],
    ["character varying(10)", { kind: "varchar", length: 10 }],
    ["numeric(10,2)", { kind: "numeric", precision: 10, scale: 2 }],
    ["numeric(10,0)", { kind: "numeric", precision: 10 }],
    ["timestamptz", { kind: "timestamptz" }],
    ["timestamp(3) without time zone", { kind: "timestamp", precision: 3 }],
    ["timestamp(6) with time zone", { kind: "timestamptz", precision: 6 }],
    ["text[]", { kind: "array", element: { kind: "text" } }],
    ["character", { kind: "char", length: 1 }],
    ["bpchar", { kind: "sql", sql: "bpchar" }],
    ["interval(3)", { kind: "sql", sql: "interval(3)" }],
    ["float(10)", { kind: "real" }],
    ["citext", { kind: "sql", sql: "citext" }],
    ['"char"', { kind: "sql", sql: '"char"' }],
  ])("%s is %o", (sql, type) => expect(postgres.normalType({ kind: "sql", sql })).toEqual(type));
});
