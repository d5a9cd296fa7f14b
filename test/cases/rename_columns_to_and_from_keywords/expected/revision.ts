/**
 * rename columns to and from keywords
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
  op.renameColumn("span", "end", "until");
  op.renameColumn("span", "start", "from");
  op.renameColumn("span", "kind", "order");
}

export function downgrade(op: Operations) {
  op.renameColumn("span", "order", "kind");
  op.renameColumn("span", "from", "start");
  op.renameColumn("span", "until", "end");
}
