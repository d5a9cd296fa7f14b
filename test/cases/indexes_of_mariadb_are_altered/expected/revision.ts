/**
 * indexes of mariadb are altered
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import type { Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameIndex("book", "book_named", "book_renamed");
  op.alterIndex("book", "book_both", { comment: null, invisible: null });
  op.alterIndex("book", "book_on", { comment: "Where it stands" });
  op.alterIndex("book", "book_once", { comment: "Once" });
  op.alterIndex("book", "book_renamed", { comment: "Of late", invisible: true });
  op.alterIndex("book", "book_seen", { invisible: true });
  op.alterIndex("book", "book_unseen", { invisible: null });
  op.alterIndex("book", "book_words", { comment: "Words" });
}

export function downgrade(op: Operations) {
  op.alterIndex("book", "book_words", { comment: null });
  op.alterIndex("book", "book_unseen", { invisible: true });
  op.alterIndex("book", "book_seen", { invisible: null });
  op.alterIndex("book", "book_renamed", { comment: "Of old", invisible: null });
  op.alterIndex("book", "book_once", { comment: null });
  op.alterIndex("book", "book_on", { comment: "Where" });
  op.alterIndex("book", "book_both", { comment: "Both", invisible: true });
  op.renameIndex("book", "book_renamed", "book_named");
}
