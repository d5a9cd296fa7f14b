import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diffSchemas } from "../../../src/diff/index.ts";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import { applyOperations } from "../../../src/operations/apply.ts";
import type { Check, Column, ColumnType, ForeignKey, Index, Schema, Table, Unique } from "../../../src/schema/types.ts";
import { databaseWith, migrate } from "./support.ts";

const types: fc.Arbitrary<ColumnType> = fc.constantFrom<ColumnType[]>({ kind: "integer" }, { kind: "text" }, { kind: "varchar", length: 20 }, { kind: "numeric", precision: 8, scale: 2 }, { kind: "boolean" }, { kind: "json" }, { kind: "enum", name: "mood" }, { kind: "binary" });
const names = ["a", "b", "c", "d", "e"];
const subset = fc.subarray(names, { minLength: 1 });

// Every value is NULL or 'x', which each type and each enum takes: what is tried here is the way, not the refusals.
const column = (name: string): fc.Arbitrary<Column> =>
  fc.record({ type: types, collate: fc.boolean(), generated: fc.constantFrom(undefined, "stored" as const, "virtual" as const), given: fc.boolean() }).map(({ type, collate, generated, given }) => ({
    name,
    type: generated ? { kind: "text" } : type,
    nullable: true,
    ...(collate && { collation: "NOCASE" }),
    ...(generated ? { generated: { sql: "substr('x', 1, id)", storage: generated } } : given && { default: type.kind === "text" ? { value: "x" } : { sql: "substr('xy', 1, 1)" } }),
  }));

const table = (name: string): fc.Arbitrary<Table> =>
  subset.chain((chosen) =>
    fc.record({ columns: fc.tuple(...chosen.map(column)), used: fc.subarray(chosen), unique: fc.boolean(), check: fc.boolean(), index: fc.boolean(), points: fc.boolean(), counts: fc.boolean() }).map(({ columns, used, unique, check, index, points, counts }) => {
      const key: Column = { name: "id", type: { kind: "integer" }, nullable: false, ...(counts && { autoIncrement: true as const }) };
      const other = name === "one" ? "two" : "one";
      return {
        name,
        columns: [key, ...columns, { name: "other_id", type: { kind: "integer" }, nullable: true }],
        primaryKey: { name: `${name}_pkey`, columns: ["id"] },
        uniques: unique ? [{ name: `${name}_uq`, columns: ["id", ...used] } satisfies Unique] : [],
        foreignKeys: points ? [{ name: `${name}_fk`, columns: ["other_id"], references: { table: other, columns: ["id"] }, onDelete: "cascade" } satisfies ForeignKey] : [],
        checks: check ? used.map((each): Check => ({ name: `${name}_${each}`, sql: `${each} IS NULL OR length(${each}) < 100` })) : [],
        indexes: index ? [{ name: `${name}_ix`, parts: [{ column: "id" }, ...used.map((each) => ({ expression: `lower(${each})` }))], where: "id > 0" } satisfies Index] : [],
      };
    }),
  );

const schemas: fc.Arbitrary<Schema> = fc.record({ one: table("one"), two: table("two") }).map((tables) => ({ namespaces: {}, enums: { mood: { name: "mood", labels: ["x", "y"] } }, tables, requiredRows: {}, objects: {} }));

test("the difference between any two schemas leads there and back, and every row stays", async () => {
  await fc.assert(
    fc.asyncProperty(schemas, schemas, async (before, after) => {
      const database = await databaseWith(before, "PRAGMA foreign_keys = OFF", "INSERT INTO one (id, other_id) VALUES (1, 2), (5, NULL)", "INSERT INTO two (id, other_id) VALUES (2, 1)", "PRAGMA foreign_keys = ON");
      try {
        const there = diffSchemas(before, after, { comparison: sqlite });
        const reached = await migrate(database, there, before);
        expect(sqlite.physical(reached).tables["one"]!.columns.length).toBe(after.tables["one"]!.columns.length);
        await migrate(database, diffSchemas(reached, before, { comparison: sqlite }), reached);
        expect(applyOperations(before, there)).toEqual(reached);
        expect(await database.query("SELECT id, other_id FROM one UNION ALL SELECT id, other_id FROM two")).toEqual([{ id: 1, other_id: 2 }, { id: 5, other_id: null }, { id: 2, other_id: 1 }]);
      } finally {
        await database.close();
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 60), seed: 7 },
  );
});
