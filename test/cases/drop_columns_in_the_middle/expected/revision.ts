/**
 * drop columns in the middle
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, index, integer, sql, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("account", "age_positive");
  op.dropIndex("account", "ix_account_age");
  op.dropColumn("account", "middle");
  op.dropColumn("account", "age");
}

export function downgrade(op: Operations) {
  op.addColumn("account", "age", integer());
  op.addColumn("account", "middle", varchar(80));
  op.backfill("account", { set: { middle: sql`''` } });
  op.alterColumn("account", "middle", { nullable: false });
  op.createIndex("account", index("ix_account_age").on("age"));
  op.createCheck("account", check("age_positive", sql`age > 0`));
}
