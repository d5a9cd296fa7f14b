/**
 * index comments change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import type { Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterIndex("note", "note_both", { comment: null });
  op.alterIndex("note", "note_size", { comment: "New" });
  op.alterIndex("note", "note_title", { comment: "Two" });
}

export function downgrade(op: Operations) {
  op.alterIndex("note", "note_title", { comment: "One" });
  op.alterIndex("note", "note_size", { comment: null });
  op.alterIndex("note", "note_both", { comment: "It's" });
}
