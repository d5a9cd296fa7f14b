/**
 * partial and expression indexes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, sql, uniqueIndex, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createIndex("account", index("ix_account_lower").on(sql`lower(name)`));
  op.createIndex(
    "account",
    uniqueIndex("ix_account_short")
      .on("name")
      .where(sql`length(name) < 3`),
  );
}

export function downgrade(op: Operations) {
  op.dropIndex("account", "ix_account_short");
  op.dropIndex("account", "ix_account_lower");
}
