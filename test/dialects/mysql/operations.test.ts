import { describe, expect, test } from "vitest";
import { mariadb } from "../../../src/dialects/mysql/index.ts";
import { boolean, check, enumeration, foreignKey, index, integer, json, primaryKey, sql, table, text, timestamp, unique, varchar } from "../../../src/models/index.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { applyOperations } from "../../../src/operations/apply.ts";
import { openDatabase, unavailable, type TestDatabase } from "../../support/databases.ts";
import { creation, expectThereAndBack, run, schemaOf, statements } from "./support.ts";
import { emptySchema } from "../../../src/schema/types.ts";

const reason = await unavailable("mariadb");
const mood = enumeration("mood", ["sad", "ok", "happy"]);

const team = table("team", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique() });
const person = table(
  "person",
  {
    id: integer().primaryKey().autoIncrement(),
    name: varchar(80).notNull().comment("the name"),
    age: integer().default(1),
    teamId: integer("team_id").notNull().references(() => team.id, { name: "fk_team", onDelete: "cascade" }),
    leader: integer().references(() => team.id),
    mood: mood().notNull().default("ok"),
    other: mood().default("sad"),
    doubled: integer().generated(sql`age * 2`),
    shown: varchar(100).generated(sql`concat(name, '!')`, { stored: false }),
    at: timestamp(3).notNull().defaultNow(),
  },
  (t) => [check("ck_age", sql`age > 0`), index("ix_name").on(t.name, t.age.desc()), unique("uq_name_age").on(t.name, t.age), index("ix_team_age").on(t.teamId, t.age)],
);
const before = schemaOf(team, person);
const rows = ["INSERT INTO team VALUES (1, 'a'), (2, 'b')", "INSERT INTO person (name, age, team_id, leader, mood, other) VALUES ('x', 3, 1, 2, 'happy', 'ok'), ('y', 4, 2, NULL, 'sad', NULL)"];
const added = table("added", { id: integer().primaryKey().autoIncrement(), personId: integer("person_id").notNull().references(() => person.id) });

const alter = (column: string, changes: Extract<Operation, { kind: "alterColumn" }>["changes"]): Operation => ({ kind: "alterColumn", table: "person", column, changes });
const keyless = schemaOf(table("plain", { a: integer().notNull(), b: varchar(10) }));

