import { expect, test } from "vitest";
import { sqlite } from "../../../src/dialects/sqlite/index.ts";
import * as m from "../../../src/models/index.ts";
import type { Operation } from "../../../src/operations/index.ts";
import type { Schema } from "../../../src/schema/types.ts";
import { databaseWith, expectSchema, migrate, runPlan, schemaOf, thereAndBack } from "./support.ts";

const { sql } = m;

const mood = m.enumeration("mood", ["sad", "ok", "happy"]);
const team = m.table("team", { id: m.integer().primaryKey().autoIncrement(), name: m.varchar(40).notNull() }, (t) => [m.index("ix_team_name").on(t.name)]);
const person = m.table(
  "person",
  {
    id: m.integer().primaryKey().autoIncrement(),
    name: m.varchar(40).notNull(),
    age: m.integer(),
    nick: m.text(),
    feeling: mood().notNull().default("ok"),
    teamId: m.integer("team_id").references(() => team.id, { onDelete: "cascade" }),
    bossId: m.integer("boss_id").references("person.id", { onDelete: "set null" }),
    shout: m.text().generated(sql`upper(name)`),
    loud: m.text().generated(sql`name || '!'`, { stored: false }),
  },
  (t) => [m.check("age_positive", sql`age > 0`), m.uniqueIndex("ux_lower").on(sql`lower(name)`), m.index("ix_partial").on(t.age.desc()).where(sql`age IS NOT NULL`), m.unique("uq_nick").on(t.nick)],
);
const log = m.table("log", { id: m.integer().primaryKey(), personId: m.integer("person_id").notNull().references(() => person.id, { onDelete: "cascade" }), what: m.text() });

const schema = schemaOf(team, person, log);
const rows = [
  "INSERT INTO team (id, name) VALUES (1, 'red'), (2, 'blue')",
  "INSERT INTO person (id, name, age, nick, feeling, team_id, boss_id) VALUES (1, 'Ann', 30, 'a', 'happy', 1, NULL), (2, 'Bob', NULL, NULL, 'sad', 2, 1), (9, 'Zed', 50, 'z', 'ok', NULL, 2)",
  "DELETE FROM person WHERE id = 9",
  "INSERT INTO log (id, person_id, what) VALUES (5, 1, 'x'), (6, 2, 'y')",
  "CREATE TRIGGER person_insert AFTER INSERT ON person BEGIN INSERT INTO log (person_id, what) VALUES (new.id, 'in ' || new.name); END",
  "CREATE TRIGGER log_insert AFTER INSERT ON log BEGIN UPDATE person SET nick = coalesce(nick, 'n' || id) WHERE id = new.person_id; END",
  "CREATE VIEW names AS SELECT person.name AS n, team.name AS t FROM person LEFT JOIN team ON team.id = team_id",
  "CREATE INDEX by_hand ON person (name, age)",
];

const filled = () => databaseWith(schema, ...rows);
const alter = (changes: Extract<Operation, { kind: "alterColumn" }>["changes"], column = "age"): Operation => ({ kind: "alterColumn", table: "person", column, changes });
const drop = (name: string): Operation => ({ kind: "dropConstraint", table: "person", name });

test("a rebuild keeps rows, child rows, triggers, views, indexes and the counter", async () => {
  const database = await filled();
  const before = await database.query("SELECT * FROM person");
  const after = await migrate(database, [alter({ type: { kind: "numeric", precision: 6, scale: 1 }, default: { value: 18 } })], schema);
  expect(await database.query("SELECT * FROM person")).toEqual(before);
  expect(await database.query("SELECT id FROM log")).toEqual([{ id: 5 }, { id: 6 }]);
  expect(await database.query("SELECT * FROM names")).toEqual([{ n: "Ann", t: "red" }, { n: "Bob", t: "blue" }]);
  // 9 was given and deleted: AUTOINCREMENT must not give it again. The triggers of both tables fire.
  await database.query("INSERT INTO person (name) VALUES ('New')");
  expect(await database.query("SELECT id, age, nick, shout, loud FROM person WHERE name = 'New'")).toEqual([{ id: 10, age: 18, nick: "n10", shout: "NEW", loud: "New!" }]);
  expect(await database.query("SELECT what FROM log WHERE person_id = 10")).toEqual([{ what: "in New" }]);
  expect(await database.query("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'person' ORDER BY name")).toEqual([{ name: "by_hand" }, { name: "ix_partial" }, { name: "ux_lower" }]);
  // Foreign keys still act, from and to the table.
  await database.query("DELETE FROM team WHERE id = 1");
  expect(await database.query("SELECT id FROM log WHERE person_id = 1")).toEqual([]);
  expect(await database.query("SELECT boss_id FROM person WHERE id = 2")).toEqual([{ boss_id: null }]);
  expect(after.tables["person"]!.columns[2]!.type.kind).toBe("numeric");
});

