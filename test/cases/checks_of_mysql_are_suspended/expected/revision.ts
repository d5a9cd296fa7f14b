/**
 * checks of mysql are suspended
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
  op.alterConstraint("job", "job_most", { notEnforced: null });
  op.alterConstraint("job", "job_pay", { notEnforced: true });
}

export function downgrade(op: Operations) {
  op.alterConstraint("job", "job_pay", { notEnforced: null });
  op.alterConstraint("job", "job_most", { notEnforced: true });
}
