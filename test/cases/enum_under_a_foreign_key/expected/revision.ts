/**
 * enum under a foreign key
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
  op.renameEnumLabel("size", "big", "large");
  op.addEnumLabel("size", "huge", { before: "small" });
  op.addEnumLabel("size", "tiny", { after: "small" });
  op.alterEnum("size", ["huge", "large", "small", "tiny"]);
}

export function downgrade(op: Operations) {
  op.alterEnum("size", ["huge", "small", "tiny", "large"]);
  op.alterEnum("size", ["huge", "small", "large"]);
  op.alterEnum("size", ["small", "large"]);
  op.renameEnumLabel("size", "large", "big");
}