const cases: Record<string, { operations: readonly Operation[]; look?: (database: TestDatabase) => Promise<void>; schema?: typeof before; rows?: readonly string[] }> = {
  "a table comes and goes": { operations: [{ kind: "createTable", table: schemaOf(team, person, added).tables["added"]! }] },
  "a table is renamed and its foreign keys keep their names": { operations: [{ kind: "renameTable", from: "person", to: "people" }, { kind: "renameTable", from: "team", to: "crew" }] },
  "a table's comment is set, changed and removed": { operations: [{ kind: "setTableComment", table: "team", comment: "it's\\new" }, { kind: "setTableComment", table: "team", comment: "other" }] },
  "a column is added with its default": {
    operations: [{ kind: "addColumn", table: "person", column: { name: "note", type: { kind: "text" }, nullable: false, default: { value: "it's" }, comment: "c" } }],
    look: async (database) => expect(await database.query("SELECT DISTINCT note FROM person")).toEqual([{ note: "it's" }]),
  },
  "a column is dropped": { operations: [{ kind: "dropColumn", table: "person", column: "doubled" }, { kind: "dropColumn", table: "person", column: "other" }] },
  "a default alone is set and removed": { operations: [alter("age", { default: { value: 5 } }), alter("name", { default: { value: "n" } }), alter("at", { default: null }), alter("age", { default: null })] },
  "a default becomes an expression": { operations: [alter("age", { default: { sql: "1 + 1" } }), alter("name", { default: { sql: "uuid()" } })] },
  "a column changes type, nullability, collation and comment at once": {
    operations: [alter("name", { type: { kind: "varchar", length: 100 }, nullable: true, collation: "utf8mb4_bin", comment: null }), alter("at", { type: { kind: "timestamptz", precision: 6 }, default: { sql: "CURRENT_TIMESTAMP" } })],
    look: async (database) => expect(await database.query("SELECT name, shown FROM person ORDER BY id")).toEqual([{ name: "x", shown: "x!" }, { name: "y", shown: "y!" }]),
  },
  "a foreign key's ends change type one after the other": {
    operations: [
      { kind: "alterColumn", table: "team", column: "id", changes: { type: { kind: "bigint" } } },
      alter("team_id", { type: { kind: "bigint" } }),
      alter("leader", { type: { kind: "bigint" } }),
    ],
    look: async (database) => expect(await database.query("SELECT team_id, leader FROM person ORDER BY id")).toEqual([{ team_id: 1, leader: 2 }, { team_id: 2, leader: null }]),
  },
  "a column counts no more, and counts again": { operations: [alter("id", { autoIncrement: null })] },
  "a generated column gets another expression": { operations: [alter("doubled", { generated: { sql: "age * 3", storage: "stored" } })] },
  "a generated column is stored no more": { operations: [alter("doubled", { generated: { sql: "age * 3", storage: "virtual" } })] },
  "a virtual column becomes a plain one that keeps what was computed, with its keys, checks and computed columns": {
    operations: [
      alter("shown", { type: { kind: "varchar", length: 50 } }),
      { kind: "addColumn", table: "person", column: { name: "louder", type: { kind: "varchar", length: 100 }, nullable: true, generated: { sql: "upper(shown)", storage: "stored" } } },
      { kind: "createCheck", table: "person", check: { name: "ck_shown", sql: "shown <> ''" } },
      { kind: "createIndex", table: "person", index: { name: "ix_shown", parts: [{ column: "shown", order: "desc" }] } },
      { kind: "createUnique", table: "person", unique: { name: "uq_shown", columns: ["shown", "age"] } },
      alter("shown", { generated: null, nullable: false, default: { value: "?" } }),
    ],
    look: async (database) => expect(await database.query("SELECT shown, louder FROM person ORDER BY id")).toEqual([{ shown: "x!", louder: "X!" }, { shown: "y!", louder: "Y!" }]),
  },
  "a column is renamed and expressions follow": { operations: [{ kind: "renameColumn", table: "person", from: "age", to: "years" }, { kind: "renameColumn", table: "team", from: "id", to: "number" }] },
  "a column with a check of its own is renamed": {
    operations: [
      { kind: "createCheck", table: "person", check: { name: "age", sql: "age < 100" } },
      { kind: "renameColumn", table: "person", from: "age", to: "years" },
      { kind: "dropConstraint", table: "person", name: "age" },
    ],
  },
  "a foreign key goes with its index, and the other way round": { operations: [{ kind: "dropConstraint", table: "person", name: "fk_team" }, { kind: "dropConstraint", table: "person", name: "person_ibfk_1" }] },
  "an index that a foreign key needs is dropped": { operations: [{ kind: "dropIndex", table: "person", name: "ix_team_age" }] },
  "an index that a foreign key can lean on is created": {
    operations: [
      { kind: "createIndex", table: "person", index: { name: "ix_leader", parts: [{ column: "leader" }, { column: "age", order: "desc" }] } },
      { kind: "dropConstraint", table: "person", name: "person_ibfk_1" },
    ],
  },
  "foreign keys that begin with the same columns share an index, whichever goes first": {
    schema: schemaOf(
      table("p", { a: integer().primaryKey(), b: integer().notNull() }, (t) => [unique("uq_p").on(t.a, t.b)]),
      table("c", { x: integer(), y: integer(), "`z": json() }, (t) => [
        foreignKey("fk_one").on(t.x).references("p", ["a"]),
        foreignKey("fk_two").on(t.x, t.y).references("p", ["a", "b"]),
        foreignKey("fk_three").on(t.x).references("p", ["a"]),
      ]),
    ),
    rows: ["INSERT INTO p VALUES (1, 2)", "INSERT INTO c (x, y) VALUES (1, 2), (NULL, 2)"],
    operations: [
      { kind: "dropConstraint", table: "c", name: "fk_two" },
      { kind: "dropConstraint", table: "c", name: "fk_one" },
      { kind: "createForeignKey", table: "c", foreignKey: { name: "fk_four", columns: ["x", "y"], references: { table: "p", columns: ["a", "b"] } } },
    ],
  },
  "constraints are renamed": {
    operations: [
      { kind: "renameConstraint", table: "person", from: "fk_team", to: "fk_crew" },
      { kind: "renameConstraint", table: "person", from: "person_ibfk_1", to: "fk_leader" },
      { kind: "renameConstraint", table: "person", from: "uq_name_age", to: "uq_other" },
      { kind: "renameConstraint", table: "person", from: "ck_age", to: "ck_years" },
      { kind: "renameConstraint", table: "person", from: "PRIMARY", to: "pk_person" },
    ],
  },
  "checks and uniques come and go": {
    operations: [
      { kind: "dropConstraint", table: "person", name: "ck_age" },
      { kind: "dropConstraint", table: "person", name: "uq_name_age" },
      { kind: "createCheck", table: "person", check: { name: "age", sql: "age < 100" } },
      { kind: "createUnique", table: "person", unique: { name: "uq", columns: ["age", "name"] } },
    ],
  },
  "indexes come, are renamed and go": {
    operations: [
      { kind: "createIndex", table: "person", index: { name: "ux", unique: true, parts: [{ column: "name", order: "desc" }] } },
      { kind: "renameIndex", table: "person", from: "ix_name", to: "ix_named" },
      { kind: "dropIndex", table: "person", name: "ix_named" },
    ],
  },
  "the primary key of a counting column is dropped": { operations: [{ kind: "dropConstraint", table: "person", name: "PRIMARY" }] },
  "a counting column is added to rows and numbers them": {
    schema: keyless,
    rows: ["INSERT INTO plain VALUES (7, 'x'), (8, 'y')"],
    operations: [
      { kind: "addColumn", table: "plain", column: { name: "id", type: { kind: "bigint" }, nullable: false, autoIncrement: true } },
      { kind: "createPrimaryKey", table: "plain", primaryKey: { name: "PRIMARY", columns: ["id"] } },
    ],
    look: async (database) => expect(await database.query("SELECT id FROM plain ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]),
  },
  "an identity is added and begins where it is told": {
    schema: keyless,
    rows: ["INSERT INTO plain VALUES (7, 'x'), (8, 'y')"],
    operations: [
      { kind: "addColumn", table: "plain", column: { name: "id", type: { kind: "bigint" }, nullable: false, identity: { generation: "byDefault", start: 1000 } } },
      { kind: "createUnique", table: "plain", unique: { name: "uq_id", columns: ["id"] } },
    ],
    look: async (database) => {
      await database.query("INSERT INTO plain (a) VALUES (9)");
      expect((await database.query("SELECT max(id) AS id FROM plain"))[0]!["id"]).toBeGreaterThanOrEqual(1000);
    },
  },
  "an enumeration's label is added, renamed and replaced": {
    operations: [
      { kind: "addEnumLabel", name: "mood", label: "it's great", position: { before: "ok" } },
      { kind: "renameEnumLabel", name: "mood", from: "ok", to: "fine" },
    ],
    look: async (database) => expect(await database.query("SELECT mood, other FROM person ORDER BY id")).toEqual([{ mood: "happy", other: "fine" }, { mood: "sad", other: null }]),
  },
  "an enumeration's labels change places and case": { operations: [{ kind: "alterEnum", name: "mood", labels: ["happy", "ok", "sad"] }, { kind: "renameEnumLabel", name: "mood", from: "sad", to: "SAD" }, { kind: "renameEnum", from: "mood", to: "humour" }] },
  "an enumeration is made for a new column": {
    operations: [
      { kind: "createEnum", name: "size", labels: ["s", "m"] },
      { kind: "addColumn", table: "person", column: { name: "size", type: { kind: "enum", name: "size" }, nullable: false, default: { value: "m" } } },
    ],
    look: async (database) => expect(await database.query("SELECT DISTINCT size FROM person")).toEqual([{ size: "m" }]),
  },
};

describe.skipIf(reason)(`MariaDB does each operation and its inverse${reason ? ` (${reason})` : ""}`, () => {
  for (const [name, { operations, look, schema = before, rows: present = rows }] of Object.entries(cases)) test(name, () => expectThereAndBack(schema, present, operations, look));

  const after = async (operations: readonly Operation[], query: string, schema = before): Promise<unknown> => {
    const database = await openDatabase("mariadb");
    try {
      await run(database, creation(schema), emptySchema);
      for (const row of schema === before ? rows : []) await database.query(row);
      await run(database, operations, schema);
      expect(mariadb.physical(await mariadb.readCatalogue(database.query)).tables["person"]?.columns.length).toBe(applyOperations(schema, operations).tables["person"]?.columns.length);
      return await database.query(query);
    } finally {
      await database.close();
    }
  };

  test("a label that goes is replaced in rows and defaults", async () => {
    const operations: Operation[] = [{ kind: "alterEnum", name: "mood", labels: ["sad", "great"], options: { replace: { ok: "sad", happy: "great" } } }];
    expect(await after(operations, "SELECT mood, other FROM person ORDER BY id")).toEqual([{ mood: "great", other: "sad" }, { mood: "sad", other: null }]);
  });

  test("labels that change places take their rows along", async () => {
    const operations: Operation[] = [{ kind: "alterEnum", name: "mood", labels: ["sad", "ok", "happy"], options: { replace: { ok: "happy", happy: "ok" } } }];
    expect(await after(operations, "SELECT mood, other FROM person ORDER BY id")).toEqual([{ mood: "ok", other: "happy" }, { mood: "sad", other: null }]);
  });

  test("options that take a text are given one", () => {
    const create: Operation = { kind: "createTable", table: { name: "kept", columns: [{ name: "id", type: { kind: "integer" }, nullable: true }], uniques: [], foreignKeys: [], checks: [], indexes: [], facts: { options: { ENCRYPTION: "Y", KEY_BLOCK_SIZE: "8" } } } };
    expect(statements(mariadb, [create, { kind: "alterTable", table: "kept", changes: { options: { COMPRESSION: "ZLIB", KEY_BLOCK_SIZE: "8" } } }], before)).toEqual([expect.stringContaining("ENCRYPTION='Y' KEY_BLOCK_SIZE=8"), "ALTER TABLE `kept` COMPRESSION='ZLIB', ENCRYPTION='N'"]);
  });

  test("a foreign key between different types is refused", () => {
    expect(() => statements(mariadb, [alter("team_id", { type: { kind: "bigint" } })], before)).toThrow(/now differ in type/);
  });

  test("a type change runs its values through an expression", async () => {
    const operations: Operation[] = [{ kind: "alterColumn", table: "flag", column: "yes", changes: { type: { kind: "boolean" }, using: "\"yes\" = 'y'", nullable: false, default: { value: false } } }, { kind: "bulkInsert", table: "flag", columns: {}, rows: [{}] }];
    const schema = schemaOf(table("flag", { id: integer(), yes: varchar(3).notNull() }, (t) => [primaryKey().on(t.id)]));
    const database = await openDatabase("mariadb");
    try {
      await run(database, creation(schema), emptySchema);
      await database.query("INSERT INTO flag VALUES (1, 'y'), (2, 'n')");
      await run(database, operations.slice(0, 1), schema);
      expect(await database.query("SELECT * FROM flag ORDER BY id")).toEqual([{ id: 1, yes: 1 }, { id: 2, yes: 0 }]);
    } finally {
      await database.close();
    }
  });

  test("rows, backfills and SQL run as they are", async () => {
    const operations: Operation[] = [
      { kind: "bulkInsert", table: "team", columns: { id: { kind: "integer" }, name: { kind: "varchar" } }, rows: [{ name: "it's \\ 😀\n\"" }, { id: 50, name: "z" }, { id: 51, name: "zz" }] },
      { kind: "backfill", table: "person", assignments: { set: { leader: { sql: '"team_id" + 0' } } } },
      { kind: "execute", statements: [{ sql: "UPDATE person SET name = '?:x\\\\' WHERE id = 1" }] },
    ];
    expect(await after(operations, "SELECT name, leader FROM person ORDER BY id")).toEqual([{ name: "?:x\\", leader: 2 }, { name: "y", leader: 2 }]);
  });

  test("a row of defaults alone is inserted", async () => {
    const schema = schemaOf(table("d", { id: integer().primaryKey().autoIncrement(), a: text().default("x"), b: boolean().notNull().default(true) }));
    expect(await after([{ kind: "bulkInsert", table: "d", columns: {}, rows: [{}, {}] }], "SELECT * FROM d ORDER BY id", schema)).toEqual([{ id: 1, a: "x", b: 1 }, { id: 2, a: "x", b: 1 }]);
  });
});

