/**
 * facts of mariadb change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  column,
  event,
  fn,
  index,
  procedure,
  sql,
  sqlType,
  text,
  timestamp,
  unique,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameObject("view shown", "visible");
  op.renameObject("function third(integer)", "thirds");
  op.renameObject("procedure sweep(integer)", "swept");
  op.renameObject("trigger tables.noted", "tables_noted");
  op.dropObject("function gone()");
  op.dropObject("event nightly");
  op.alterTable("hashed", { partitions: "HASH (id) PARTITIONS 5" });
  op.alterTable("heap", { charset: "ascii", engine: "MyISAM" });
  op.addColumn("item", "more", text());
  op.dropIndex("item", "item_note");
  op.dropConstraint("item", "item_once");
  op.alterColumn("item", "touched", {
    type: timestamp(6),
    facts: { onUpdate: "current_timestamp(6)" },
  });
  op.alterColumn("item", "small", { type: sqlType("bigint unsigned") });
  op.alterColumn("item", "colours", { type: sqlType("set('red','green','blue')") });
  op.alterColumn("item", "hidden", { facts: null });
  op.createUnique("item", unique("item_once").on("name", "small"));
  op.createIndex("item", index("item_note").on("note", "more").facts({ type: "fulltext" }));
  op.alterIndex("item", "item_hidden", { invisible: true });
  op.alterIndex("item", "item_place", { comment: "Where it is" });
  op.alterIndex("item", "item_small", { invisible: null });
  op.alterTable("leaves", { partitions: null });
  op.alterTable("listed", {
    partitions:
      "LIST (id) (PARTITION one VALUES IN (1), PARTITION two VALUES IN (2), PARTITION more VALUES IN (3))",
  });
  op.alterTable("ranged", {
    partitions:
      "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20), PARTITION p2 VALUES LESS THAN MAXVALUE)",
  });
  op.dropIndex("tables", "tables_name");
  op.dropIndex("tables", "tables_place");
  op.dropIndex("tables", "tables_words");
  op.createIndex("tables", index("tables_name").on(column("name").length(20)));
  op.alterTable("tables", { options: { ROW_FORMAT: "COMPACT" } });
  op.setTableComment("tables", null);
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 2 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM ranged WHERE id < 0`,
      preserve: true,
      comment: "By day",
    }),
  );
  op.replaceObject(
    fn("half", {
      parameters: [{ name: "a", type: "int" }],
      returns: "bigint",
      body: sql`RETURN a DIV 2`,
      deterministic: true,
      comment: "One of two",
    }),
  );
  op.replaceObject(
    procedure("tidy", {
      parameters: [{ name: "a", type: "int" }],
      body: sql`DELETE FROM ranged WHERE id < a + 1`,
      comment: "Sweeps",
    }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(
    procedure("tidy", {
      parameters: [{ name: "a", type: "int" }],
      body: sql`DELETE FROM ranged WHERE id < a`,
      comment: "Cleans",
    }),
  );
  op.replaceObject(
    fn("half", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a / 2`,
      deterministic: true,
      comment: "Of two",
    }),
  );
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM ranged`,
      comment: "By night",
    }),
  );
  op.setTableComment("tables", "goes");
  op.alterTable("tables", { options: { ROW_FORMAT: "COMPRESSED" } });
  op.dropIndex("tables", "tables_name");
  op.createIndex("tables", index("tables_words").on("words").facts({ type: "fulltext" }));
  op.createIndex("tables", index("tables_place").on("place").facts({ type: "spatial" }));
  op.createIndex("tables", index("tables_name").on(column("name").length(10)));
  op.alterTable("ranged", {
    partitions:
      "RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)",
  });
  op.alterTable("listed", {
    partitions: "LIST (id) (PARTITION few VALUES IN (1,2), PARTITION more VALUES IN (3))",
  });
  op.alterTable("leaves", { partitions: "KEY (id) PARTITIONS 2" });
  op.alterIndex("item", "item_small", { invisible: true });
  op.alterIndex("item", "item_place", { comment: "Where" });
  op.alterIndex("item", "item_hidden", { invisible: null });
  op.dropIndex("item", "item_note");
  op.dropConstraint("item", "item_once");
  op.alterColumn("item", "hidden", { facts: { invisible: true } });
  op.alterColumn("item", "colours", { type: sqlType("set('red','green')") });
  op.alterColumn("item", "small", { type: sqlType("int unsigned") });
  op.alterColumn("item", "touched", {
    type: timestamp(3),
    facts: { onUpdate: "current_timestamp(3)" },
  });
  op.createUnique("item", unique("item_once").on("name"));
  op.createIndex("item", index("item_note").on("note").facts({ type: "fulltext" }));
  op.dropColumn("item", "more");
  op.alterTable("heap", { charset: "latin1", engine: "MEMORY" });
  op.alterTable("hashed", { partitions: "HASH (id) PARTITIONS 2" });
  op.createObject(
    event("nightly", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM tables`,
    }),
  );
  op.createObject(
    fn("gone", { parameters: [], returns: "int", body: sql`RETURN 1`, deterministic: true }),
  );
  op.renameObject("trigger tables.tables_noted", "noted");
  op.renameObject("procedure swept(integer)", "sweep");
  op.renameObject("function thirds(integer)", "third");
  op.renameObject("view visible", "shown");
}
