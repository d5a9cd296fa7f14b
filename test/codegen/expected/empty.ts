/**
 * merge "a" *\/ and
 *  the rest
 *  ${x}
 *
 * Revision  9c1d
 * Revises   4f2a, 77aa
 * Created   2026-01-31T12:00:00Z
 */
import type { Operations } from "graven/revision";

export const revision = "9c1d";
export const downRevision = ["4f2a", "77aa"];
export const branchLabels: string[] = ["shop"];
export const dependsOn: string[] = ["1b1b"];

export function upgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}

export function downgrade(op: Operations) {
  // Nothing yet: write calls such as op.addColumn(…).
}
