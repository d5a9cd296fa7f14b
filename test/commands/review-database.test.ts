import { describe, expect, test } from "vitest";
import { review } from "../../src/commands/review.ts";
import { upgrade } from "../../src/commands/run.ts";
import type { Connection } from "../../src/drivers/connection.ts";
import { unavailable } from "../support/databases.ts";
import { madeForEachTest } from "../support/made.ts";
import type { MadeRevision } from "../support/project.ts";

const made = madeForEachTest();

const imports = "table, integer, smallint, varchar, text, check, foreignKey, uniqueIndex, primaryKey, enumeration, sql, ";
const first: MadeRevision = {
  id: "a1",
  imports,
  upgrade: `op.createTable("users", { id: integer().primaryKey(), name: varchar(80), bio: text(), visits: integer() });
  op.createTable("orders", { id: integer().primaryKey(), user_id: integer() }, () => [foreignKey("orders_user_fkey").on("user_id").references("users", ["id"], { onDelete: "cascade", onUpdate: "cascade" })]);
  op.createTable("items", { id: integer().primaryKey(), order_id: integer() }, () => [foreignKey("items_order_fkey").on("order_id").references("orders", ["id"], { onDelete: "set null" })]);
  op.createTable("badges", { id: integer().primaryKey(), user_id: integer() }, () => [foreignKey("badges_user_fkey").on("user_id").references("users", ["id"])]);
  op.createTable("old", { id: integer(), note: text() });`,
  downgrade: 'op.dropTable("old");\n  op.dropTable("badges");\n  op.dropTable("items");\n  op.dropTable("orders");\n  op.dropTable("users");',
};
const rows = `INSERT INTO users (id, name, bio, visits) VALUES (1, 'a', 'x', 40000), (2, 'a', NULL, 1), (3, 'b', NULL, 2);
INSERT INTO orders (id, user_id) VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO items (id, order_id) VALUES (1, 1), (2, 3);
INSERT INTO badges (id, user_id) VALUES (1, 2);
INSERT INTO old (id, note) VALUES (1, 'n'), (1, NULL), (NULL, NULL);`;

