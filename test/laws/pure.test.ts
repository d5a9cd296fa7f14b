import { describe, expect, test } from "vitest";
import { dialectNames, loadDialect } from "../../src/dialects/index.ts";
import { adoptNames } from "../../src/diff/adopt-names.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { applyOperations, describeOperation, invertOperations } from "../../src/operations/apply.ts";
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
    }
  });
}
