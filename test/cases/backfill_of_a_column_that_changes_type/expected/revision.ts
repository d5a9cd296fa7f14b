/**
 * backfill of a column that changes type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, sql, uuid, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("item", "code", { type: varchar(40) });
  op.backfill("item", { set: { code: sql`'unknown'` } });
  op.alterColumn("item", "code", { nullable: false });
  op.alterColumn("item", "size", { type: varchar(10), default: "none" });
  op.backfill("item", { set: { size: sql`'none'` } });
  op.alterColumn("item", "size", { nullable: false });
}

export function downgrade(op: Operations) {
  op.alterColumn("item", "size", { nullable: true });
  op.alterColumn("item", "size", { type: integer(), default: null });
  op.alterColumn("item", "code", { nullable: true });
  op.alterColumn("item", "code", { type: uuid() });
}
