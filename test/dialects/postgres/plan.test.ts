import { describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { bigint, enumeration, integer, sql, table, text, varchar } from "../../../src/models/index.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { emptySchema } from "../../../src/schema/types.ts";
import { schemaOf } from "./reality.ts";

const mood = enumeration("mood", ["sad", "ok"]);
const before = schemaOf([table("t", { id: integer().primaryKey().autoIncrement(), size: varchar(10).default("1"), mood: mood() })]);
const statements = (operations: readonly Operation[], schema = before) => postgres.plan(operations, schema).steps.map((step) => (step.kind === "sql" ? (step.transaction ? "" : "alone: ") + step.sql : step.kind));

describe("statements", () => {
  test("a table comes with its indexes and comments as statements of their own", () => {
    const { tables } = schemaOf([table("job", { id: bigint().primaryKey().identity({ generation: "always", start: 5 }), name: text().notNull().default("it's").comment("c") }, { comment: "jobs" })]);
    expect(statements([{ kind: "createTable", table: tables["job"]! }], emptySchema)).toEqual([
      'CREATE TABLE "job" (\n  "id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (START WITH 5),\n  "name" text NOT NULL DEFAULT \'it\'\'s\',\n  CONSTRAINT "job_pkey" PRIMARY KEY ("id")\n)',
      `COMMENT ON TABLE "job" IS 'jobs'`,
      `COMMENT ON COLUMN "job"."name" IS 'c'`,
    ]);
  });

  test("a column changes its type, NOT NULL and default in the order that the server asks for", () => {
    expect(statements([{ kind: "alterColumn", table: "t", column: "size", changes: { type: { kind: "integer" }, nullable: false, default: { value: 2 } } }])).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "size" DROP DEFAULT',
      'ALTER TABLE "t" ALTER COLUMN "size" TYPE integer USING "size"::integer',
      'ALTER TABLE "t" ALTER COLUMN "size" SET NOT NULL',
      'ALTER TABLE "t" ALTER COLUMN "size" SET DEFAULT 2',
    ]);
    expect(statements([{ kind: "alterColumn", table: "t", column: "id", changes: { autoIncrement: null, nullable: true } }])).toEqual([
      'ALTER TABLE "t" ALTER COLUMN "id" DROP IDENTITY',
      'ALTER TABLE "t" ALTER COLUMN "id" DROP NOT NULL',
    ]);
    expect(statements([{ kind: "alterColumn", table: "t", column: "size", changes: { type: { kind: "integer" }, using: "length(size)" } }])).toContain('ALTER TABLE "t" ALTER COLUMN "size" TYPE integer USING length(size)');
  });

  test("a new label leaves the transaction only where a later operation may use it", () => {
    const add: Operation = { kind: "addEnumLabel", name: "mood", label: "glad", position: { before: "ok" } };
    const column = (value: string): Operation => ({ kind: "addColumn", table: "t", column: { name: "x", type: { kind: "enum", name: "mood" }, nullable: true, default: { value } } });
    const first = (...later: Operation[]) => statements([add, ...later])[0];
    expect(first()).toBe(`ALTER TYPE "mood" ADD VALUE 'glad' BEFORE 'ok'`);
    expect(first(column("sad"))).toBe(`ALTER TYPE "mood" ADD VALUE 'glad' BEFORE 'ok'`);
    expect(first(column("glad"))).toBe(`alone: ALTER TYPE "mood" ADD VALUE 'glad' BEFORE 'ok'`);
    expect(first({ kind: "execute", statements: [{ sql: "SELECT 1" }] })).toMatch(/^alone/);
    expect(first({ kind: "run", callback: async () => {} })).toMatch(/^alone/);
  });

  test("what stands in withoutTransaction runs alone, and a decision that is open stops the plan", () => {
    expect(statements([{ kind: "withoutTransaction", operations: [{ kind: "execute", statements: [{ sql: "VACUUM" }] }] }])).toEqual(["alone: VACUUM"]);
    expect(() => statements([{ kind: "todo", message: "choose" }])).toThrow("choose");
  });
});

test("what PostgreSQL cannot have is refused with its reason", () => {
  const long = "x".repeat(64);
  const schema = schemaOf([
    table("a", {
      b: integer().generated(sql`1`, { stored: false }),
      c: text().autoIncrement(),
      d: varchar(3).identity(),
      [long]: integer(),
    }),
    table(long, { id: integer() }),
  ]);
  expect(postgres.refuse(schema).map(({ path }) => path)).toEqual(["a.b", "a.c", "a.d", `a.${long}`, long]);
  expect(postgres.refuse(before)).toEqual([]);
});
