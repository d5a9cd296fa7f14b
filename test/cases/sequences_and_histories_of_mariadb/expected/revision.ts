/**
 * sequences and histories of mariadb
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, event, index, sequence, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameObject("view shown", "visible");
  op.renameObject("function half(integer)", "halved");
  op.renameObject("procedure tidy(integer)", "swept");
  op.renameObject("trigger item.noted", "item_noted");
  op.renameObject("sequence named", "steps");
  op.dropObject("sequence gone");
  op.dropObject("event clean");
  op.alterTable("heap", { charset: "ascii", engine: "MyISAM" });
  op.dropIndex("item", "item_name");
  op.dropIndex("item", "item_place");
  op.createIndex("item", index("item_name").on(column("name").length(20)));
  op.alterTable("item", { options: { ROW_FORMAT: "COMPACT" } });
  op.setTableComment("item", null);
  op.alterColumn("pay", "note", { facts: null });
  op.alterTable("pay", { systemVersioned: null });
  op.alterColumn("plain", "hidden", { facts: null });
  op.alterTable("plain", { systemVersioned: true });
  op.replaceObject(sequence("counter", { start: 5, increment: 3, maxValue: 5000, cycle: true }));
}

export function downgrade(op: Operations) {
  op.replaceObject(sequence("counter", { start: 5, increment: 2, cache: 10 }));
  op.alterTable("plain", { systemVersioned: null });
  op.alterColumn("plain", "hidden", { facts: { invisible: true } });
  op.alterTable("pay", { systemVersioned: true });
  op.alterColumn("pay", "note", { facts: { withoutSystemVersioning: true } });
  op.setTableComment("item", "goes");
  op.alterTable("item", { options: { ROW_FORMAT: "COMPRESSED" } });
  op.dropIndex("item", "item_name");
  op.createIndex("item", index("item_place").on("place").facts({ type: "spatial" }));
  op.createIndex("item", index("item_name").on(column("name").length(10)));
  op.alterTable("heap", { charset: "latin1", engine: "MEMORY" });
  op.createObject(
    event("clean", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM plain`,
    }),
  );
  op.createObject(sequence("gone"));
  op.renameObject("sequence steps", "named");
  op.renameObject("trigger item.item_noted", "noted");
  op.renameObject("procedure swept(integer)", "tidy");
  op.renameObject("function halved(integer)", "half");
  op.renameObject("view visible", "shown");
}
