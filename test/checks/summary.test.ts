import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/checks/summary.ts";
import { scriptInput } from "../../src/checks/script-input.ts";
import { judge } from "../../src/checks/judge.ts";
import { record } from "../../src/runtime/recorder.ts";
import { loadDialect } from "../../src/dialects/index.ts";
import { loadReviewKnowledge } from "../../src/dialects/knowledge.ts";
import type { RevisionInput } from "../../src/checks/review.ts";
import { before, run } from "./examples.ts";

const [dialect, knowledge] = await Promise.all([loadDialect("postgres"), loadReviewKnowledge("postgres")]);

function told(input: RevisionInput): string {
  return summaryOf(judge({ ...input, dialect, knowledge }, []), input);
}
const toldOf = (text: string, downgrade: RevisionInput["downgrade"] = []) => told({ revision: "r", message: "", operations: record((op) => run(op, text)), before, downgrade, hasDowngrade: true, allowances: [] });
const toldOfSql = (text: string) => told(scriptInput({ name: "change.sql", text, file: "change.sql", before }, { rules: [], severities: {}, on: [{ dialect, knowledge }] }));

describe("a summary", () => {
  test("says what is done to which column, table and rows", () => {
    expect(toldOf('op.addColumn("orders", "channel", text()); op.renameColumn("users", "name", "full_name"); op.deleteRows(table("tags", { id: integer().primaryKey() }), { key: "id" }, [{ id: 1 }, { id: 2 }]);')).toBe(
      "It adds column orders.channel, renames users.name to full_name and removes 2 rows of tags, in 3 operations and 3 statements. There is a way back.",
    );
    expect(toldOf('op.alterColumn("users", "age", { type: bigint() }); op.alterColumn("users", "name", { nullable: false }); op.createForeignKey("orders", foreignKey("f").on("tag_id").references("tags", ["id"])); op.createIndex("orders", uniqueIndex("u").on("note")); op.dropColumn("users", "bio");')).toBe(
      "It changes users.age from integer to bigint, requires users.name, points orders.tag_id at tags, makes orders.note unique and drops column users.bio, in 5 operations and 5 statements. There is a way back.",
    );
  });

  test("tells a table that is made with all that belongs to it as one thing", () => {
    expect(toldOf('op.createTable("pet", { id: integer().primaryKey(), name: text() }); op.createIndex("pet", index("ix_pet").on("name")); op.bulkInsert(table("pet", { id: integer().primaryKey() }), [{ id: 1 }]);')).toMatch(/^It makes table pet and inserts 1 row into pet, in 3 operations/);
  });

  test("names what SQL does, of a revision and of a file", () => {
    expect(toldOf('op.execute("ALTER TABLE users ADD COLUMN country text; UPDATE users SET country = \'de\' WHERE id = 1"); op.execute("GRANT SELECT ON users TO r; GRANT SELECT ON tags TO r");')).toMatch(/^It adds column users\.country, updates rows of users and runs 2 other statements, in 2 operations and 4 statements\./);
    expect(toldOfSql("BEGIN; DROP TABLE audit_log; TRUNCATE tags; CREATE VIEW v AS SELECT 1; COMMIT;")).toBe("It drops table audit_log, empties tags and makes view v, in 5 operations and 5 statements. There is no way back.");
  });

  test("is bounded: many of a kind are counted, and what weighs least goes first", () => {
    const many = Array.from({ length: 40 }, (_, at) => `op.addColumn("users", "c${at}", text());`).join(" ");
    expect(toldOf(many)).toMatch(/^It adds columns users\.c0, users\.c1, users\.c2 and 37 more, in 40 operations/);
    const kinds = [
      'op.createIndex("orders", index("i").on("note"));',
      'op.addColumn("users", "x", text());',
      'op.dropColumn("users", "bio");',
      'op.renameTable("audit_log", "journal");',
      'op.createEnum(enumeration("mood", ["ok"]));',
      'op.alterColumn("orders", "note", { nullable: false });',
      'op.dropConstraint("orders", "orders_user_id_fkey");',
      'op.createTable("pet", { id: integer().primaryKey() });',
      'op.execute("UPDATE users SET name = \'x\' WHERE id = 1");',
    ].join(" ");
    expect(toldOf(kinds)).toBe("It adds column users.x, drops column users.bio, renames audit_log to journal, makes enum mood, requires orders.note, drops constraint orders_user_id_fkey of orders and changes 3 other things, in 9 operations and 9 statements. There is a way back.");
  });

  test("says that there is no way back, and that nothing is done", () => {
    expect(toldOf('op.addColumn("users", "x", text());', record((op) => run(op, 'op.irreversible("no");')).map(({ operation }) => operation))).toBe("It adds column users.x, in 1 operation and 1 statement. There is no way back.");
    expect(toldOf("")).toBe("It does nothing. There is a way back.");
    expect(toldOf('op.execute("SELECT 1");')).toMatch(/^It leaves the schema as it is, in 1 operation/);
  });
});