for (const kind of ["sqlite", "postgres", "mariadb"] as const) {
  const missing = await unavailable(kind);
  describe.skipIf(missing !== undefined)(`${kind} is asked${missing === undefined ? "" : ` (skipped: ${missing})`}`, () => {
    const standing = async (revision: MadeRevision): Promise<{ readonly connection: Connection; readonly ask: () => Promise<Awaited<ReturnType<typeof review>>> }> => {
      const { project, connection } = await made.projectOn(kind, [first, revision]);
      await upgrade(project.context(), { target: "a1" });
      for (const sql of rows.split(";").filter((each) => each.trim())) await connection.execute(sql);
      return { connection, ask: () => review(project.context(), { target: "b2", database: true }) };
    };
    const told = ({ findings }: Awaited<ReturnType<typeof review>>, ...codes: string[]) => findings.filter(({ code }) => codes.includes(code)).map(({ severity, message }) => `${severity}: ${message}`);
    const downgrade = 'op.irreversible("It is a test.");';

    test("the rows of other tables that go along with a DELETE are counted, those that lose what they point at, and those that refuse it", async () => {
      const { ask } = await standing({ id: "b2", imports, upgrade: 'op.execute("DELETE FROM users WHERE id IN (1, 3)");\n  op.execute("DELETE FROM users WHERE id = 2");', downgrade });
      expect(told(await ask(), "rows-cascade", "rows-refuse").toSorted()).toEqual([
        'error: 1 row of "badges" points at the rows of "users" that are deleted, which makes it fail.',
        'warn: 1 row of "items" points at the rows of "orders" that are deleted, and loses that.',
        'warn: 1 row of "items" points at the rows of "orders" that are deleted, and loses that.',
        'warn: 1 row of "orders" points at the rows of "users" that are deleted, and is deleted with them.',
        'warn: 2 rows of "orders" point at the rows of "users" that are deleted, and are deleted with them.',
      ]);
    });

    test("deletes of a revision's own rows are asked by their keys, and rows that it deletes before no more", async () => {
      const { ask } = await standing({ id: "b2", imports, upgrade: 'const badges = table("badges", { id: integer().primaryKey() });\n  const users = table("users", { id: integer().primaryKey() });\n  op.deleteRows(badges, { key: "id" }, [{ id: 1 }]);\n  op.deleteRows(users, { key: "id" }, [{ id: 2 }]);', downgrade });
      expect(told(await ask(), "rows-cascade", "rows-refuse").toSorted()).toEqual([
        'warn: 1 row of "items" points at the rows of "orders" that are deleted, and loses that.',
        'warn: 1 row of "orders" points at the rows of "users" that are deleted, and is deleted with them.',
      ]);
    });

    test("rows that a DELETE of several tables takes along are counted by the same join", async () => {
      const deletes = { sqlite: "WITH gone AS (SELECT user_id FROM orders WHERE id = 3) DELETE FROM users WHERE id IN (SELECT user_id FROM gone)", postgres: "DELETE FROM users u USING orders o WHERE o.user_id = u.id AND o.id = 3", mariadb: "DELETE u FROM users u JOIN orders o ON o.user_id = u.id WHERE o.id = 3" }[kind];
      const { ask } = await standing({ id: "b2", imports, upgrade: `op.execute(${JSON.stringify(deletes)});`, downgrade });
      expect(told(await ask(), "rows-cascade", "rows-refuse").toSorted()).toEqual([
        'error: 1 row of "badges" points at the rows of "users" that are deleted, which makes it fail.',
        'warn: 1 row of "items" points at the rows of "orders" that are deleted, and loses that.',
        'warn: 1 row of "orders" points at the rows of "users" that are deleted, and is deleted with them.',
      ]);
    });

    test("rows that follow a key by ON UPDATE are counted, and those that hold it back; other columns ask for nothing", async () => {
      const { ask } = await standing({ id: "b2", imports, upgrade: 'op.execute("UPDATE users SET name = bio");\n  op.execute("UPDATE users SET id = id + 10 WHERE id < 3");', downgrade });
      expect(told(await ask(), "rows-cascade", "rows-refuse").toSorted()).toEqual([
        'warn: 1 row of "badges" points at the rows of "users" whose key is written, which makes it fail where the key becomes another.',
        'warn: 3 rows of "orders" point at the rows of "users" whose key is written, and are written with them.',
      ]);
    });

    test("what CASCADE takes along is counted and named where the word has an effect", async () => {
      const { connection, ask } = await standing({ id: "b2", imports, upgrade: `op.execute(${JSON.stringify(kind === "sqlite" ? "DROP TABLE badges" : "DROP TABLE users CASCADE")});`, downgrade });
      await connection.execute(`CREATE VIEW named AS SELECT id FROM ${kind === "sqlite" ? "badges" : "users"}`);
      const { findings } = await ask();
      expect(findings.filter(({ code }) => code === "drop-cascade").map(({ seen }) => seen?.replace(/ "\w+" has .*/, ""))).toEqual(
        kind === "postgres" ? ['1 row of "badges" points at "users" by foreign key "badges_user_fkey", which goes along. 3 rows of "orders" point at "users" by foreign key "orders_user_fkey", which goes along.'] : [],
      );
      const dependents = told({ findings } as Awaited<ReturnType<typeof ask>>, "dependents-break");
      expect(dependents).toContain({ postgres: 'warn: View named needs table "users". It goes along without being named.', sqlite: 'error: View named needs table "badges". It fails when it is used from then on.', mariadb: 'error: View named needs table "users". It fails when it is read from then on.' }[kind]);
    });

    test("views that the database alone knows are told where a step takes away what they read, and no others", async () => {
      const { connection, ask } = await standing({ id: "b2", imports, upgrade: 'op.dropColumn("users", "bio");\n  op.dropTable("old");', downgrade });
      await connection.execute("CREATE VIEW with_bio AS SELECT id, bio FROM users");
      await connection.execute("CREATE VIEW with_name AS SELECT id, name FROM users");
      await connection.execute("CREATE VIEW of_old AS SELECT note FROM old");
      const found = told(await ask(), "dependents-break");
      expect(found.map((text) => text.replace(/\. .*/, ""))).toEqual(['error: View with_bio needs column "users.bio"', 'error: View of_old needs table "old"']);
      expect(found[0]).toMatch(kind === "postgres" ? /PostgreSQL refuses it/ : kind === "sqlite" ? /SQLite refuses it/ : /fails when it is read/);
    });

    test("what makes a key, a check, a smaller type or a unique index fail is counted", async () => {
      const { ask } = await standing({
        id: "b2",
        imports,
        upgrade: `op.alterColumn("users", "visits", { type: smallint() });
  op.createCheck("users", check("users_visits_check", sql\`visits > 1\`));
  op.createPrimaryKey("old", primaryKey("old_pkey").on("id"));
  op.createIndex("users", uniqueIndex("ux_users_name").on("name"));`,
        downgrade,
      });
      const { findings } = await ask();
      const said = findings.map(({ message, seen = "" }) => `${message} ${seen}`).join("\n");
      expect(said).toContain('1 row of "users" holds a number in "visits" that does not fit.');
      expect(said).toContain('1 row of "users" does not meet "users_visits_check".');
      expect(said).toContain('1 row of "old" holds NULL in "id".');
      expect(said).toContain('1 value of id stands in several rows of "old".');
      expect(said).toContain('1 value of name stands in several rows of "users".');
    });

    test("rows that the revision mends before it needs them to be right are no error", async () => {
      const { ask } = await standing({ id: "b2", imports, upgrade: 'op.backfill("users", { set: { bio: sql`\'none\'` }, where: sql`bio IS NULL` });\n  op.alterColumn("users", "bio", { nullable: false });\n  op.execute("DELETE FROM old WHERE id IS NULL");\n  op.alterColumn("old", "id", { nullable: false });', downgrade });
      expect(told(await ask(), "rows-refuse", "set-not-null-data")).toEqual([]);
    });

    test("rows and sizes of the tables are told, estimates follow from them, and nothing is written", async () => {
      const { connection, ask } = await standing({ id: "b2", imports, upgrade: 'op.alterColumn("users", "visits", { type: smallint() });\n  op.dropTable("old");', downgrade });
      if (kind === "postgres") await connection.execute("ANALYZE");
      if (kind === "mariadb") await connection.query("ANALYZE TABLE old");
      const { findings, revisions, notes } = await ask();
      expect(notes).toEqual([]);
      expect(findings.find(({ code }) => code === "drop-table")!.seen).toMatch(/^"old" holds 3 rows\. "old" has about 3 rows(, \d+ kB|, [\d.]+ kB)?\.$/);
      if (kind !== "sqlite") expect(revisions[0]!.operations[0]!.steps[kind]![0]!.estimate).toBe("under a second");
      expect(await connection.query("SELECT count(*) AS n FROM old")).toEqual([{ n: expect.toSatisfy((n) => Number(n) === 3) }]);
    });
  });
}

