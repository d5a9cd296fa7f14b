/**
 * views come change and go
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
  op.dropObject("view named_person");
  op.dropObject("view gone_person");
  op.dropObject("view active_person");
  op.createObject(view("active_person", sql`SELECT name, id FROM person WHERE active`));
  op.createObject(view("named_person", sql`SELECT id, name FROM active_person WHERE name <> ''`));
  op.replaceObject(view("widened_person", sql`SELECT id, note FROM person WHERE id > 0`));
  op.createObject(
    view("new_person", sql`SELECT n.id FROM named_person n JOIN widened_person w ON w.id = n.id`),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("view new_person");
  op.replaceObject(view("widened_person", sql`SELECT id FROM person`));
  op.dropObject("view named_person");
  op.dropObject("view active_person");
  op.createObject(view("active_person", sql`SELECT id, name FROM person WHERE active`));
  op.createObject(view("gone_person", sql`SELECT id FROM person`));
  op.createObject(view("named_person", sql`SELECT id, name FROM active_person WHERE name <> ''`));
}
