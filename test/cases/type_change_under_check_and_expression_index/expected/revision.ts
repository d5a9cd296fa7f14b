/**
 * type change under check and expression index
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, numeric, text, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("item", "code", { type: text() });
  op.alterColumn("item", "price", { type: numeric(10, 2) });
}

export function downgrade(op: Operations) {
  op.alterColumn("item", "price", { type: integer() });
  op.alterColumn("item", "code", { type: varchar(10) });
}
