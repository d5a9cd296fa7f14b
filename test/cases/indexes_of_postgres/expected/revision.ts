/**
 * indexes of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, index, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createUnique("page", unique("page_title").on("title").nullsNotDistinct());
  op.createIndex("page", index("ix_page_tags").on("tags").using("gin"));
  op.createIndex(
    "page",
    index("ix_page_title")
      .on(column("title").operatorClass("text_pattern_ops").desc().nullsLast())
      .include("id"),
  );
}

export function downgrade(op: Operations) {
  op.dropIndex("page", "ix_page_title");
  op.dropIndex("page", "ix_page_tags");
  op.dropConstraint("page", "page_title");
}
