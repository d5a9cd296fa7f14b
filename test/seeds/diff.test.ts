import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sqlite } from "../../src/dialects/sqlite/index.ts";
import { buildSchema } from "../../src/models/build.ts";
import { integer, json, ref, requiredRows, table, text, varchar } from "../../src/models/index.ts";
import { declarationOf, type AnyTable } from "../../src/models/table.ts";
import { applyOperations, invertOperations, warnings } from "../../src/operations/apply.ts";
import { diffRequiredRows } from "../../src/seeds/diff.ts";
import { applySnapshot, snapshotOf, snapshotText, parseSnapshot } from "../../src/revisions/snapshot.ts";
import { draftOf } from "../../src/schema/edit.ts";
import { sameSchema } from "../../src/schema/same.ts";
import type { Schema } from "../../src/schema/types.ts";
import { databaseWith, runPlan } from "../dialects/sqlite/support.ts";

const read = (...tables: readonly AnyTable[]) => buildSchema(tables.map(declarationOf), [], sqlite.naming);
const plainRole = () => table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), level: integer(), note: text() });

const row = fc.record({ level: fc.option(fc.integer({ min: -5, max: 5 })), note: fc.option(fc.constantFrom("it's", "", "x\\y", "Größe")) }, { requiredKeys: [], noNullPrototype: true });
const rowSet = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "it's"), row, { noNullPrototype: true }).map((rows) => Object.entries(rows).map(([name, rest]) => ({ name, ...rest })));

test("whatever the rows were and become, users' rows stay, and the way back restores what was", async () => {
  await fc.assert(
    fc.asyncProperty(rowSet, rowSet, async (former, next) => {
      const [models, changed] = [plainRole(), plainRole()];
      requiredRows(models, { key: "name" }, former);
      requiredRows(changed, { key: "name" }, next);
      const [before, after] = [read(models), read(changed)];
      const database = await databaseWith({ ...before.schema, requiredRows: {} }, "INSERT INTO role (name, level) VALUES ('mine', 7), ('yours', NULL)");
      const rows = () => database.query("SELECT name, level, note FROM role ORDER BY name");
      const declared = (list: typeof former) => [...list.map(({ name, level, note }) => ({ name, level: level ?? null, note: note ?? null })), { name: "mine", level: 7, note: null }, { name: "yours", level: null, note: null }].sort((a, b) => (a.name < b.name ? -1 : 1));
      await runPlan(database, sqlite.plan(diffRequiredRows({ ...before.schema, requiredRows: {} }, before.schema, before.rowOptions), before.schema));
      expect(await rows()).toEqual(declared(former));

      const operations = diffRequiredRows(before.schema, after.schema, after.rowOptions);
      await runPlan(database, sqlite.plan(operations, before.schema));
      const reached = applyOperations(before.schema, operations);
      expect(sameSchema(reached, after.schema)).toBe(true);
      expect(diffRequiredRows(reached, after.schema, after.rowOptions)).toEqual([]);
      // A column that the models no longer say anything of keeps its value.
      const kept = (name: string, column: "level" | "note") => former.find((each) => each.name === name)?.[column];
      expect(await rows()).toEqual(declared(next.map((each) => ({ ...each, level: "level" in each ? each.level : kept(each.name, "level"), note: "note" in each ? each.note : kept(each.name, "note") }) as (typeof next)[number])));

      await runPlan(database, sqlite.plan(invertOperations(operations, before.schema), reached));
      expect(sameSchema(applyOperations(reached, invertOperations(operations, before.schema)), before.schema)).toBe(true);
      const said = new Map(former.map((each) => [each.name, each]));
      const back = await rows();
      expect(back.map(({ name }) => name)).toEqual(declared(former).map(({ name }) => name));
      for (const each of back) expect(each).toMatchObject(said.get(each["name"] as string) ?? {});
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 40) },
  );
});

test("an ignored column is inserted and never compared again", () => {
  const declared = (level: number) => {
    const role = plainRole();
    requiredRows(role, { key: "name", ignore: ["level"] }, [{ name: "admin", level }]);
    return read(role);
  };
  const [before, after] = [declared(1), declared(2)];
  expect(diffRequiredRows({ ...before.schema, requiredRows: {} }, before.schema, before.rowOptions)).toMatchObject([{ kind: "bulkInsert", rows: [{ name: "admin", level: 1 }] }]);
  expect(diffRequiredRows(before.schema, after.schema, after.rowOptions)).toEqual([]);
});

