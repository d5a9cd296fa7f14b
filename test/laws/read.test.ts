import { describe, expect, test } from "vitest";
import { dialectNames, loadDialect } from "../../src/dialects/index.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { describeOperation } from "../../src/operations/apply.ts";
import { allCases, skipOf } from "../support/cases.ts";
import { readBackFromSql } from "../support/read-back.ts";

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
      test(`${each.name}: the SQL that makes a schema reads as that schema`, async () => {
        const { before, after } = await each.load(dialect);
        for (const { schema } of [before, after]) {
          // As the database keeps it: what it cannot keep is in no SQL either.
          const read = dialect.physical(await readBackFromSql(schema, dialect));
          const bare = dialect.physical({ ...schema, requiredRows: {} });
          expect(diffSchemas(bare, read, { comparison: dialect }).map(describeOperation)).toEqual([]);
          expect(diffSchemas(read, bare, { comparison: dialect }).map(describeOperation)).toEqual([]);
        }
      });
    }
  });
}
