/**
 * enum labels under a partial index
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
  op.addEnumLabel("mood", "new", { before: "sad" });
  op.alterEnum("mood", ["new", "ok", "sad"]);
}

export function downgrade(op: Operations) {
  op.alterEnum("mood", ["new", "sad", "ok"]);
  op.alterEnum("mood", ["sad", "ok"]);
}
