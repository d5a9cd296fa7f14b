import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { check, enumeration, index, integer, numeric, sql, table, text, unique, varchar, bigint, boolean, smallint, timestamp } from "../../../src/models/index.ts";
import { invertOperations } from "../../../src/operations/apply.ts";
import type { ColumnChanges } from "../../../src/operations/alter-column.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { emptySchema, type Schema } from "../../../src/schema/types.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { creation, emptied, expectReality, run, schemaOf } from "./reality.ts";

const mood = enumeration("mood", ["sad", "ok", "happy"]);
const owner = table("owner", { id: integer().primaryKey().autoIncrement(), code: varchar(10).unique() });
const thing = table("thing", {
  id: bigint().primaryKey().identity(),
  ownerId: integer("owner_id").notNull().references(() => owner.id),
  name: varchar(20).notNull().default("x").comment("its name"),
  amount: integer().notNull().default(1),
  price: numeric(10, 2),
  flag: boolean().notNull().default(false),
  at: timestamp(),
  feeling: mood().notNull().default("ok"),
  feelings: mood().array().default(["ok"]),
  double: integer().generated(sql`amount * 2`),
}, (t) => [
  check("thing_amount", sql`amount > 0 and feeling <> 'sad' or feeling = 'sad'`),
  check("thing_name", sql`length(name) < 50`),
  index("thing_lower").on(sql`lower(name)`),
  index("thing_happy").on(t.amount).where(sql`feeling = 'ok'`),
  index("thing_double").on(t.double),
  index("thing_name_index").on(t.name.desc()),
  unique("thing_double_amount").on(t.double, t.amount),
]);
const child = table("child", { a: integer(), b: integer(), feeling: mood() }, {});

const before = schemaOf([owner, thing, child]);
const rows = `INSERT INTO owner (code) VALUES ('1'), ('2'); INSERT INTO thing (owner_id, name, amount, price, feeling, feelings) VALUES (1, '1', 1, 1.5, 'sad', '{sad,ok}'), (2, '2', 3, NULL, 'happy', NULL); INSERT INTO child VALUES (2, 1, 'ok')`;

const alter = (column: string, changes: ColumnChanges): Operation => ({ kind: "alterColumn", table: "thing", column, changes });

/** Operations that run on a database with rows in it, and back. */
const cases: Readonly<Record<string, readonly Operation[]>> = {
  "a wider integer under a generated column": [alter("amount", { type: { kind: "bigint" } })],
  "a narrower identity": [alter("id", { type: { kind: "integer" } })],
  "a longer text": [alter("name", { type: { kind: "varchar", length: 40 } })],
  "a text that becomes a number, with its default": [
    { kind: "dropConstraint", table: "thing", name: "thing_name" },
    { kind: "dropIndex", table: "thing", name: "thing_lower" },
    alter("name", { type: { kind: "integer" }, default: { value: 7 } }),
  ],
  "a number that becomes text": [alter("price", { type: { kind: "text" } })],
  "a boolean that becomes a number": [alter("flag", { type: { kind: "smallint" }, default: { value: 1 } })],
  "an enum that becomes text": [{ kind: "dropConstraint", table: "thing", name: "thing_amount" }, { kind: "dropIndex", table: "thing", name: "thing_happy" }, alter("feeling", { type: { kind: "varchar", length: 10 } })],
  "another collation": [alter("name", { collation: "C" })],
  "NULL allowed and a default removed": [alter("name", { nullable: true, default: null })],
  "a default changed to an expression": [alter("amount", { default: { sql: "1 + 2" } })],
  "an identity added to a column that holds values": [alter("amount", { default: null, identity: { generation: "always", increment: 10 } })],
  "an identity dropped": [alter("id", { identity: null, nullable: false })],
  "an identity with other options": [alter("id", { identity: { generation: "always", start: 7, increment: 2, cycle: true, maxValue: 1000 } })],
  "a generated column with another expression": [alter("double", { generated: { sql: "amount * 3", storage: "stored" } })],
  "a generated column of another type": [alter("double", { type: { kind: "bigint" } })],
  "a plain column that becomes generated": [alter("price", { generated: { sql: "amount / 2.0", storage: "stored" } })],
  "a comment changed": [alter("name", { comment: "it's other" })],
  "a comment removed": [alter("name", { comment: null })],
  "a column with comment, default and check": [
    { kind: "addColumn", table: "thing", column: { name: "extra", type: { kind: "text" }, nullable: false, default: { value: "a'b" }, comment: "more" } },
    { kind: "createCheck", table: "thing", check: { name: "thing_extra", sql: "extra <> ''" } },
  ],
  "a column dropped": [{ kind: "dropColumn", table: "thing", column: "at" }],
  "a column renamed": [{ kind: "renameColumn", table: "thing", from: "amount", to: "Quantity" }],
  "a table renamed": [{ kind: "renameTable", from: "owner", to: "Owner" }, { kind: "renameConstraint", table: "Owner", from: "owner_pkey", to: "Owner_pkey" }],
  "a table moved to a new schema": [{ kind: "createSchema", name: "other" }, { kind: "renameTable", from: "owner", to: "other.keeper" }],
  "a table comment": [{ kind: "setTableComment", table: "owner", comment: "who" }],
  "an index replaced": [
    { kind: "dropIndex", table: "thing", name: "thing_name_index" },
    { kind: "createIndex", table: "thing", index: { name: "thing_name_index", parts: [{ column: "name" }, { expression: "amount + 1", order: "desc" }], unique: true, include: ["price"], nullsNotDistinct: true, where: "flag is false" } },
    { kind: "renameIndex", table: "thing", from: "thing_happy", to: "thing_glad" },
  ],
  "keys replaced": [
    { kind: "dropConstraint", table: "thing", name: "thing_owner_id_fkey" },
    { kind: "createForeignKey", table: "thing", foreignKey: { name: "fk", columns: ["owner_id"], references: { table: "owner", columns: ["id"] }, onDelete: "set default", deferrable: "initially immediate" } },
    { kind: "createUnique", table: "child", unique: { name: "u", columns: ["b", "a"], deferrable: "initially deferred" } },
    { kind: "alterColumn", table: "child", column: "a", changes: { nullable: false } },
    { kind: "createPrimaryKey", table: "child", primaryKey: { name: "child_key", columns: ["a"] } },
  ],
  "an enum renamed and moved": [{ kind: "createSchema", name: "other" }, { kind: "renameEnum", from: "mood", to: "other.Spirit" }],
  "a label renamed": [{ kind: "renameEnumLabel", name: "mood", from: "happy", to: "it's fine" }],
  "labels in another order": [{ kind: "alterEnum", name: "mood", labels: ["happy", "ok", "sad"] }],
  "a label added between others": [{ kind: "addEnumLabel", name: "mood", label: "glad", position: { after: "ok" } }],
  "a table dropped": [{ kind: "dropTable", table: "child" }],
};

