/**
 * enum becomes text and text becomes enum
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { enumeration, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "it's ok"]);

export function upgrade(op: Operations) {
  op.alterColumn("person", "first", { type: varchar(20) });
  op.alterColumn("person", "second", { type: mood() });
}

export function downgrade(op: Operations) {
  op.alterColumn("person", "second", { type: varchar(20) });
  op.alterColumn("person", "first", { type: mood() });
}
