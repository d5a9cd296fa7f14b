/**
 * foreign key column type widens
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, integer, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("child", "parent_id", { type: bigint() });
  op.alterColumn("parent", "id", { type: bigint() });
}

export function downgrade(op: Operations) {
  op.alterColumn("parent", "id", { type: integer() });
  op.alterColumn("child", "parent_id", { type: integer() });
}
