/**
 * add required column with backfill
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, unique, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("account", "email", varchar(120));
  op.backfill("account", { set: { email: sql`lower(name)` } });
  op.alterColumn("account", "email", { nullable: false });
  op.createUnique("account", unique("account_email_key").on("email"));
}

export function downgrade(op: Operations) {
  op.dropConstraint("account", "account_email_key");
  op.dropColumn("account", "email");
}
