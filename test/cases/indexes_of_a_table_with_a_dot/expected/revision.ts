/**
 * indexes of a table with a dot
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, index, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameIndex("v1\\.item", "ix.size", "ix.2");
  op.addColumn("v1\\.item", "wo.rd", varchar(20).notNull().default("a"));
  op.createIndex("v1\\.item", index("ix.word").on("wo.rd", column("id").desc()));
}

export function downgrade(op: Operations) {
  op.dropIndex("v1\\.item", "ix.word");
  op.dropColumn("v1\\.item", "wo.rd");
  op.renameIndex("v1\\.item", "ix.2", "ix.size");
}
