/**
 * renamed columns that views give out
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameColumn("person", "name", "title");
  op.replaceObject(view("kept", sql`SELECT p.id, p.title AS name FROM person p`));
}

export function downgrade(op: Operations) {
  op.replaceObject(view("kept", sql`SELECT p.id, p.title FROM person p`));
  op.renameColumn("person", "title", "name");
}
