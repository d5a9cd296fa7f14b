import { mariadb } from "../../../src/dialects/mysql/index.ts";
import type { Dialect } from "../../../src/dialects/dialect.ts";
import { buildSchema, type Naming } from "../../../src/models/build.ts";
import { declarationOf, type AnyTable } from "../../../src/models/table.ts";
import { applyOperations, invertOperations } from "../../../src/operations/apply.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { sameSchema } from "../../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../../src/schema/types.ts";
import { expect } from "vitest";
import { openDatabase, type TestDatabase } from "../../support/databases.ts";

export const naming: Naming = mariadb.naming;

/** The schema of some declared tables. */
export function schemaOf(...tables: readonly AnyTable[]): Schema {
  return buildSchema(tables.map(declarationOf), [], naming).schema;
}

/** The operations that make a schema from nothing; tables stand after those they point at. */
export function creation(schema: Schema): Operation[] {
  return [
    ...Object.entries(schema.enums).map(([name, { labels }]): Operation => ({ kind: "createEnum", name, labels })),
    ...Object.values(schema.tables).map((table): Operation => ({ kind: "createTable", table })),
  ];
}

/** The statements of operations. */
export function statements(dialect: Dialect, operations: readonly Operation[], before: Schema = emptySchema): string[] {
  return dialect.plan(operations, before).steps.map((step) => {
    if (step.kind !== "sql") throw new Error(`a step of kind ${step.kind}`);
    return step.sql;
  });
}

/** Runs operations and says which statement failed. */
export async function run(database: TestDatabase, operations: readonly Operation[], before: Schema): Promise<void> {
  for (const sql of statements(mariadb, operations, before)) {
    try {
      await database.query(sql);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${sql}`, { cause: error });
    }
  }
}

/** Expects that the database holds `schema`, and shows the first table that differs. */
export async function expectHolds(database: TestDatabase, schema: Schema): Promise<void> {
  const read = mariadb.physical(await mariadb.readCatalogue(database.query));
  const wanted = mariadb.physical(schema);
  if (sameSchema(read, wanted)) return;
  expect(sorted(read)).toEqual(sorted(wanted));
  throw new Error("The schemas differ in what their sorted form does not show.");
}

/** Makes `before` with rows in it, runs the operations, compares, and goes back. */
export async function expectThereAndBack(before: Schema, rows: readonly string[], operations: readonly Operation[], look?: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase("mariadb");
  try {
    await database.query("SET time_zone = '+00:00'");
    await run(database, creation(before), emptySchema);
    await expectHolds(database, before);
    for (const sql of rows) await database.query(sql);
    const after = applyOperations(before, operations);
    await run(database, operations, before);
    await expectHolds(database, after);
    await look?.(database);
    await run(database, invertOperations(operations, before), after);
    await expectHolds(database, before);
  } finally {
    await database.close();
  }
}

function sorted(schema: Schema): unknown {
  const byName = <T extends { readonly name: string }>(parts: readonly T[]) => [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(
    Object.entries(schema.tables)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, table]) => [key, { ...table, columns: byName(table.columns), uniques: byName(table.uniques), foreignKeys: byName(table.foreignKeys), checks: byName(table.checks), indexes: byName(table.indexes) }]),
  );
}
