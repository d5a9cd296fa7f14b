import * as fc from "fast-check";
import { expect, test } from "vitest";
import { writeRevision } from "../../src/codegen/index.ts";
import { keyOf } from "../../src/schema/key.ts";
import { emptySchema, type Schema, type Table } from "../../src/schema/types.ts";
import type { Operation } from "../../src/operations/index.ts";
import { column, columnType, enums, name, rowValue, table, text } from "./support/arbitraries.ts";
import { evaluate } from "./support/evaluate.ts";
import { revisionOf } from "./support/revisions.ts";

const before: Schema = { ...emptySchema, enums };
const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);

/** What is read back from the file that was written for these operations. */
async function writtenAndRecorded(upgrade: readonly Operation[], downgrade: readonly Operation[]) {
  const annotated = (operations: readonly Operation[]) => operations.map((operation) => ({ operation, comments: ["a comment"] }));
  const source = revisionOf([], before, { upgrade: annotated(upgrade), downgrade: annotated(downgrade) });
  const text = await writeRevision(source);
  const read = evaluate(text);
  return { upgrade: read.upgrade, downgrade: read.downgrade };
}

const createTable = (each: Table): Operation => ({ kind: "createTable", table: each });

test("a created table, as a stub and in a downgrade, is recorded as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(table, { maxLength: 3, selector: keyOf }), table, async (created, dropped) => {
      const upgrade = created.map(createTable);
      expect(await writtenAndRecorded(upgrade, [createTable(dropped)])).toEqual({ upgrade, downgrade: [createTable(dropped)] });
    }),
    { numRuns },
  );
});

test("the parts of a table, added one by one, are recorded as they were", async () => {
  const added = table.map((each): readonly Operation[] => {
    const key = keyOf(each);
    return [
      ...each.columns.map((column): Operation => ({ kind: "addColumn", table: key, column })),
      ...(each.primaryKey ? [{ kind: "createPrimaryKey", table: key, primaryKey: each.primaryKey } as const] : []),
      ...each.uniques.map((unique): Operation => ({ kind: "createUnique", table: key, unique })),
      ...each.foreignKeys.map((foreignKey): Operation => ({ kind: "createForeignKey", table: key, foreignKey })),
      ...each.checks.map((check): Operation => ({ kind: "createCheck", table: key, check })),
      ...each.indexes.map((index): Operation => ({ kind: "createIndex", table: key, index })),
    ];
  });
  await fc.assert(
    fc.asyncProperty(added, async (upgrade) => {
      expect(await writtenAndRecorded(upgrade, [])).toEqual({ upgrade, downgrade: [] });
    }),
    { numRuns },
  );
});

test("changes of a column are recorded as they were", async () => {
  const changes = fc
    .tuple(column("x"), fc.shuffledSubarray(["type", "nullable", "default", "identity", "autoIncrement", "generated", "collation", "comment"], { minLength: 1 }), fc.option(text, { nil: undefined }))
    .map(([given, keys, using]) => ({
      ...Object.fromEntries(keys.map((key) => [key, (given as unknown as Record<string, unknown>)[key] ?? null])),
      ...(using !== undefined && { using }),
    }));
  await fc.assert(
    fc.asyncProperty(name, name, changes, async (key, columnName, given) => {
      const upgrade: Operation[] = [{ kind: "alterColumn", table: key, column: columnName, changes: given }];
      expect(await writtenAndRecorded([], upgrade)).toEqual({ upgrade: [], downgrade: upgrade });
    }),
    { numRuns },
  );
});

test("rows are recorded with their values, whatever these are", async () => {
  const insert = fc
    .tuple(fc.constantFrom("job", "cal.date", "table"), fc.dictionary(name, columnType, { minKeys: 1, maxKeys: 4, noNullPrototype: true }))
    .filter(([, columns]) => !Object.hasOwn(columns, "__proto__"))
    .chain(([key, columns]) =>
      fc
        .array(fc.record(Object.fromEntries(Object.keys(columns).map((each) => [each, rowValue])), { requiredKeys: [], noNullPrototype: true }), { maxLength: 3 })
        // Many rows are laid out in another way.
        .chain((rows) => fc.constantFrom(rows, Array.from({ length: 51 }, () => rows).flat()))
        .map((rows): Operation => ({ kind: "bulkInsert", table: key, columns, rows })),
    );
  await fc.assert(
    fc.asyncProperty(insert, insert, async (first, second) => {
      const read = await writtenAndRecorded([first], [second]);
      expect(read.upgrade).toMatchObject([{ kind: "bulkInsert", rows: (first as { rows: unknown }).rows }]);
      expect(read.downgrade).toMatchObject([{ kind: "bulkInsert", rows: (second as { rows: unknown }).rows }]);
      for (const [written, recorded] of [[first, read.upgrade[0]], [second, read.downgrade[0]]] as const) {
        expect((recorded as { columns: object }).columns).toMatchObject((written as { columns: object }).columns);
      }
    }),
    { numRuns },
  );
});

test("names and texts of every other operation are recorded as they were", async () => {
  const label = text.filter((each) => each !== "");
  const statement = text.filter((each) => each.trim() !== "").map((sql): Operation => ({ kind: "execute", statements: [{ sql }] }));
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ kind: fc.constantFrom("createSchema", "dropSchema", "dropEnum"), name }),
    fc.record({ kind: fc.constant("createEnum"), name, labels: fc.array(label) }),
    fc.record({ kind: fc.constantFrom("renameEnum", "renameTable"), from: name, to: name }),
    fc.record({ kind: fc.constant("renameEnumLabel"), name, from: label, to: label }),
    fc.record({ kind: fc.constant("addEnumLabel"), name, label, position: fc.oneof(fc.record({ before: label }), fc.record({ after: label })) }, { requiredKeys: ["kind", "name", "label"] }),
    fc.record({ kind: fc.constant("alterEnum"), name, labels: fc.array(label), options: fc.record({ replace: fc.dictionary(label, label) }) }, { requiredKeys: ["kind", "name", "labels"] }),
    fc.record({ kind: fc.constant("dropTable"), table: name }),
    fc.record({ kind: fc.constant("setTableComment"), table: name, comment: fc.option(text) }),
    fc.record({ kind: fc.constantFrom("renameColumn", "renameConstraint", "renameIndex"), table: name, from: name, to: name }),
    fc.record({ kind: fc.constantFrom("dropConstraint", "dropIndex"), table: name, name }),
    fc.record({ kind: fc.constant("dropColumn"), table: name, column: name }),
    fc.record({ kind: fc.constant("backfill"), table: name, assignments: fc.record({ set: fc.dictionary(name, fc.record({ sql: text }, { noNullPrototype: true }), { minKeys: 1, noNullPrototype: true }), where: fc.record({ sql: text }, { noNullPrototype: true }) }, { requiredKeys: ["set"] }) }),
    fc.record({ kind: fc.constant("todo"), message: text }),
    fc.record({ kind: fc.constant("irreversible"), reason: text }),
    statement,
    fc.array(statement).map((operations) => ({ kind: "withoutTransaction", operations })),
    fc.tuple(statement, fc.array(statement)).map(([each, schema]) => ({ ...each, schema })),
  ) as never;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 4 }), fc.array(operation, { maxLength: 4 }), async (upgrade, downgrade) => {
      expect(await writtenAndRecorded(upgrade, downgrade)).toEqual({ upgrade, downgrade });
    }),
    { numRuns },
  );
});
