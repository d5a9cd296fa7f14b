/**
 * enum default goes with its label
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
  op.addEnumLabel("mood", "great", { before: "sad" });
  op.alterColumn("person", "mood", { default: "great" });
  op.alterEnum("mood", ["great", "happy", "ok"], { replace: { sad: "ok" } });
}

export function downgrade(op: Operations) {
  op.alterEnum("mood", ["great", "sad", "ok", "happy"]);
  op.alterColumn("person", "mood", { default: "sad" });
  op.alterEnum("mood", ["sad", "ok", "happy"]);
}
