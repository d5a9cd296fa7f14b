import { expect, test } from "vitest";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import * as m from "../../../src/models/index.ts";
import { schemaOf } from "./support.ts";

test("what SQLite cannot have is refused, each with a hint", () => {
  const kinds = m.enumeration("kinds", ["a"], { schema: "auth" });
  const inSchema = m.table("user", { id: m.integer().primaryKey(), kind: kinds() }, { schema: "auth" });
  const odd = m.table(
    "odd",
    {
      id: m.integer().primaryKey().identity({ start: 5, increment: 1, generation: "always" }),
      other: m.integer().autoIncrement(),
      span: m.interval(),
      list: m.text().array(),
      name: m.text().unique({ deferrable: "initially immediate" }),
      ref: m.integer().references("odd.id", { match: "full" }),
    },
    (t) => [m.unique("nulls").on(t.ref).nullsNotDistinct(), m.index("hash").on(t.name.nullsFirst()).using("hash").include(t.ref)],
  );
  const found = sqlite.refuse(schemaOf(inSchema, odd));
  expect(found.every(({ hint, message }) => Boolean(hint) && message.endsWith("."))).toBe(true);
  expect(found.map(({ path }) => path).sort()).toEqual(["auth", "auth.kinds", "auth.user", "odd.hash", "odd.hash", "odd.hash", "odd.id", "odd.id", "odd.list", "odd.nulls", "odd.odd_name_key", "odd.odd_ref_fkey", "odd.other", "odd.span"]);
});

test("types have a normal form, and defaults and expressions are compared by meaning", () => {
  expect(sqlite.normalType({ kind: "sql", sql: "decimal( 10,0 )" })).toEqual({ kind: "numeric", precision: 10 });
  expect(sqlite.normalType({ kind: "sql", sql: "double  precision" })).toEqual({ kind: "double" });
  expect(sqlite.normalType({ kind: "sql", sql: "geometry" })).toEqual({ kind: "sql", sql: "geometry" });
  const same = sqlite.sameDefault;
  expect(same({ value: true }, { sql: "TRUE" }, { kind: "boolean" })).toBe(true);
  expect(same({ value: 1 }, { value: true }, { kind: "boolean" })).toBe(true);
  expect(same({ value: "9007199254740993" }, { sql: "9007199254740993" }, { kind: "bigint" })).toBe(true);
  expect(same({ value: "9007199254740993" }, { sql: "9007199254740992" }, { kind: "bigint" })).toBe(false);
  expect(same(undefined, { sql: "null" }, { kind: "text" })).toBe(true);
  expect(same({ value: "1" }, { value: 1 }, { kind: "text" })).toBe(false);
  expect(same({ sql: "current_timestamp" }, { sql: "(CURRENT_TIMESTAMP)" }, { kind: "timestamp" })).toBe(true);
  expect(same({ value: "2020-01-31T12:00:00.000Z" }, { sql: "'2020-01-31 12:00:00'" }, { kind: "timestamp" })).toBe(true);
  expect(sqlite.sameExpression('(a == "B") and ([c] != \'X\')', "A = b AND c <> 'X'")).toBe(true);
  expect(sqlite.sameExpression("a = 'x'", "a = 'X'")).toBe(false);
  expect(sqlite.sameExpression("a - (b - c)", "a - b - c")).toBe(false);
});
