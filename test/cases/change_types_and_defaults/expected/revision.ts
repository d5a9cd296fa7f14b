/**
 * change types and defaults
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, integer, numeric, smallint, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("measure", "amount", { type: numeric(12, 2), default: "0.00" });
  op.alterColumn("measure", "label", { type: varchar(200), nullable: false, default: "none" });
  op.alterColumn("measure", "count", { type: bigint() });
}

export function downgrade(op: Operations) {
  op.alterColumn("measure", "count", { type: smallint() });
  op.alterColumn("measure", "label", { type: varchar(20), nullable: true, default: null });
  op.alterColumn("measure", "amount", { type: integer(), default: 1 });
}
