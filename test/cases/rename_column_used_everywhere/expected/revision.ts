/**
 * rename column used everywhere
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
  op.renameColumn("item", "price", "cents");
  op.renameColumn("item", "code", "sku");
}

export function downgrade(op: Operations) {
  op.renameColumn("item", "sku", "code");
  op.renameColumn("item", "cents", "price");
}
