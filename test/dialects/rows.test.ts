import { describe, expect, test } from "vitest";
import { loadDialect, type DialectName } from "../../src/dialects/index.ts";
import { buildSchema } from "../../src/models/build.ts";
import * as m from "../../src/models/index.ts";
import { declarationOf } from "../../src/models/table.ts";
import { applyOperations, invertOperations } from "../../src/operations/apply.ts";
import type { Operation } from "../../src/operations/index.ts";
import { rowReference } from "../../src/schema/row-reference.ts";
import { emptySchema, type ColumnType } from "../../src/schema/types.ts";
import { databaseKinds, openDatabase, unavailable, type DatabaseKind } from "../support/databases.ts";
import { runPlan } from "../support/run-plan.ts";

const dialects: Record<DatabaseKind, DialectName> = { sqlite: "sqlite", pglite: "postgres", postgres: "postgres", mariadb: "mariadb" };
const roles = m.table("role", { id: m.integer().primaryKey().autoIncrement(), name: m.varchar(40).notNull().unique(), level: m.integer().notNull().default(0), note: m.varchar(40), parent_id: m.integer() });
const grants = m.table("grant", { role_id: m.integer().notNull().references(() => roles.id), path: m.varchar(40).notNull(), note: m.varchar(40) });
const columns: Record<string, ColumnType> = { id: { kind: "integer" }, name: { kind: "varchar", length: 40 }, level: { kind: "integer" }, note: { kind: "varchar", length: 40 }, parent_id: { kind: "integer" } };
const grantColumns: Record<string, ColumnType> = { role_id: { kind: "integer" }, path: { kind: "varchar", length: 40 }, note: { kind: "varchar", length: 40 } };
const by = { key: ["name"] };
const role = { table: "role", columns, by };
const grant = { table: "grant", columns: grantColumns, by: { key: ["role_id", "path"] } };
const idOf = (name: string) => rowReference({ table: "role", column: "id", columns: { id: columns["id"]!, name: columns["name"]! }, key: { name } });