/** The rows of the first operation that puts them in. */
function inserted(schema: Schema, options: Parameters<typeof diffRequiredRows>[2]) {
  const [operation] = diffRequiredRows({ ...schema, requiredRows: {} }, schema, options);
  return operation?.kind === "bulkInsert" ? operation.rows : [];
}

test("rows come in the order of their keys, numbers and digits by their size, parents first", () => {
  const sorted = (key: readonly ["size", ...("name" | "code")[]], rows: readonly { readonly size: number; readonly name: string; readonly code?: string }[]) => {
    const place = table("place", { size: integer(), name: varchar(40), code: varchar(40) });
    requiredRows(place, { key }, rows);
    const { schema, rowOptions } = read(place);
    return inserted(schema, rowOptions);
  };
  const numbers = [-3, 2, 10].map((size) => ({ size, name: `z${100 - size}` }));
  expect(sorted(["size"], numbers.toReversed())).toEqual(numbers);
  const texts = ["9", "10", "", "007", "1a", "é"].map((code) => ({ size: 1, name: "x", code }));
  const digits = ["2", "10", "30"].map((code) => ({ size: 2, name: "x", code }));
  expect(sorted(["size", "code", "name"], [...digits, ...texts].toReversed())).toEqual([...texts, ...digits]);

  const part = table("part", { code: varchar(9).primaryKey(), partOf: varchar(9).references((): never => part.code as never) });
  const tree = [{ code: "a", partOf: "z" }, { code: "b", partOf: "a" }, { code: "z" }];
  requiredRows(part, { key: "code" }, tree.map(({ code, partOf }) => ({ code, ...(partOf !== undefined && { partOf: ref(part, { code: partOf }) }) })) as never);
  const { schema, rowOptions } = read(part);
  expect(inserted(schema, rowOptions).map((each) => each["code"])).toEqual(["z", "a", "b"]);
});

test("a long chain of rows, each part of the one after it, is put in order in short time", () => {
  const count = 5000;
  const part = table("part", { id: integer().primaryKey(), partOf: integer().references((): never => part.id as never) });
  requiredRows(part, { key: "id" }, Array.from({ length: count }, (_, id) => ({ id, ...(id < count - 1 && { partOf: ref(part, { id: id + 1 }) }) })) as never);
  const { schema, rowOptions } = read(part);
  expect(inserted(schema, rowOptions).map((each) => each["id"])).toEqual(Array.from({ length: count }, (_, at) => count - 1 - at));
});

test("onConflict says how rows are inserted", () => {
  const inserted = (onConflict: "skip" | "update" | "fail") => {
    const role = plainRole();
    requiredRows(role, { key: "name", onConflict }, [{ name: "admin" }]);
    const { schema, rowOptions } = read(role);
    return diffRequiredRows({ ...schema, requiredRows: {} }, schema, rowOptions);
  };
  expect(inserted("skip")).toMatchObject([{ kind: "bulkInsert", by: { key: ["name"], required: true } }]);
  expect(inserted("fail")).toMatchObject([{ kind: "bulkInsert", by: { onConflict: "fail" } }]);
  expect(inserted("update")).toMatchObject([{ kind: "upsertRows", was: [] }]);
});

test("rows of a table that no model declares rows for any more go by its unique key", () => {
  const role = plainRole();
  requiredRows(role, { key: "level" }, [{ name: "admin", level: 1 }]);
  const [before, after] = [read(role), read(plainRole())];
  expect(diffRequiredRows(before.schema, after.schema, after.rowOptions)).toMatchObject([{ kind: "deleteRows", by: { key: ["name"] }, rows: [{ name: "admin" }], was: [{ name: "admin", level: 1 }] }]);
});

test("a snapshot holds the rows, and one without them folds as ever", () => {
  const role = plainRole();
  requiredRows(role, { key: "name" }, [{ name: "b" }, { name: "a" }]);
  const { schema } = read(role);
  const none = { ...schema, requiredRows: {} };
  const snapshot = snapshotOf({ revision: "a", parents: [], source: "s" }, none, schema);
  expect(snapshot.objects).toEqual({ "requiredRows role": { rows: [{ name: "a" }, { name: "b" }] } });
  const draft = draftOf(none);
  applySnapshot(draft, parseSnapshot(snapshotText(snapshot), "a.json"));
  expect(sameSchema(draft, schema)).toBe(true);
});

