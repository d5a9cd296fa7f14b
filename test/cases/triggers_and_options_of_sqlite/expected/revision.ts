/**
 * triggers and options of sqlite
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { boolean, check, sql, text, trigger, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("view old_item");
  op.dropObject("view every_item");
  op.addColumn("item", "open", boolean());
  op.createCheck("item", check("item_name", sql`length(name) < 50`));
  op.dropColumn("item", "gone");
  op.alterTable("log", { strict: true });
  op.alterTable("pair", { withoutRowid: null });
  op.replaceObject(
    trigger("item_noted", {
      table: "item",
      timing: "after",
      events: ["insert"],
      body: sql`INSERT INTO log (note) VALUES (NEW.name); DELETE FROM log WHERE note = '';`,
    }),
  );
  op.createObject(view("old_item", sql`SELECT id, name FROM item`));
  op.createObject(
    trigger("old_item_insert", {
      table: "old_item",
      timing: "instead of",
      events: ["insert"],
      body: sql`INSERT INTO item (id, name) VALUES (NEW.id, NEW.name)`,
    }),
  );
  op.createObject(view("every_item", sql`SELECT * FROM item`, { columns: ["id", "name", "open"] }));
}

export function downgrade(op: Operations) {
  op.dropObject("view every_item");
  op.dropObject("trigger old_item.old_item_insert");
  op.dropObject("view old_item");
  op.replaceObject(
    trigger("item_noted", {
      table: "item",
      timing: "after",
      events: ["insert"],
      body: sql`INSERT INTO log (note) VALUES (NEW.name);`,
    }),
  );
  op.alterTable("pair", { withoutRowid: true });
  op.alterTable("log", { strict: null });
  op.addColumn("item", "gone", text());
  op.dropConstraint("item", "item_name");
  op.dropColumn("item", "open");
  op.createObject(view("every_item", sql`SELECT * FROM item`, { columns: ["id", "name", "gone"] }));
  op.createObject(view("old_item", sql`SELECT id, gone FROM item`));
}