const cases: Record<string, readonly Operation[]> = {
  "set table comment": [{ kind: "setTableComment", table: "person", comment: "People" }],
  "column comment": [alter({ comment: "in years" })],
  "add a plain column": [{ kind: "addColumn", table: "person", column: { name: "email", type: { kind: "text" }, nullable: true } }],
  "add a column with a default": [{ kind: "addColumn", table: "person", column: { name: "flag", type: { kind: "boolean" }, nullable: false, default: { value: true } } }],
  "add a column with the time": [{ kind: "addColumn", table: "person", column: { name: "at", type: { kind: "timestamp" }, nullable: false, default: { sql: "CURRENT_TIMESTAMP" } } }],
  "add a column with an expression": [{ kind: "addColumn", table: "person", column: { name: "dice", type: { kind: "integer" }, nullable: true, default: { sql: "abs(random())" } } }],
  "add a stored column": [{ kind: "addColumn", table: "person", column: { name: "twice", type: { kind: "integer" }, nullable: true, generated: { sql: "age * 2", storage: "stored" } } }],
  "add a virtual column": [{ kind: "addColumn", table: "person", column: { name: "twice", type: { kind: "integer" }, nullable: true, generated: { sql: "age * 2", storage: "virtual" } } }],
  "add an enum column": [{ kind: "addColumn", table: "person", column: { name: "second", type: { kind: "enum", name: "mood" }, nullable: false, default: { value: "sad" } } }],
  "add a column with a foreign key": [
    { kind: "addColumn", table: "person", column: { name: "other_team", type: { kind: "integer" }, nullable: true } },
    { kind: "createForeignKey", table: "person", foreignKey: { name: "fk_other", columns: ["other_team"], references: { table: "team", columns: ["id"] }, onUpdate: "cascade", deferrable: "initially deferred" } },
  ],
  "drop a column": [{ kind: "dropIndex", table: "person", name: "ix_partial" }, drop("age_positive"), { kind: "createIndex", table: "team", index: { name: "ix_more", parts: [{ column: "id" }, { column: "name", collation: "NOCASE" }], unique: true } }],
  "rename a column": [{ kind: "renameColumn", table: "person", from: "age", to: "years" }],
  "rename a column and alter it": [alter({ default: { value: 1 } }), { kind: "renameColumn", table: "person", from: "age", to: "years" }, alter({ nullable: true, type: { kind: "bigint" } }, "years")],
  "swap two columns": [
    { kind: "renameColumn", table: "person", from: "nick", to: "between" },
    { kind: "renameColumn", table: "person", from: "name", to: "nick" },
    { kind: "renameColumn", table: "person", from: "between", to: "name" },
    alter({ nullable: true }, "nick"),
  ],
  "rename a column's case": [{ kind: "renameColumn", table: "person", from: "age", to: "AGE" }],
  "rename an enum column": [{ kind: "renameColumn", table: "person", from: "feeling", to: "feels" }],
  "rename a referenced column": [{ kind: "renameColumn", table: "person", from: "id", to: "person_id" }],
  "rename a table": [{ kind: "renameTable", from: "person", to: "human" }],
  "rename a table's case": [{ kind: "renameTable", from: "person", to: "Person" }],
  "rename a table, then rebuild it": [{ kind: "renameTable", from: "person", to: "human" }, { kind: "alterColumn", table: "human", column: "age", changes: { default: { value: 7 } } }],
  "drop and create constraints": [drop("age_positive"), drop("uq_nick"), { kind: "createCheck", table: "person", check: { name: "young", sql: "age < 200" } }, { kind: "createUnique", table: "person", unique: { name: "uq_two", columns: ["name", "age"] } }],
  "rename constraints": [
    { kind: "renameConstraint", table: "person", from: "age_positive", to: "older" },
    { kind: "renameConstraint", table: "person", from: "uq_nick", to: "uq_other" },
    { kind: "renameConstraint", table: "person", from: "person_pkey", to: "pk" },
  ],
  "rename an index": [{ kind: "renameIndex", table: "person", from: "ux_lower", to: "ux_small" }],
  "drop a foreign key": [drop("person_boss_id_fkey")],
  "no longer count": [alter({ autoIncrement: null }, "id")],
  "drop the primary key": [alter({ autoIncrement: null }, "id"), { kind: "createUnique", table: "person", unique: { name: "uq_id", columns: ["id"] } }, drop("person_pkey")],
  "another primary key": [
    { kind: "dropConstraint", table: "log", name: "log_pkey" },
    { kind: "createPrimaryKey", table: "log", primaryKey: { name: "log_key", columns: ["person_id", "id"] } },
  ],
  "collation and nullability": [alter({ collation: "NOCASE", nullable: true }, "name")],
  "a generated column becomes plain": [alter({ generated: null }, "shout")],
  "another expression": [alter({ generated: { sql: "name || '?'", storage: "virtual" } }, "loud")],
  "add a label": [{ kind: "addEnumLabel", name: "mood", label: "so-so", position: { after: "sad" } }],
  "rename a label": [{ kind: "renameEnumLabel", name: "mood", from: "ok", to: "it's ok" }],
  "rename an enum": [{ kind: "renameEnum", from: "mood", to: "feeling" }],
  "several enum changes": [{ kind: "renameEnum", from: "mood", to: "feeling" }, { kind: "renameEnumLabel", name: "feeling", from: "sad", to: "blue" }, { kind: "addEnumLabel", name: "feeling", label: "sad" }],
  "an enum column becomes text": [alter({ type: { kind: "text" } }, "feeling"), { kind: "dropEnum", name: "mood" }],
  "a text column becomes an enum": [{ kind: "createEnum", name: "letters", labels: ["a", "z"] }, alter({ type: { kind: "enum", name: "letters" } }, "nick")],
  "create and drop tables": [
    { kind: "createTable", table: { name: "note", columns: [{ name: "id", type: { kind: "integer" }, nullable: false }], uniques: [], foreignKeys: [], checks: [], indexes: [] } },
    { kind: "createPrimaryKey", table: "note", primaryKey: { name: "note_pkey", columns: ["id"] } },
    { kind: "createIndex", table: "note", index: { name: "ix_note", parts: [{ column: "id", order: "desc" }] } },
    { kind: "createForeignKey", table: "note", foreignKey: { name: "note_fk", columns: ["id"], references: { table: "person", columns: ["id"] } } },
    { kind: "dropTable", table: "log" },
  ],
  "without a transaction": [{ kind: "withoutTransaction", operations: [alter({ default: { value: 3 } }), { kind: "createIndex", table: "person", index: { name: "ix_w", parts: [{ column: "name" }] } }] }],
};

