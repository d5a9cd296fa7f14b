/**
 * views and triggers of sqlite are renamed
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
  op.renameObject("view shown", "visible");
  op.renameObject("trigger item.noted", "item_noted");
}

export function downgrade(op: Operations) {
  op.renameObject("trigger item.item_noted", "noted");
  op.renameObject("view visible", "shown");
}
