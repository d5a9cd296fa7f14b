import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/dialects/dialect.ts";
import { dialectNames, loadDialect } from "../../src/dialects/index.ts";
import { adoptNames } from "../../src/diff/adopt-names.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { applyOperations, describeOperation, invertOperations } from "../../src/operations/apply.ts";
import { draftOf } from "../../src/schema/edit.ts";
import { sameSchema } from "../../src/schema/same.ts";
import { allCases, skipOf } from "../support/cases.ts";

const cases = await allCases();

for (const name of dialectNames) {
  const dialect = await loadDialect(name);
  describe(name, () => {
    for (const each of cases) {
      const reason = skipOf(each.options, name);
      if (reason) {
        test.skip(`${each.name} (skipped: ${reason})`);
        continue;
      }
      test(`${each.name}: the diff applied to before is after, and a second diff is empty`, async () => {
        const { before, after, operations } = await each.load(dialect);
        if (each.options.unchanged) expect(operations.map(describeOperation)).toEqual([]);
        const reached = applyOperations(before.schema, operations);
        const wanted = adoptNames(reached, after.schema, after.derivedNames, dialect);
        expect(diffSchemas(reached, wanted, { comparison: dialect }).map(describeOperation)).toEqual([]);
        expect(sameSchema(dialect.physical(reached), dialect.physical(wanted))).toBe(true);
      });

      test(`${each.name}: the inverse leads back to before`, async () => {
        const { before, operations } = await each.load(dialect);
        const reached = applyOperations(before.schema, operations);
        const inverse = invertOperations(operations, before.schema);
        const back = applyOperations(reached, inverse);
        // A column that takes a name in quotes and loses it again keeps the quotes in expressions: another spelling, the same meaning.
        expect(sameSchema(dialect.physical(back), dialect.physical(before.schema))).toBe(true);
        expect({ ...back, tables: Object.keys(back.tables).sort() }).toEqual({ ...before.schema, tables: Object.keys(before.schema.tables).sort() });
      });

      test(`${each.name}: planned on the way there and back, each step is what it is by itself`, async () => {
        const { before, operations } = await each.load(dialect);
        const reached = applyOperations(before.schema, operations);
        const inverse = invertOperations(operations, before.schema);
        const way = [[operations, before.schema], [inverse, reached], [operations, applyOperations(reached, inverse)]] as const;
        const alone = way.map(([some, schema]) => planOrRefusal(() => whole(dialect.plan(some, schema))));
        const draft = draftOf(before.schema);
        // What a plan makes only while it runs, it makes after all of them were planned.
        const together = way.map(([some]) => planOrRefusal(() => dialect.plan(some, draft, { inPlace: true })));
        if (together.every((plan) => typeof plan === "object")) {
          expect(together.map((plan) => whole(plan as Plan))).toEqual(alone);
          expect(sameSchema(draft, reached)).toBe(true);
        } else expect(together[0]).toEqual(typeof together[0] === "object" ? together[0] : alone[0]);
      });
    }
  });
}

function planOrRefusal<T>(plan: () => T): T | string {
  try {
    return plan();
  } catch (error) {
    return String(error);
  }
}

/** A plan with all that it would make while it runs. */
function whole(plan: Plan): unknown {
  return { ...plan, steps: plan.steps.map((step) => (step.kind === "load" ? { ...step, load: { ...step.load, statements: [...step.load.statements()], runs: step.load.runs?.map((run) => ({ ...run, lists: run.lists(0, run.rows) })) } } : step.kind === "batches" ? JSON.stringify(step) : step)) };
}
