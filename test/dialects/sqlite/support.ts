import { driftOf, driftText } from "../../../src/runtime/inspect.ts";
import { expect } from "vitest";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import type { Plan } from "../../../src/dialects/dialect.ts";
import { buildSchema } from "../../../src/models/build.ts";
import { declarationOf, type AnyTable } from "../../../src/models/table.ts";
import { applyOperations, invertOperations } from "../../../src/operations/apply.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { canonical, sameSchema } from "../../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../../src/schema/types.ts";
import { openDatabase, type TestDatabase } from "../../support/databases.ts";

/** A schema from declared tables, named as SQLite's models are. */
export function schemaOf(...tables: readonly AnyTable[]): Schema {
  return buildSchema(tables.map(declarationOf), [], sqlite.naming).schema;
}

/** Operations that make a schema on an empty database. */
export function creation(schema: Schema): readonly Operation[] {
  return [
    ...Object.entries(schema.enums).map(([name, { labels }]): Operation => ({ kind: "createEnum", name, labels })),
    ...Object.values(schema.tables).map((table): Operation => ({ kind: "createTable", table })),
    ...Object.values(schema.objects).map((object): Operation => ({ kind: "createObject", object })),
  ];
}

/** Runs a plan as the executor does. */
export async function runPlan(database: TestDatabase, plan: Plan): Promise<void> {
  const kept = new Map<string, string[]>();
  for (const sql of plan.setup) await database.query(sql);
  await database.query("BEGIN");
  try {
    for (const step of plan.steps) {
      if (step.kind === "sql") await database.query(step.sql);
      else if (step.kind === "keep") kept.set(step.name, (await database.query(step.query)).map((row) => String(Object.values(row)[0])));
      else if (step.kind === "restore") for (const sql of kept.get(step.name)!) await database.query(sql);
      else if (step.kind === "run") await step.callback(database as never);
      else if (step.kind === "batches") await database.query(step.batches.wholeSql);
      else if (step.kind === "load") for (const sql of [...step.load.statements()].flatMap((each) => each.sql)) await database.query(sql);
      else {
        const drift = driftOf(step.inspection, await database.query(step.query));
        if (drift) throw new Error(`${driftText(drift)}\n  in: ${step.query}`);
      }
    }
    for (const { query, message } of plan.verify) if ((await database.query(query)).length) throw new Error(message);
    await database.query("COMMIT");
  } catch (error) {
    await database.query("ROLLBACK");
    throw error;
  } finally {
    for (const sql of plan.cleanup) await database.query(sql);
  }
}

/** A database that holds a schema. */
export async function databaseWith(schema: Schema, ...rows: readonly string[]): Promise<TestDatabase> {
  const database = await openDatabase("sqlite");
  await runPlan(database, sqlite.plan(creation(schema), emptySchema));
  for (const sql of rows) await database.query(sql);
  return database;
}

/** The database's schema must be this one, beside the indexes `by_hand`, and views and triggers, where the schema knows none. */
export async function expectSchema(database: TestDatabase, expected: Schema): Promise<void> {
  const [found, wanted] = [sqlite.physical(withoutHandmade(await sqlite.readCatalogue(database.query), expected)), sqlite.physical(expected)];
  if (!sameSchema(found, wanted)) expect(inOrder(found)).toEqual(inOrder(wanted));
  expect(sameSchema(found, wanted)).toBe(true);
}

/** Runs operations and reads the result back; gives the schema after. */
export async function migrate(database: TestDatabase, operations: readonly Operation[], before: Schema): Promise<Schema> {
  await runPlan(database, sqlite.plan(operations, before));
  const after = applyOperations(before, operations);
  await expectSchema(database, after);
  expect(await database.query("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
  expect(await database.query("PRAGMA legacy_alter_table")).toEqual([{ legacy_alter_table: 0 }]);
  return after;
}

/** Runs operations there and back. */
export async function thereAndBack(database: TestDatabase, operations: readonly Operation[], before: Schema): Promise<void> {
  const after = await migrate(database, operations, before);
  const inverse = invertOperations(operations, before).filter(({ kind }) => kind !== "irreversible");
  await migrate(database, inverse, after);
  await expectSchema(database, before);
}

function inOrder(schema: Schema) {
  return Object.fromEntries(Object.entries(schema.tables).sort().map(([key, table]) => [key, canonical(table)]));
}

function withoutHandmade(schema: Schema, { objects }: Schema): Schema {
  const tables = Object.entries(schema.tables).map(([key, table]) => [key, { ...table, indexes: table.indexes.filter(({ name }) => name !== "by_hand") }]);
  return { ...schema, tables: Object.fromEntries(tables), ...(!Object.keys(objects).length && { objects }) };
}