for (const kind of ["pglite", "postgres"] as const) {
  const reason = await unavailable(kind);
  describe.skipIf(reason !== undefined)(reason === undefined ? kind : `${kind} (skipped: ${reason})`, () => {
    let database: TestDatabase;
    const prepare = async (schema: Schema) => {
      await emptied(database);
      await run(database, creation(schema), emptySchema);
      await database.query(rows);
    };
    const count = async () => (await database.query("SELECT count(*)::int AS count FROM thing"))[0]!["count"];
    beforeAll(async () => void (database = await openDatabase(kind)));
    afterAll(async () => database?.close());
    beforeEach(async () => prepare(before));

    for (const [name, operations] of Object.entries(cases)) {
      test(`${name}: the database holds what the operations say, and the inverse leads back`, async () => {
        const after = await run(database, operations, before);
        await expectReality(database, after);
        expect(await count()).toBe(2);
        await run(database, invertOperations(operations, before), after);
        await expectReality(database, before);
        expect(await count()).toBe(2);
      });
    }

    test("rows that hold a removed label get the one that replaces it, in lists too", async () => {
      await run(database, [{ kind: "dropConstraint", table: "thing", name: "thing_amount" }], before).then((after) =>
        run(database, [{ kind: "alterEnum", name: "mood", labels: ["ok", "happy"], options: { replace: { sad: "happy" } } }], after).then((end) => expectReality(database, end)),
      );
      expect(await database.query("SELECT feeling::text, feelings::text FROM thing ORDER BY id")).toEqual([
        { feeling: "happy", feelings: "{happy,ok}" },
        { feeling: "happy", feelings: null },
      ]);
    });

    test("labels that change places do so in every row", async () => {
      await run(database, [{ kind: "alterEnum", name: "mood", labels: ["happy", "ok", "sad"], options: { replace: { sad: "happy", happy: "sad" } } }], before);
      expect(await database.query("SELECT feeling::text, feelings::text FROM thing ORDER BY id")).toEqual([
        { feeling: "happy", feelings: "{happy,ok}" },
        { feeling: "sad", feelings: null },
      ]);
    });

    test("a label that a later operation writes is added before the transaction goes on", async () => {
      const after = await run(database, [
        { kind: "addEnumLabel", name: "mood", label: "wild" },
        { kind: "bulkInsert", table: "child", columns: { feeling: { kind: "enum", name: "mood" } }, rows: [{ feeling: "wild" }] },
      ], before);
      await expectReality(database, after);
      expect(await database.query("SELECT feeling::text FROM child WHERE a IS NULL")).toEqual([{ feeling: "wild" }]);
    });

    test("rows with ids of their own leave the sequence ahead of them, and rows without values take defaults", async () => {
      const schema = schemaOf([table("t", { id: integer().identity({ generation: "always" }).primaryKey(), name: text().default("d"), small: smallint() })]);
      await emptied(database);
      await run(database, creation(schema), emptySchema);
      const columns = { id: { kind: "integer" }, name: { kind: "text" } } as const;
      await run(database, [{ kind: "bulkInsert", table: "t", columns, rows: [{ id: 41, name: "a" }, {}, { id: 7, name: "b" }] }, { kind: "bulkInsert", table: "t", columns, rows: [{ name: "c" }] }], schema);
      expect(await database.query("SELECT id, name FROM t ORDER BY id")).toEqual([{ id: 1, name: "d" }, { id: 7, name: "b" }, { id: 41, name: "a" }, { id: 42, name: "c" }]);
    });
  });
}
