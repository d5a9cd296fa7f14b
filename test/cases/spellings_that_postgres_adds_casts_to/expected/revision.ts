/**
 * spellings that postgres adds casts to
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { char, check, index, json, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("thing", "fixed", char(36).default(sql`NULL`));
  op.addColumn("thing", "nothing", json().default(sql`NULL`));
  op.createIndex("thing", index("ix_small").on(sql`coalesce(small, 0)`, sql`(small + 1)`));
  op.createCheck("thing", check("ck_at", sql`at > '1900-01-01'`));
  op.createCheck("thing", check("ck_price", sql`price > -100 AND price < 100.5`));
  op.createCheck(
    "thing",
    check(
      "ck_small",
      sql`coalesce(small, 0) < 100 AND CASE WHEN small > 3 THEN small ELSE 70000 END > 2`,
    ),
  );
  op.createCheck(
    "thing",
    check("ck_word", sql`coalesce(word, 'a') <> 'b' AND word || 'x' <> lower(word)`),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("thing", "ck_word");
  op.dropConstraint("thing", "ck_small");
  op.dropConstraint("thing", "ck_price");
  op.dropConstraint("thing", "ck_at");
  op.dropIndex("thing", "ix_small");
  op.dropColumn("thing", "nothing");
  op.dropColumn("thing", "fixed");
}
