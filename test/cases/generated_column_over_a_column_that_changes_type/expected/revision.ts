/**
 * generated column over a column that changes type
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, sql, uuid, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropIndex("item", "ix_louder");
  op.dropColumn("item", "loud");
  op.dropColumn("item", "louder");
  op.alterColumn("item", "id", { type: varchar(40) });
  op.alterColumn("item", "word", { type: integer() });
  op.addColumn("item", "twice", integer().generated(sql`word * 2`));
  op.addColumn("item", "short", varchar(40).generated(sql`lower(id)`));
  op.createIndex("item", index("ix_short").on("short"));
}

export function downgrade(op: Operations) {
  op.dropIndex("item", "ix_short");
  op.dropColumn("item", "short");
  op.dropColumn("item", "twice");
  op.alterColumn("item", "word", { type: varchar(20) });
  op.alterColumn("item", "id", { type: uuid() });
  op.addColumn("item", "louder", varchar(20).generated(sql`upper(word)`));
  op.addColumn("item", "loud", varchar(20).generated(sql`upper(word)`));
  op.createIndex("item", index("ix_louder").on("louder"));
}
