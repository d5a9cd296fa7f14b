/**
 * restrict is no action on mariadb
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
  // Nothing yet: write calls such as op.addColumn(…).
}

export function downgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}
