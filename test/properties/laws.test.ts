import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadDialect, type Dialect } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { applyOperations, describeOperation, invertOperations, warnings } from "../../src/operations/apply.ts";
import { writeRevision } from "../../src/codegen/index.ts";
import { canonical } from "../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import type { Operation } from "../../src/operations/index.ts";
import { evaluate } from "../codegen/support/evaluate.ts";
import { revisionOf } from "../codegen/support/revisions.ts";
import { engines } from "./support/engines.ts";
import { operationsOf, pairs, runs } from "./support/pairs.ts";

for (const engine of Object.values(engines)) {
  const dialect = await loadDialect(engine.dialect);
  describe(engine.dialect, () => {
    test("the diff applied to before is after, and a second diff is empty", async () => {
      await fc.assert(
        fc.asyncProperty(pairs(engine, dialect, false), async (pair) => {
          const operations = await operationsOf(pair, dialect);
          warnings(operations, pair.before);
          const reached = applyOperations(pair.before, operations);
          expect(diffSchemas(reached, pair.after, { comparison: dialect }).map(describeOperation)).toEqual([]);
          expect(plain(dialect.physical(reached))).toEqual(plain(dialect.physical(pair.after)));
        }),
        { numRuns: runs(400) },
      );
    });

    test("the inverse leads back to before, and its own inverse to after", async () => {
      await fc.assert(
        fc.asyncProperty(pairs(engine, dialect, false), async (pair) => {
          const operations = await operationsOf(pair, dialect);
          const reached = applyOperations(pair.before, operations);
          const inverse = invertOperations(operations, pair.before);
          const back = applyOperations(reached, inverse);
          // A column that is renamed to a name in quotes and back keeps the quotes in expressions, which `physical` does not see.
          expect(plain(dialect.physical(back))).toEqual(plain(dialect.physical(pair.before)));
          const again = applyOperations(back, invertOperations(inverse, reached));
          expect(plain(dialect.physical(again))).toEqual(plain(dialect.physical(reached)));
        }),
        { numRuns: runs(400) },
      );
    });

    test("everything has a plan from nothing, there and back", async () => {
      await fc.assert(
        fc.asyncProperty(pairs(engine, dialect, false), async (pair) => {
          const creation = diffSchemas(emptySchema, pair.before, { comparison: dialect });
          planned(dialect, creation, emptySchema);
          const operations = await operationsOf(pair, dialect);
          planned(dialect, operations, pair.before);
          planned(dialect, invertOperations(operations, pair.before), applyOperations(pair.before, operations));
        }),
        { numRuns: runs(100) },
      );
    });

    test("what is written is recorded as the same operations", async () => {
      await fc.assert(
        fc.asyncProperty(pairs(engine, dialect, false), async (pair) => {
          const operations = await operationsOf(pair, dialect);
          const text = await writeRevision(revisionOf(operations, pair.before));
          const read = evaluate(text);
          expect(inOrder(read.upgrade)).toEqual(inOrder(operations));
          expect(inOrder(read.downgrade)).toEqual(inOrder(invertOperations(operations, pair.before)));
        }),
        { numRuns: runs(25) },
      );
    });
  });
}

function planned(dialect: Dialect, operations: readonly Operation[], before: Schema): void {
  const decided = operations.filter(({ kind }) => kind !== "todo");
  dialect.plan(decided, before);
}

/** Parts in the order of their names, as their order makes no difference. */
function plain(schema: Schema): unknown {
  return { ...schema, tables: Object.fromEntries(Object.entries(schema.tables).map(([key, table]) => [key, canonical(table)])) };
}

function inOrder(operations: readonly Operation[]): unknown {
  return JSON.parse(JSON.stringify(operations.map((operation) => (operation.kind === "createTable" ? { ...operation, table: { ...canonical(operation.table), columns: operation.table.columns } } : operation))));
}
