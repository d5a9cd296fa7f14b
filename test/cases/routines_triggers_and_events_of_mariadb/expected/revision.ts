/**
 * routines triggers and events of mariadb
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { event, fn, procedure, sql, trigger, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("trigger item.item_gone");
  op.dropObject("procedure tidy(integer)");
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 2 HOUR STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log WHERE id < 5`,
      preserve: true,
      status: "disabled",
      comment: "Tidies",
    }),
  );
  op.replaceObject(
    fn("doubled", {
      parameters: [{ name: "a", type: "int" }],
      returns: "bigint",
      body: sql`RETURN a + a`,
      deterministic: true,
      comment: "Twice",
    }),
  );
  op.replaceObject(
    trigger("item_noted", {
      table: "item",
      timing: "after",
      events: ["insert"],
      body: sql`BEGIN INSERT INTO log (note) VALUES (concat(NEW.name, '!')); END`,
    }),
  );
  op.createObject(
    view("sized", sql`SELECT id, doubled(size) AS twice FROM item`, {
      algorithm: "merge",
      sqlSecurity: "invoker",
    }),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("view sized");
  op.replaceObject(
    trigger("item_noted", {
      table: "item",
      timing: "after",
      events: ["insert"],
      body: sql`INSERT INTO log (note) VALUES (NEW.name)`,
    }),
  );
  op.replaceObject(
    fn("doubled", {
      parameters: [{ name: "a", type: "int" }],
      returns: "int",
      body: sql`RETURN a * 2`,
      deterministic: true,
    }),
  );
  op.replaceObject(
    event("clean", {
      schedule: sql`EVERY 1 DAY STARTS '2030-01-01 00:00:00'`,
      body: sql`DELETE FROM log`,
    }),
  );
  op.createObject(
    procedure("tidy", {
      parameters: [
        { name: "upto", type: "int" },
        { name: "n", mode: "out", type: "int" },
      ],
      body: sql`BEGIN DELETE FROM log WHERE id < upto; SET n = ROW_COUNT(); END`,
      dataAccess: "modifies sql data",
    }),
  );
  op.createObject(
    trigger("item_gone", {
      table: "item",
      timing: "before",
      events: ["delete"],
      body: sql`INSERT INTO log (note) VALUES (OLD.name)`,
    }),
  );
}