test.each(Object.entries(cases))("%s: leads there and back, with every row", async (name, operations) => {
  const database = await filled();
  const people = await database.query("SELECT count(*) AS people, group_concat(name) AS names FROM person");
  await thereAndBack(database, operations, schema);
  expect(await database.query("SELECT count(*) AS people, group_concat(name) AS names FROM person")).toEqual(people);
  if (name !== "create and drop tables") expect(await database.query("SELECT id FROM log")).toEqual([{ id: 5 }, { id: 6 }]);
  expect(await database.query("SELECT count(*) AS c FROM names")).toEqual([{ c: 2 }]);
  const triggers = await database.query("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name");
  expect(triggers.map((row) => row["name"])).toEqual(name === "create and drop tables" ? ["person_insert"] : ["log_insert", "person_insert"]);
});

test("an enum's labels are replaced in rows and defaults", async () => {
  const database = await filled();
  const operations: Operation[] = [{ kind: "alterEnum", name: "mood", labels: ["happy", "fine"], options: {} }];
  await expect(migrate(database, operations, schema)).rejects.toThrow(/CHECK constraint failed/);
  await expectSchema(database, schema);
  await migrate(database, [{ kind: "addEnumLabel", name: "mood", label: "fine" }, { kind: "alterEnum", name: "mood", labels: ["happy", "fine"], options: { replace: { sad: "fine", ok: "fine" } } }], schema);
  expect(await database.query("SELECT feeling FROM person ORDER BY id")).toEqual([{ feeling: "happy" }, { feeling: "fine" }]);
});

test("values become another type by an expression, or by the column's affinity", async () => {
  const database = await filled();
  const after = await migrate(database, [alter({ type: { kind: "text" } }), alter({ type: { kind: "integer" }, using: "length(nick) + coalesce(age, 0)" }, "nick")], schema);
  expect(await database.query("SELECT age, nick FROM person ORDER BY id")).toEqual([{ age: "30", nick: 31 }, { age: null, nick: null }]);
  await migrate(database, [alter({ type: { kind: "binary" } })], after);
  expect(await database.query("SELECT typeof(age) AS t FROM person WHERE id = 1")).toEqual([{ t: "blob" }]);
});

test("NULLs make a column refuse to become NOT NULL, and leave all as it was", async () => {
  const database = await filled();
  await expect(migrate(database, [alter({ nullable: false })], schema)).rejects.toThrow(/NOT NULL constraint failed/);
  await expectSchema(database, schema);
  await migrate(database, [{ kind: "backfill", table: "person", assignments: { set: { age: { sql: "18" } } } }, alter({ nullable: false })], schema);
  expect(await database.query("SELECT age FROM person WHERE id = 2")).toEqual([{ age: 18 }]);
});

