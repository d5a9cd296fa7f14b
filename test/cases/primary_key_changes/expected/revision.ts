/**
 * primary key changes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { primaryKey, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("membership", "membership_pkey");
  op.createPrimaryKey("membership", primaryKey("membership_key").on("user_id", "group_id"));
}

export function downgrade(op: Operations) {
  op.dropConstraint("membership", "membership_key");
  op.createPrimaryKey("membership", primaryKey("membership_pkey").on("id"));
}
