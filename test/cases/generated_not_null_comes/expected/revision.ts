/**
 * generated not null comes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, index, integer, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("box", "depth", integer().notNull().default(1));
  op.addColumn(
    "box",
    "twice",
    integer()
      .notNull()
      .generated(sql`width * 2`),
  );
  op.addColumn(
    "box",
    "volume",
    integer()
      .notNull()
      .generated(sql`width * depth`),
  );
  op.createIndex("box", index("ix_twice").on("twice"));
  op.createCheck("box", check("twice", sql`twice > 0`));
}

export function downgrade(op: Operations) {
  op.dropConstraint("box", "twice");
  op.dropIndex("box", "ix_twice");
  op.dropColumn("box", "volume");
  op.dropColumn("box", "twice");
  op.dropColumn("box", "depth");
}
