/**
 * generated expression changes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("box", "area", { generated: sql`width * 3` });
}

export function downgrade(op: Operations) {
  op.alterColumn("box", "area", { generated: sql`width * 2` });
}
