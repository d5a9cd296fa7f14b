/**
 * renames under triggers and policies of postgres
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
  op.renameTable("doc", "paper");
  op.renameColumn("paper", "size", "pages");
}

export function downgrade(op: Operations) {
  op.renameColumn("paper", "pages", "size");
  op.renameTable("paper", "doc");
}
