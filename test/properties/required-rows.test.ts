import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { buildSchema } from "../../src/models/build.ts";
import { integer, ref, requiredRows, table, unique, varchar } from "../../src/models/index.ts";
import { declarationOf, type AnyTable } from "../../src/models/table.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { emptySchema, type Schema } from "../../src/schema/types.ts";
import { diffRequiredRows } from "../../src/seeds/diff.ts";
import { databaseKinds, openDatabase, unavailable, type DatabaseKind, type TestDatabase } from "../support/databases.ts";
import { runPlan } from "../support/run-plan.ts";

const dialects: Record<DatabaseKind, DialectName> = { sqlite: "sqlite", pglite: "postgres", postgres: "postgres", mariadb: "mariadb" };
const runs = Number(process.env["PROPERTY_RUNS"] ?? 10);

interface DeclaredRow {
  readonly name: string;
  readonly level: number | null;
  readonly note: string | null;
}

/** Rows that point at each other by values, in circles and at themselves too. */
const tree = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 }).chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), parent_id: fc.option(fc.constantFrom(...ids)) }))));

/** Rows whose values no two may have: alone, together, and in a column that may be NULL. */
const places = fc.subarray(["a", "b", "c", "d"], { minLength: 1 }).chain((codes) => {
  const values = (from: readonly number[]) => fc.shuffledSubarray([...from], { minLength: codes.length, maxLength: codes.length });
  return fc.tuple(values([1, 2, 3, 4, 5]), values([1, 2, 3, 4]), values([11, 12, 21, 22, 31]), fc.array(fc.boolean(), { minLength: codes.length, maxLength: codes.length })).map(([ranks, marks, pairs, empty]) => codes.map((code, at) => ({ code, place: ranks[at]!, mark: `m${marks[at]!}`, shelf: Math.floor(pairs[at]! / 10), slot: pairs[at]! % 10, spare: empty[at] ? null : marks[at]! })));
});

/** Rows of all columns, so that what is declared says all that a row holds; and which of them a grant names. */
const row = fc.record({ level: fc.option(fc.integer({ min: -5, max: 5 })), note: fc.option(fc.constantFrom("it's", "", "x\\y\\", "Größe 🎉", "?:a $1")) }, { noNullPrototype: true });
const declared = fc.dictionary(fc.constantFrom("a", "b", "c", "it's", "d\\"), row, { noNullPrototype: true, minKeys: 1 }).chain((rows) => {
  const named: readonly DeclaredRow[] = Object.entries(rows).map(([name, rest]) => ({ name, ...rest }));
  return fc.record({ rows: fc.constant(named), grants: fc.subarray(named.map(({ name }) => name)), tree, places });
});
type Declared = typeof declared extends fc.Arbitrary<infer Value> ? Value : never;

/** Four tables with rows; those of the second name rows of the first by their key, those of the third point at each other. */
function models({ rows, grants, tree, places }: Declared): readonly AnyTable[] {
  const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer(), note: varchar(40) });
  const grant = table("grants", { role_id: integer().notNull().references(() => role.id), path: varchar(20).notNull(), code: varchar(40).notNull().unique() });
  requiredRows(role, { key: "name" }, [...rows]);
  requiredRows(grant, { key: "code" }, grants.map((name) => ({ code: `may ${name}`, path: "/", role_id: ref(role, { name }) })));
  const category = table("category", { id: integer().primaryKey(), parent_id: integer().references((): never => category.id as never), name: varchar(9) });
  requiredRows(category, { key: "id", ignore: ["name"] }, tree);
  const shelf = table("shelf", { code: varchar(2).primaryKey(), place: integer().notNull().unique(), mark: varchar(4).notNull().unique(), shelf: integer().notNull(), slot: integer().notNull(), spare: integer().unique() }, (t) => [unique("shelf_slot").on(t.shelf, t.slot)]);
  requiredRows(shelf, { key: "code" }, places);
  return [role, grant, category, shelf];
}

for (const kind of databaseKinds.filter((each) => each !== "pglite")) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(dialects[kind]);
  describe.skipIf(missing)(`declared rows beside those of users on ${kind}${missing ? ` (skipped: ${missing})` : ""}`, () => {
    let database: TestDatabase;
    beforeAll(async () => void (database = await openDatabase(kind)));
    afterAll(async () => database?.close());

    const read = (value: Declared) => buildSchema(models(value).map(declarationOf), [], dialect.naming);
    const run = (operations: readonly Operation[], before: Schema) => runPlan(database, dialect.plan(operations, before), { transactional: dialect.capabilities.transactionalDdl });
    const found = async () => ({
      roles: await database.query("SELECT name, level, note FROM role ORDER BY name"),
      grants: (await database.query("SELECT g.code, r.name FROM grants g JOIN role r ON r.id = g.role_id")).map((each) => `${each["code"]}: ${each["name"]}`).sort(),
      tree: (await database.query("SELECT id, parent_id FROM category ORDER BY id")).map((each) => `${each["id"]} in ${each["parent_id"]}`),
      places: (await database.query("SELECT code, place, mark, shelf, slot, spare FROM shelf ORDER BY code")).map((each) => ({ ...each })),
    });
    const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
    const expected = ({ rows, grants, tree, places }: Declared) => ({
      roles: [...rows, { name: "mine", level: 7, note: null }, { name: "yours", level: null, note: "own" }].sort(byName),
      grants: [...grants.map((name) => `may ${name}: ${name}`), "own: mine"].sort(),
      tree: [...tree].sort((a, b) => a.id - b.id).map((each) => `${each.id} in ${each.parent_id}`).concat("70 in null"),
      places: [...places, users].sort((a, b) => (a.code < b.code ? -1 : 1)),
    });
    const users = { code: "zz", place: 99, mark: "m99", shelf: 9, slot: 9, spare: 99 };
    const sorted = async () => {
      const { roles, ...others } = await found();
      return { roles: [...roles].sort(byName as never), ...others };
    };

    test("up gives exactly the declared rows and the users', down exactly the former ones", async () => {
      await fc.assert(
        fc.asyncProperty(declared, declared, async (former, next) => {
          for (const name of ["grants", "role", "category", "shelf"]) await database.query(`DROP TABLE IF EXISTS ${name}`);
          const [before, after] = [read(former), read(next)];
          const bare = { ...before.schema, requiredRows: {} };
          await run(Object.values(bare.tables).map((each): Operation => ({ kind: "createTable", table: each })), emptySchema);
          await database.query("INSERT INTO role (name, level, note) VALUES ('mine', 7, NULL), ('yours', NULL, 'own')");
          await database.query("INSERT INTO grants (role_id, path, code) SELECT id, '/', 'own' FROM role WHERE name = 'mine'");
          await database.query("INSERT INTO category (id, name) VALUES (70, 'mine')");
          await database.query("INSERT INTO shelf (code, place, mark, shelf, slot, spare) VALUES ('zz', 99, 'm99', 9, 9, 99)");
          await run(diffRequiredRows(bare, before.schema, before.rowOptions), bare);
          expect(await sorted()).toEqual(expected(former));

          const operations = diffRequiredRows(before.schema, after.schema, after.rowOptions);
          const reached = applyOperations(before.schema, operations);
          await run(operations, before.schema);
          expect(await sorted()).toEqual(expected(next));
          await run(invertOperations(operations, before.schema), reached);
          expect(await sorted()).toEqual(expected(former));
        }),
        { numRuns: runs },
      );
    });
  });
}
