/**
 * column goes with its generated column
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, sql, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropColumn("box", "area");
  op.dropColumn("box", "loud");
  op.dropColumn("box", "width");
}

export function downgrade(op: Operations) {
  op.addColumn("box", "width", integer());
  op.backfill("box", { set: { width: sql`0` } });
  op.alterColumn("box", "width", { nullable: false });
  op.addColumn("box", "loud", varchar(20).generated(sql`upper(label)`));
  op.addColumn("box", "area", integer().generated(sql`width * height`));
}
