import { expect, test } from "vitest";
import { loadDialect } from "../../src/dialects/index.ts";
import { onlineOperations } from "../../src/diff/online.ts";
import type { Operation } from "../../src/operations/index.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { judgeExample } from "./examples.ts";

const measure = { name: "measure", columns: [{ name: "day", type: { kind: "date" as const }, nullable: true }], uniques: [], foreignKeys: [], checks: [], indexes: [], facts: { partitionBy: { strategy: "range" as const, parts: [{ column: "day" }] } } };
const schema: Schema = { ...emptySchema, tables: { measure } };
const index: Operation = { kind: "createIndex", table: "measure", index: { name: "ix_measure_day", parts: [{ column: "day" }] } };
const required: Operation = { kind: "alterColumn", table: "measure", column: "day", changes: { nullable: false } };

test("a partitioned table gets no online form that its partitions would not follow", async () => {
  const dialect = await loadDialect("postgres");
  expect(onlineOperations([index, required], schema, true)).toEqual([index, { ...required, options: { online: true } }]);
  expect(() => dialect.plan([{ ...index, options: { online: true } } as Operation], schema)).toThrow(expect.objectContaining({ code: "RUN-022", message: 'PostgreSQL cannot build index "ix_measure_day" online: "measure" is partitioned.' }));
});

test("the safer form of an index on a partitioned table goes over its partitions", async () => {
  const { verdicts } = await judgeExample('op.createTable("other", { day: date() }); op.createIndex("users", index("ix_users_status").on("status"));', "postgres");
  expect(verdicts.find(({ rule }) => rule.code === "index-not-concurrent")!.safer).toBe('op.createIndex("users", …, { online: true });');
  const { judge } = await import("../../src/checks/judge.ts");
  const { rules } = await import("../../src/checks/rules/index.ts");
  const { loadReviewKnowledge } = await import("../../src/dialects/knowledge.ts");
  const judged = judge({ operations: [{ operation: index }], before: schema, dialect: await loadDialect("postgres"), knowledge: await loadReviewKnowledge("postgres"), hasDowngrade: true }, rules);
  expect(judged.verdicts.find(({ rule }) => rule.code === "index-not-concurrent")).toMatchObject({ message: 'Nobody may write "measure" and its partitions while index "ix_measure_day" is built.', safer: expect.stringContaining("ON ONLY measure") });
});
