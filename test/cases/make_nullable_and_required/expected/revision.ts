/**
 * make nullable and required
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
  op.alterColumn("account", "name", { nullable: true });
  op.backfill("account", { set: { nick: sql`'?'` } });
  op.alterColumn("account", "nick", { nullable: false });
}

export function downgrade(op: Operations) {
  op.alterColumn("account", "nick", { nullable: true });
  op.alterColumn("account", "name", { nullable: false });
}