test("a column is dropped natively when nothing stands on it, and views that use it refuse either way", async () => {
  const plain: Operation[] = [drop("uq_nick"), { kind: "dropColumn", table: "person", column: "nick" }];
  const steps = (operations: readonly Operation[], before: Schema = schema) => sqlite.plan(operations, before).steps.flatMap((step) => (step.kind === "sql" ? [step.sql] : []));
  expect(steps([{ kind: "dropColumn", table: "log", column: "what" }])).toEqual(['ALTER TABLE "log" DROP COLUMN "what"']);
  const used = await filled();
  await expect(migrate(used, plain, schema)).rejects.toThrow(/error in trigger log_insert.*no such column/);
  await expectSchema(used, schema);
  const free = await filled();
  await free.query("DROP TRIGGER log_insert");
  await thereAndBack(free, plain, schema);
});

test("rows that point at nothing after the rebuild are found", async () => {
  const database = await filled();
  const operations: Operation[] = [{ kind: "execute", statements: [{ sql: "DELETE FROM team WHERE id = 1" }] }, alter({ default: { value: 1 } })];
  await expect(runPlan(database, sqlite.plan(operations, schema))).rejects.toThrow(/Rows point at rows that are not there/);
  await expectSchema(database, schema);
  expect(await database.query("SELECT count(*) AS c FROM team")).toEqual([{ c: 2 }]);
});

test("operations on one table that follow one another are one rebuild; a data operation between them makes two", () => {
  const rebuilds = (operations: readonly Operation[]) => sqlite.plan(operations, schema).steps.filter((step) => step.kind === "keep").length;
  const other: Operation = { kind: "backfill", table: "person", assignments: { set: { age: { sql: "1" } } } };
  expect(rebuilds([alter({ nullable: false }), drop("uq_nick"), { kind: "dropIndex", table: "person", name: "ix_partial" }])).toBe(1);
  expect(rebuilds([alter({ default: { value: 1 } }), other, alter({ nullable: false })])).toBe(2);
  expect(sqlite.plan([other], schema)).toMatchObject({ setup: [], verify: [], cleanup: [] });
});

test("a leftover of another run is in nobody's way", async () => {
  const database = await filled();
  await database.query("CREATE TABLE _graven_new_person (x)");
  await migrate(database, [alter({ default: { value: 1 } })], schema);
});

test("rows keep their order and rowids' place without an integer key", async () => {
  const plain = m.table("plain", { code: m.text().notNull(), n: m.integer() }, (t) => [m.index("ix_plain").on(t.code, t.n)]);
  const before = schemaOf(plain);
  const database = await databaseWith(before, "INSERT INTO plain VALUES ('z', 1), ('a', 2), ('m', 3)");
  await migrate(database, [{ kind: "alterColumn", table: "plain", column: "n", changes: { default: { value: 0 } } }], before);
  expect(await database.query("SELECT code FROM plain NOT INDEXED")).toEqual([{ code: "z" }, { code: "a" }, { code: "m" }]);
});

test("columns and options that the schema does not know stop a rebuild, which would lose them", async () => {
  const database = await filled();
  await database.query("ALTER TABLE person ADD COLUMN by_hand TEXT");
  await expect(runPlan(database, sqlite.plan([alter({ default: { value: 1 } })], schema))).rejects.toThrow(/table "person" has columns or options .* that the schema does not know/);
  const strict = schemaOf(m.table("strict", { n: m.integer() }));
  const other = await databaseWith(schemaOf(), "CREATE TABLE strict (n INTEGER) STRICT");
  const operation: Operation = { kind: "alterColumn", table: "strict", column: "n", changes: { default: { value: 1 } } };
  await expect(runPlan(other, sqlite.plan([operation], strict))).rejects.toThrow(/STRICT/);
});

test("a table that references one which is rebuilt later in the plan, and one dropped in between", async () => {
  const database = await filled();
  await migrate(
    database,
    [
      alter({ default: { value: 1 } }),
      { kind: "dropTable", table: "log" },
      { kind: "dropConstraint", table: "person", name: "person_team_id_fkey" },
      { kind: "dropTable", table: "team" },
      { kind: "createTable", table: schema.tables["team"]! },
      { kind: "createForeignKey", table: "person", foreignKey: { name: "again", columns: ["boss_id"], references: { table: "person", columns: ["id"] }, onUpdate: "cascade" } },
    ],
    schema,
  );
  expect(await database.query("SELECT count(*) AS c FROM person")).toEqual([{ c: 2 }]);
});

