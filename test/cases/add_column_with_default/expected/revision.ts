/**
 * add column with default
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { boolean, integer, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("account", "active", boolean().notNull().default(true));
  op.addColumn("account", "note", text());
  op.addColumn("account", "score", integer().notNull().default(-5));
}

export function downgrade(op: Operations) {
  op.dropColumn("account", "score");
  op.dropColumn("account", "note");
  op.dropColumn("account", "active");
}
