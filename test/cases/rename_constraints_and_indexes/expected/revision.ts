/**
 * rename constraints and indexes
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
  op.renameConstraint("item", "item_code", "item_code_unique");
  op.renameConstraint("item", "size_ok", "item_size_positive");
  op.renameIndex("item", "ix_size", "ix_item_size");
}

export function downgrade(op: Operations) {
  op.renameIndex("item", "ix_item_size", "ix_size");
  op.renameConstraint("item", "item_size_positive", "size_ok");
  op.renameConstraint("item", "item_code_unique", "item_code");
}
