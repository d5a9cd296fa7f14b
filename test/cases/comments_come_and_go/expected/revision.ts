/**
 * comments come and go
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
  op.alterColumn("account", "id", { comment: "the id" });
  op.alterColumn("account", "name", { comment: "it's new" });
  op.alterColumn("account", "other", { comment: null });
  op.setTableComment("account", "is; \\ now");
}

export function downgrade(op: Operations) {
  op.setTableComment("account", "was");
  op.alterColumn("account", "other", { comment: "goes" });
  op.alterColumn("account", "name", { comment: "old" });
  op.alterColumn("account", "id", { comment: null });
}
