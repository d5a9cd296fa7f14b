import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeRevision } from "../../src/codegen/index.ts";
import { loadDialect, type Dialect, type DialectName } from "../../src/dialects/index.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import { isRowOperation, type Operation } from "../../src/operations/index.ts";
import { columnsUsed } from "../../src/operations/rows.ts";
import { sourceChecksum } from "../../src/revisions/checksum.ts";
import { snapshotOf, snapshotText } from "../../src/revisions/snapshot.ts";
import { printPlan } from "../../src/runtime/offline.ts";
import { record } from "../../src/runtime/recorder.ts";
import { canonical } from "../../src/schema/same.ts";
import { allCases, skipOf, type Case } from "../support/cases.ts";

const cases = await allCases();
const order: readonly DialectName[] = ["postgres", "sqlite", "mariadb", "mysql"];
const skips = (each: Case, name: DialectName) => skipOf(each.options, name);

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(fileURLToPath(new URL("./scratch-", import.meta.url)));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("what is written records as the same operations", () => {
  for (const each of cases) {
    for (const name of order) {
      if (skips(each, name)) continue;
      test(`${each.name} on ${name}`, async () => {
        const dialect = await loadDialect(name);
        const { text, operations, inverse } = await written(each, dialect);
        const file = join(scratch, `${each.name}-${name}.ts`);
        await writeFile(file, text);
        const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { upgrade: never; downgrade: never };
        expect(plain(record(module.upgrade).map(({ operation }) => operation))).toEqual(plain(operations));
        expect(plain(record(module.downgrade).map(({ operation }) => operation))).toEqual(plain(inverse));
      });
    }
  }
});

describe("the golden files of each case", () => {
  for (const each of cases) {
    test(each.name, async () => {
      const first = await loadDialect(order.find((name) => !skips(each, name))!);
      const { text, before, operations } = await written(each, first);
      await expect(text).toMatchFileSnapshot(join(each.folder, "expected", "revision.ts"));
      const after = applyOperations(before, operations);
      await expect(snapshotText(snapshotOf({ revision: "0123456789ab", parents: [], source: sourceChecksum(text) }, before, after))).toMatchFileSnapshot(join(each.folder, "expected", "snapshot.json"));
      for (const name of order) {
        if (skips(each, name)) continue;
        const dialect = await loadDialect(name);
        const loaded = await each.load(dialect);
        const decided = loaded.operations.filter(({ kind }) => kind !== "todo");
        await expect(printPlan(dialect, dialect.plan(decided, loaded.before.schema), decided)).toMatchFileSnapshot(join(each.folder, "expected", `${name}.sql`));
      }
    });
  }
});

async function written(each: Case, dialect: Dialect) {
  const { before, operations } = await each.load(dialect);
  const inverse = invertOperations(operations, before.schema);
  const noted = (list: readonly Operation[]) => list.map((operation) => ({ operation, comments: [] }));
  const text = await writeRevision({
    message: each.name.replaceAll("_", " "),
    revision: "0123456789ab",
    downRevision: null,
    branchLabels: [],
    dependsOn: [],
    created: new Date("2026-01-31T12:00:00Z"),
    upgrade: noted(operations),
    downgrade: noted(inverse),
    before: before.schema,
    after: applyOperations(before.schema, operations),
  });
  return { text, before: before.schema, operations, inverse };
}

/** Operations as JSON, the parts of a table in the order of their names; a stub may know more columns than its rows use. */
function plain(operations: readonly Operation[]): unknown {
  return JSON.parse(JSON.stringify(operations.map((operation) => (isRowOperation(operation) ? { ...operation, columns: columnsUsed(operation.columns, operation.rows, "was" in operation ? (operation.was ?? []) : []) } : operation.kind === "createTable" ? { ...operation, table: { ...canonical(operation.table), columns: operation.table.columns } } : operation))));
}
