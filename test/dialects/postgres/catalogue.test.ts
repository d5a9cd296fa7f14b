import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { postgres } from "../../../src/dialects/postgres/index.ts";
import { emptySchema } from "../../../src/schema/types.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { creation, emptied, expectReality, run } from "./reality.ts";
import { richSchema } from "./rich-schema.ts";

for (const kind of ["pglite", "postgres"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(reason === undefined ? kind : `${kind} (skipped: ${reason})`, () => {
    let database: TestDatabase;
    beforeAll(async () => void (database = await openDatabase(kind)));
    afterAll(async () => database?.close());
    beforeEach(async () => emptied(database));

    test("a schema that was created reads back as itself", async () => {
      const schema = richSchema();
      expect(postgres.refuse(schema)).toEqual([]);
      await run(database, creation(schema), emptySchema);
      await expectReality(database, schema);
    });

    test("the normal form of a schema is its own normal form", async () => {
      const schema = richSchema();
      const once = postgres.physical(schema);
      expect(postgres.physical(once)).toEqual(once);
      await run(database, creation(schema), emptySchema);
      const found = postgres.physical(await postgres.readCatalogue((sql) => database.query(sql) as never));
      expect(postgres.physical(found)).toEqual(found);
    });

    test("every default and every expression that reads back is the same as what was written", async () => {
      const schema = richSchema();
      await run(database, creation(schema), emptySchema);
      const found = await postgres.readCatalogue((sql) => database.query(sql) as never);
      const different: string[] = [];
      for (const [key, table] of Object.entries(schema.tables)) {
        const read = found.tables[key]!;
        for (const column of table.columns) {
          const other = read.columns.find(({ name }) => name === column.name)!;
          if (!postgres.sameDefault(column.default, other.default, column.type)) different.push(`${column.name}: ${JSON.stringify(other.default)}`);
          if (column.generated && !postgres.sameExpression(column.generated.sql, other.generated!.sql)) different.push(`${column.name}: ${other.generated!.sql}`);
        }
        for (const check of table.checks) {
          const other = read.checks.find(({ name }) => name === check.name)!;
          // Only the table's own name tells what "kinds." stands for.
          if (!check.sql.includes("kinds.") && !postgres.sameExpression(check.sql, other.sql)) different.push(`${check.sql}: ${other.sql}`);
        }
      }
      expect(different).toEqual([]);
    });

    test("tables to be ignored, other schemas and what extensions own are left out", async () => {
      await database.query(`CREATE TABLE kept (id serial); CREATE TABLE history (id integer); CREATE SCHEMA other; CREATE TABLE other.t (id integer)`);
      const found = await postgres.readCatalogue((sql) => database.query(sql) as never, { schemas: ["public"], ignoreTables: ["history"] });
      expect(found).toEqual({
        namespaces: {},
        enums: {},
        requiredRows: {},
        tables: {
          kept: { name: "kept", columns: [{ name: "id", type: { kind: "integer" }, nullable: false, default: { sql: "nextval('kept_id_seq'::regclass)" } }], uniques: [], foreignKeys: [], checks: [], indexes: [] },
        },
        objects: { "sequence kept_id_seq": { kind: "sequence", name: "kept_id_seq", type: "integer", ownedBy: { table: "kept", column: "id" } } },
      });
    });
  });
}