for (const kind of databaseKinds) {
  const missing = await unavailable(kind);
  const dialect = await loadDialect(dialects[kind]);
  describe.skipIf(missing)(`rows by key on ${kind}${missing ? ` (skipped: ${missing})` : ""}`, () => {
    const { schema } = buildSchema([declarationOf(roles), declarationOf(grants)], [], dialect.naming);
    const opened = async () => {
      const database = await openDatabase(kind);
      const run = (operations: readonly Operation[], before = schema) => runPlan(database, dialect.plan(operations, before), { transactional: dialect.capabilities.transactionalDdl, toleratesDrift: true });
      await run(Object.values(schema.tables).map((table): Operation => ({ kind: "createTable", table })), emptySchema);
      const rows = (sql = "SELECT name, level, note FROM role ORDER BY name") => database.query(sql);
      return { run, rows, close: () => database.close() };
    };

    test("rows come, change and go by their key, and the inverse brings back what was", async () => {
      const { run, rows, close } = await opened();
      await run([{ kind: "bulkInsert", table: "role", columns, rows: [{ name: "it's mine", level: 5 }] }]);
      const operations: Operation[] = [
        { kind: "bulkInsert", ...role, rows: [{ name: "admin", level: 1 }, { name: "guest" }, { name: "admin", level: 7 }] },
        { kind: "updateRows", ...role, rows: [{ name: "admin", level: 2, note: null }, { name: "nobody", level: 3 }, { name: "guest" }], was: [{ name: "admin", level: 1, note: null }, { name: "nobody", level: 0 }] },
        { kind: "bulkInsert", ...grant, rows: [{ role_id: idOf("admin"), path: "/" }, { role_id: idOf("guest"), path: "/" }] },
        { kind: "updateRows", ...grant, rows: [{ role_id: idOf("admin"), path: "/", note: "all" }], was: [{ role_id: idOf("admin"), path: "/", note: null }] },
        { kind: "deleteRows", ...grant, rows: [{ role_id: idOf("guest"), path: "/" }], was: [{ role_id: idOf("guest"), path: "/" }] },
        { kind: "deleteRows", ...role, rows: [{ name: "guest" }], was: [{ name: "guest", level: 0 }] },
        { kind: "upsertRows", ...role, rows: [{ name: "admin", level: 3 }, { name: "editor", level: 1 }, { name: "reader" }], was: [{ name: "admin", level: 2 }] },
      ];
      await run(operations);
      expect(await rows()).toEqual([{ name: "admin", level: 3, note: null }, { name: "editor", level: 1, note: null }, { name: "it's mine", level: 5, note: null }, { name: "reader", level: 0, note: null }]);
      expect(await rows('SELECT r.name, g.path, g.note FROM "grant" g JOIN role r ON r.id = g.role_id'.replaceAll('"grant"', dialect.quote("grant")))).toEqual([{ name: "admin", path: "/", note: "all" }]);
      await run(invertOperations(operations, schema), applyOperations(schema, operations));
      expect(await rows()).toEqual([{ name: "it's mine", level: 5, note: null }]);
      await close();
    });

    test("a row that names one of its own table is inserted after it", async () => {
      const { run, rows, close } = await opened();
      await run([{ kind: "bulkInsert", ...role, rows: [{ name: "a", parent_id: null }, { name: "b", parent_id: idOf("a") }, { name: "c", parent_id: idOf("b") }] }]);
      await run([{ kind: "updateRows", ...role, rows: [{ name: "c", parent_id: idOf("a") }] }]);
      await run([{ kind: "deleteRows", table: "role", columns, by: { key: ["parent_id", "name"] }, rows: [{ parent_id: idOf("a"), name: "b" }] }]);
      expect(await rows("SELECT c.name, p.name AS parent FROM role c LEFT JOIN role p ON p.id = c.parent_id ORDER BY c.name")).toEqual([{ name: "a", parent: null }, { name: "c", parent: "a" }]);
      await close();
    });

    test("a key that no constraint keeps unique serves as well, NULL included", async () => {
      const { run, rows, close } = await opened();
      const byNote = { table: "role", columns, by: { key: ["note"] } };
      await run([{ kind: "bulkInsert", ...byNote, rows: [{ note: "x", name: "a" }, { note: "x", name: "b" }, { note: null, name: "c" }, { note: null, name: "d" }] }]);
      await run([{ kind: "upsertRows", ...byNote, rows: [{ note: "x", name: "a", level: 4 }, { note: "y", name: "e", level: 5 }] }]);
      await run([{ kind: "deleteRows", ...byNote, rows: [{ note: null }] }]);
      expect(await rows()).toEqual([{ name: "a", level: 4, note: "x" }, { name: "e", level: 5, note: "y" }]);
      await close();
    });

    test("after explicit ids the database counts on from the largest", async () => {
      const { run, rows, close } = await opened();
      await run([{ kind: "bulkInsert", ...role, rows: [{ id: 41, name: "a" }, { id: 7, name: "b" }] }, { kind: "upsertRows", ...role, rows: [{ id: 50, name: "c" }] }, { kind: "bulkInsert", table: "role", columns, rows: [{ name: "d" }] }]);
      expect(await rows("SELECT id, name FROM role ORDER BY id")).toEqual([{ id: 7, name: "b" }, { id: 41, name: "a" }, { id: 50, name: "c" }, { id: 51, name: "d" }]);
      await close();
    });

    test("a row that is there ends the revision when that was asked for", async () => {
      const { run, close } = await opened();
      const insert: Operation = { kind: "bulkInsert", ...role, by: { key: ["name"], onConflict: "fail" }, rows: [{ name: "a" }] };
      await run([insert]);
      await expect(run([insert])).rejects.toThrow(/unique|duplicate/i);
      await close();
    });
  });

  test(`no rows are no statements, a stranger and a missing key are refused on ${kind}`, () => {
    const { schema } = buildSchema([declarationOf(roles), declarationOf(grants)], [], dialect.naming);
    for (const operation of ["bulkInsert", "updateRows", "deleteRows", "upsertRows"] as const) {
      expect(dialect.plan([{ kind: operation, ...role, rows: [] }], schema).steps).toEqual([]);
      expect(() => dialect.plan([{ kind: operation, ...role, rows: [{ name: "a", nme: "b" }] }], schema)).toThrow(expect.objectContaining({ code: "DAT-001", hint: 'Did you mean "name"?' }));
      expect(() => dialect.plan([{ kind: operation, ...role, rows: [{ level: 1 }] }], schema)).toThrow(expect.objectContaining({ code: "DAT-003", message: 'Row 1 for table "role" has no "name", which is its key.' }));
    }
  });
}
