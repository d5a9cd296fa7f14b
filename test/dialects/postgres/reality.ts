import { expect } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { buildSchema } from "../../../src/models/build.ts";
import { declarationOf, type AnyTable } from "../../../src/models/table.ts";
import type { EnumDeclaration } from "../../../src/models/declaration.ts";
import { applyOperations } from "../../../src/operations/apply.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { canonical, sameSchema } from "../../../src/schema/same.ts";
import type { Schema } from "../../../src/schema/types.ts";
import type { TestDatabase } from "../../support/databases.ts";

/** Leaves an empty schema `public` and no other. */
export async function emptied(database: TestDatabase): Promise<void> {
  await database.query(`DO $$ DECLARE name text; BEGIN FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP; END $$`);
  await database.query("CREATE SCHEMA public");
}

export function schemaOf(tables: readonly AnyTable[], enums: readonly EnumDeclaration[] = []): Schema {
  return buildSchema(tables.map(declarationOf), enums, postgres.naming).schema;
}

/** What makes a schema out of nothing. Tables must be declared after those they point at. */
export function creation(schema: Schema): Operation[] {
  return [
    ...Object.keys(schema.namespaces).map((name): Operation => ({ kind: "createSchema", name })),
    ...Object.entries(schema.enums).map(([name, { labels }]): Operation => ({ kind: "createEnum", name, labels })),
    ...Object.values(schema.tables).map((table): Operation => ({ kind: "createTable", table })),
  ];
}

/** Runs the plan as an executor does: what stands outside a transaction splits it. */
export async function run(database: TestDatabase, operations: readonly Operation[], before: Schema): Promise<Schema> {
  let open = false;
  const turn = async (wanted: boolean) => {
    if (open !== wanted) await database.query(wanted ? "BEGIN" : "COMMIT");
    open = wanted;
  };
  for (const step of postgres.plan(operations, before).steps) {
    if (step.kind !== "sql") throw new Error(`unexpected step ${step.kind}`);
    await turn(step.transaction);
    try {
      await database.query(step.sql);
    } catch (error) {
      if (open) await database.query("ROLLBACK");
      throw new Error(`${step.sql}\n${String(error)}`, { cause: error });
    }
  }
  await turn(false);
  return applyOperations(before, operations);
}

/** What the database holds is the schema, once both take the form in which the database keeps it. */
export async function expectReality(database: TestDatabase, schema: Schema): Promise<void> {
  const found = postgres.physical(await postgres.readCatalogue((sql) => database.query(sql) as never));
  const wanted = postgres.physical(schema);
  if (!sameSchema(found, wanted)) expect(sorted(found)).toEqual(sorted(wanted));
  expect(sameSchema(found, wanted)).toBe(true);
}

function sorted(schema: Schema): Schema {
  return { ...schema, tables: Object.fromEntries(Object.entries(schema.tables).map(([key, table]) => [key, canonical(table)])) };
}
