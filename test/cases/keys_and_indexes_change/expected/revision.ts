/**
 * keys and indexes change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, sql, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropIndex("page", "page_big");
  op.dropIndex("page", "page_lower");
  op.dropConstraint("page", "page_once");
  op.createUnique("page", unique("page_once").on("title", "size"));
  op.createIndex(
    "page",
    index("page_big")
      .on("size")
      .where(sql`size > 100`),
  );
  op.createIndex("page", index("page_lower").on(sql`upper(title)`));
  op.alterConstraint("note", "note_page", { deferrable: "initially immediate" });
}

export function downgrade(op: Operations) {
  op.alterConstraint("note", "note_page", { deferrable: "initially deferred" });
  op.dropIndex("page", "page_lower");
  op.dropIndex("page", "page_big");
  op.dropConstraint("page", "page_once");
  op.createUnique("page", unique("page_once").on("title"));
  op.createIndex("page", index("page_lower").on(sql`lower(title)`));
  op.createIndex(
    "page",
    index("page_big")
      .on("size")
      .where(sql`size > 10`),
  );
}