const missing = await unavailable("postgres");
test.skipIf(missing !== undefined)(`TRUNCATE, DROP TYPE, DROP COLUMN and DROP CONSTRAINT with CASCADE tell what is lost in other tables${missing === undefined ? "" : ` (skipped: ${missing})`}`, async () => {
  const upgrades = ["TRUNCATE orders CASCADE", "ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE", "ALTER TABLE users DROP COLUMN id CASCADE", "DROP TYPE mood CASCADE"];
  const moods: MadeRevision = { ...first, upgrade: `op.createEnum("mood", ["ok", "sad"]);\n  op.createTable("moods", { id: integer().primaryKey(), mood: enumeration("mood", ["ok", "sad"])() });\n  ${first.upgrade}`, downgrade: "" };
  const { project, connection } = await made.projectOn("postgres", [moods, { id: "b2", imports, upgrade: upgrades.map((sql) => `op.execute(${JSON.stringify(sql)});`).join("\n  "), downgrade: 'op.irreversible("It is a test.");' }]);
  await upgrade(project.context(), { target: "a1" });
  await connection.execute(`${rows} INSERT INTO moods VALUES (1, 'ok'), (2, NULL)`);
  const { findings } = await review(project.context(), { target: "b2", database: true });
  const seen = findings.filter(({ code }) => code === "truncate" || code === "drop-cascade").map((finding) => finding.seen);
  expect(seen.map((text) => text?.replace(/ "\w+" has .*/, ""))).toEqual([
    '"items" holds 2 rows, and is emptied as well.',
    '1 row of "badges" points at "users" by foreign key "badges_user_fkey", which goes along. 3 rows of "orders" point at "users" by foreign key "orders_user_fkey", which goes along.',
    '1 row of "badges" points at "users" by foreign key "badges_user_fkey", which goes along. 3 rows of "orders" point at "users" by foreign key "orders_user_fkey", which goes along.',
    '1 row of "moods" holds a value in "mood", which goes along.',
  ]);
});

test.skipIf(missing !== undefined)(`a check that calls what writes is refused by the server, so that the review reads only${missing === undefined ? "" : ` (skipped: ${missing})`}`, async () => {
  const { project, connection } = await made.projectOn("postgres", [first, { id: "b2", imports, upgrade: 'op.createCheck("users", check("users_told_check", sql`tell(id)`));', downgrade: 'op.dropConstraint("users", "users_told_check");' }]);
  await upgrade(project.context(), { target: "a1" });
  await connection.execute("CREATE TABLE told (id integer); CREATE FUNCTION tell(n integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO told VALUES (n); RETURN false; END $$; INSERT INTO users (id) VALUES (1)");
  const { revisions } = await review(project.context(), { target: "b2", database: true });
  expect(revisions[0]!.findings.some(({ code }) => code === "add-check-validating")).toBe(true);
  expect(await connection.query("SELECT * FROM told")).toEqual([]);
});
