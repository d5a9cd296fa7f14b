/**
 * collation goes with its type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("item", "size", { type: integer(), collation: null });
  op.alterColumn("item", "word", { collation: null });
}

export function downgrade(op: Operations) {
  op.alterColumn("item", "word", { collation: "C" });
  op.alterColumn("item", "size", { type: varchar(10), collation: "C" });
}