test("deletes name the tables whose rows block them, or go with them, however far down", () => {
  const role = plainRole();
  const grant = table("grant", { id: integer().primaryKey(), role_id: integer().references(() => role.id, { onDelete: "cascade" }) });
  const use = table("use", { id: integer().primaryKey(), grant_id: integer().references(() => grant.id, { onDelete: "cascade" }) });
  const bill = table("bill", { id: integer().primaryKey(), use_id: integer().references(() => use.id), other_id: integer().references(() => role.id, { onDelete: "set null" }) });
  const { schema } = read(role, grant, use, bill);
  expect(warnings([{ kind: "deleteRows", table: "role", columns: { name: { kind: "text" } }, by: { key: ["name"] }, rows: [{ name: "a" }] }], schema)).toEqual([
    [
      { code: "delete-cascades", message: 'Rows of "grant" and "use" that point at the rows deleted from "role" are deleted with them.' },
      { code: "delete-blocked", message: 'The rows of "role" cannot be deleted while rows of "bill" point at them.' },
    ],
  ]);
});

test("an update of a value that rows of other tables point at names those that do not go with it", () => {
  const plan = table("plan", { code: varchar(4).primaryKey(), name: text().unique() });
  const held = table("held", { id: integer().primaryKey(), plan: varchar(4).references(() => plan.code) });
  const free = table("free", { id: integer().primaryKey(), plan: varchar(4).references(() => plan.code, { onUpdate: "cascade" }), name: text().references(() => plan.name) });
  const { schema } = read(plan, held, free);
  const changed = (rows: readonly Record<string, unknown>[], was: readonly Record<string, unknown>[]) => warnings([{ kind: "updateRows", table: "plan", columns: { code: { kind: "varchar", length: 4 }, name: { kind: "text" } }, by: { key: ["code"] }, rows, was }], schema)[0];
  expect(changed([{ code: "b" }], [{ code: "a" }])).toEqual([{ code: "update-blocked", message: 'The rows of "plan" cannot take another "code" while rows of "held" point at them: give the foreign key ON UPDATE CASCADE, or keep the value.' }]);
  expect(changed([{ code: "a", name: "y" }], [{ code: "a", name: "x" }])).toMatchObject([{ message: expect.stringContaining('another "name" while rows of "free"') }]);
  expect(changed([{ code: "a" }], [{ code: "a" }])).toEqual([]);
});

test("rows that are not sound are refused", () => {
  const refused = (declare: (role: ReturnType<typeof plainRole>) => void) => {
    const role = plainRole();
    declare(role);
    return () => read(role);
  };
  expect(refused((role) => requiredRows(role, { key: "name" }, [{ name: "a" }, { name: "a", level: 1 }]))).toThrow(expect.objectContaining({ code: "MOD-040" }));
  expect(refused((role) => { requiredRows(role, { key: "name" }, [{ name: "a" }]); requiredRows(role, { key: "level" }, [{ name: "b", level: 1 }]); })).toThrow(expect.objectContaining({ code: "MOD-040" }));
  expect(refused((role) => requiredRows(role, { key: "name" }, [{ name: (() => "a") as never }]))).toThrow(expect.objectContaining({ code: "MOD-041" }));
  expect(refused((role) => requiredRows(role, { key: "level" }, [{ name: "a" }]))).toThrow(expect.objectContaining({ code: "MOD-041", message: 'Required row 1 of table "role" has no "level", which is its key.' }));
  const other = table("other", { code: text().notNull() });
  expect(refused((role) => requiredRows(role, { key: "name" }, [{ name: "a", level: ref(other, { code: "x" }) }]))).toThrow(expect.objectContaining({ code: "MOD-042" }));
});

test("rows are typed by their table", () => {
  const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull(), level: integer(), data: json() });
  requiredRows(role, { key: "name" }, [{ name: "a" }, { id: 4, name: "b", level: null, data: [1] }]);
  // @ts-expect-error a required column is missing
  requiredRows(role, { key: "name" }, [{ level: 1 }]);
  // @ts-expect-error an unknown column
  requiredRows(role, { key: "name" }, [{ name: "a", colour: "red" }]);
  // @ts-expect-error a value of another type
  requiredRows(role, { key: "name" }, [{ name: 1 }]);
  // @ts-expect-error an unknown key
  requiredRows(role, { key: "nme" }, [{ name: "a" }]);
  expect(declarationOf(role).required).toHaveLength(5);
});

