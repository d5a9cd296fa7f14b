/**
 * rename table that points at itself
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameTable("node", "branch");
  op.renameColumn("branch", "depth", "level");
  op.dropConstraint("branch", "node_depth");
  op.createCheck(
    "branch",
    check(
      "node_depth",
      sql`branch.level >= 0 AND (branch.parent_id IS NULL OR branch.parent_id <> branch.id)`,
    ),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("branch", "node_depth");
  op.createCheck(
    "branch",
    check(
      "node_depth",
      sql`node.depth >= 0 AND (node.parent_id IS NULL OR node.parent_id <> node.id)`,
    ),
  );
  op.renameColumn("branch", "level", "depth");
  op.renameTable("branch", "node");
}
