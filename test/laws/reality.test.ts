import { afterAll, describe, expect, test } from "vitest";
import type { Dialect } from "../../src/dialects/dialect.ts";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { adoptNames } from "../../src/diff/adopt-names.ts";
import { diffSchemas } from "../../src/diff/index.ts";
import { diffRequiredRows } from "../../src/seeds/diff.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { canonical } from "../../src/schema/same.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { allCases } from "../support/cases.ts";
import { databaseKinds, emptied, openDatabase, unavailable, type DatabaseKind, type TestDatabase } from "../support/databases.ts";
import { runPlan } from "../support/run-plan.ts";

const cases = await allCases();
const dialects: Record<DatabaseKind, DialectName> = { sqlite: "sqlite", pglite: "postgres", postgres: "postgres", mariadb: "mariadb" };

for (const kind of databaseKinds) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(dialects[kind]);
  const transactional = dialect.capabilities.transactionalDdl;

  describe(kind, () => {
    if (missing) {
      test.skip(`every case (skipped: ${missing})`);
      return;
    }
    let shared: TestDatabase | undefined;
    // PGlite takes seconds to start: one serves all cases, emptied in between.
    const open = async () => {
      if (kind !== "pglite") return openDatabase(kind);
      shared ??= await openDatabase(kind);
      await emptied(shared);
      return { ...shared, close: async () => {} };
    };
    afterAll(() => shared?.close());

    for (const each of cases) {
      const reason = each.options.skip?.[kind] ?? (kind === "pglite" ? each.options.skip?.postgres : undefined);
      if (reason) {
        test.skip(`${each.name} (skipped: ${reason})`);
        continue;
      }
      test(`${each.name}: the database becomes after, keeps its rows, and returns to before`, async () => {
        const { before, after, operations } = await each.load(dialect);
        const database = await open();
        try {
          const start = (schema: Schema, rowOptions = before.rowOptions) => [...diffSchemas(emptySchema, schema, { comparison: dialect }), ...diffRequiredRows({ ...schema, requiredRows: {} }, schema, rowOptions)];
          await runPlan(database, dialect.plan(start(before.schema), emptySchema), { transactional });
          // A database spells queries and bodies in its own way: what one that was made anew says is what it must say.
          const wantedOf = async (schema: Schema) => plain({ ...dialect.physical(schema), objects: Object.keys(schema.objects).length ? await objectsMadeAnew(kind, dialect, start({ ...schema, requiredRows: {} })) : {} });
          for (const sql of each.options.rows ?? []) await database.query(sql);
          const memory = {};
          const readBack = async () => {
            const read = await dialect.readCatalogue((sql) => database.query(sql) as never, { privileges: true });
            // Who remembers what stood before reads the same.
            expect(await dialect.readCatalogue((sql, [oids] = []) => database.query(sql.replace("$1", `'${String(oids)}'`)) as never, { privileges: true, memory })).toEqual(read);
            return plain(dialect.physical(read));
          };
          expect(await readBack()).toEqual(await wantedOf(before.schema));

          const reached = applyOperations(before.schema, operations);
          const wanted = adoptNames(reached, after.schema, after.derivedNames, dialect);
          const counted = Object.keys(before.schema.tables).filter((key) => operations.every((operation) => operation.kind !== "dropTable" || operation.table !== key));
          const renamed = new Map(operations.flatMap((operation) => (operation.kind === "renameTable" ? [[operation.from, operation.to] as const] : [])));
          const counts = await countRows(database, dialect.tableName, counted);
          await runPlan(database, dialect.plan(operations, before.schema), { transactional });
          expect(await readBack()).toEqual(await wantedOf(wanted));
          const afterwards = await countRows(database, dialect.tableName, counted.map((key) => renamed.get(key) ?? key));
          // Required rows come and go; nobody else's do.
          const required = (schema: Schema, key: string) => schema.requiredRows[key]?.rows.length ?? 0;
          expect(afterwards).toEqual(counts.map((count, at) => count - required(before.schema, counted[at]!) + required(reached, renamed.get(counted[at]!) ?? counted[at]!)));

          await runPlan(database, dialect.plan(invertOperations(operations, before.schema), reached), { transactional });
          expect(await readBack()).toEqual(await wantedOf(before.schema));
          expect(await countRows(database, dialect.tableName, counted)).toEqual(counts);
        } finally {
          await database.close();
        }
      });
    }
  });
}

async function objectsMadeAnew(kind: DatabaseKind, dialect: Dialect, operations: readonly Operation[]): Promise<Schema["objects"]> {
  const database = await openDatabase(kind);
  try {
    await runPlan(database, dialect.plan(operations, emptySchema), { transactional: dialect.capabilities.transactionalDdl });
    return dialect.physical(await dialect.readCatalogue((sql) => database.query(sql) as never, { privileges: true })).objects;
  } finally {
    await database.close();
  }
}

async function countRows(database: TestDatabase, tableName: (key: string) => string, keys: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const key of keys) counts.push(Number((await database.query<{ n: number }>(`SELECT count(*) AS n FROM ${tableName(key)}`))[0]!.n));
  return counts;
}

/** Parts in the order of their names, for comparison and for a readable difference. */
function plain(schema: Schema): Schema {
  return {
    namespaces: schema.namespaces,
    enums: schema.enums,
    requiredRows: {},
    objects: Object.fromEntries(Object.entries(schema.objects).sort(([a], [b]) => (a < b ? -1 : 1))),
    tables: Object.fromEntries(Object.entries(schema.tables).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, table]) => [key, canonical(table)])),
  };
}
