/**
 * auto increment on keys that are pointed at
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
  op.alterColumn("other", "id", { autoIncrement: null });
  op.alterColumn("parent", "id", { autoIncrement: true });
}

export function downgrade(op: Operations) {
  op.alterColumn("parent", "id", { autoIncrement: null });
  op.alterColumn("other", "id", { autoIncrement: true });
}
