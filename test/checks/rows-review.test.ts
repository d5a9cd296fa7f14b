import { expect, test } from "vitest";
import { rowsReview } from "../../src/checks/rows-review.ts";
import type { Operation } from "../../src/operations/index.ts";
import { rowReference } from "../../src/schema/row-reference.ts";

const integer = { kind: "integer" } as const;
const role = (name: string) => rowReference({ table: "app.role", column: "id", columns: { id: integer, name: { kind: "text" } }, key: { name } });

test("cells of rows are what a person would write", () => {
  const row = { id: 1, role_id: role("guest"), at: new Date("2024-02-29T12:00:00.5Z"), raw: new Uint8Array([0, 255]), big: 9007199254740993n, facts: { a: [1n, null] }, none: null, tags: ["a", "b"] };
  const insert: Operation = { kind: "bulkInsert", table: "job", columns: {}, rows: [row, { id: 2 }] };
  expect(rowsReview(insert)).toEqual([
    {
      table: "job",
      change: "inserted",
      columns: ["id", "role_id", "at", "raw", "big", "facts", "none", "tags"],
      rows: [
        ["1", "app.role(name = guest)", "2024-02-29T12:00:00.500Z", "0x00ff", "9007199254740993", '{"a":["1",null]}', "null", '["a","b"]'],
        ["2", "", "", "", "", "", "", ""],
      ],
      more: 0,
    },
  ]);
});

test("an update shows what was and what comes, by the key of its rows", () => {
  const update: Operation = { kind: "updateRows", table: "job", columns: { id: integer, n: integer }, by: { key: ["id"] }, rows: [{ id: 1, n: 2, role_id: role("b") }, { id: 2, n: 3 }, { id: 3, n: 4 }], was: [{ id: 2, n: 3 }, { id: 1, n: 1, role_id: role("a") }] };
  expect(rowsReview(update)[0]!.rows).toEqual([["1", "1 → 2", "app.role(name = a) → app.role(name = b)"], ["2", "3", ""], ["3", "4", ""]]);
});

test("of many rows the first are shown", () => {
  const [review] = rowsReview({ kind: "bulkInsert", table: "job", columns: {}, rows: Array.from({ length: 25 }, (_, id) => ({ id })) });
  expect([review!.rows.length, review!.more]).toEqual([20, 5]);
  expect(rowsReview({ kind: "dropTable", table: "job" })).toEqual([]);
});
