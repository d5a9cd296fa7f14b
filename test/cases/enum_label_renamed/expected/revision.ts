/**
 * enum label renamed
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
  op.renameEnumLabel("mood", "sad", "unhappy");
  op.renameEnumLabel("mood", "ok", "fine");
}

export function downgrade(op: Operations) {
  op.renameEnumLabel("mood", "fine", "ok");
  op.renameEnumLabel("mood", "unhappy", "sad");
}
