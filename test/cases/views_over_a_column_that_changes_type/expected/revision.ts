/**
 * views over a column that changes type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, varchar, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("view counted");
  op.dropObject("view coded");
  op.alterColumn("item", "code", { type: varchar(20) });
  op.createObject(view("coded", sql`SELECT id, code FROM item`));
  op.createObject(view("counted", sql`SELECT code, count(*) AS n FROM coded GROUP BY code`));
}

export function downgrade(op: Operations) {
  op.dropObject("view counted");
  op.dropObject("view coded");
  op.alterColumn("item", "code", { type: varchar(10) });
  op.createObject(view("coded", sql`SELECT id, code FROM item`));
  op.createObject(view("counted", sql`SELECT code, count(*) AS n FROM coded GROUP BY code`));
}
