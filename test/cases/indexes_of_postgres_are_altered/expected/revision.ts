/**
 * indexes of postgres are altered
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, materializedView, sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameConstraint("page", "page_title", "page_title_once");
  op.renameIndex("page", "page_named", "page_renamed");
  op.dropIndex("page", "page_again");
  op.createIndex("page", index("page_again").on("more", "size"));
  op.alterIndex("page", "page_filled", { options: null });
  op.alterIndex("page", "page_lower", { comment: "For searches", statistics: null });
  op.alterIndex("page", "page_more", { comment: null, options: { fillfactor: "60" } });
  op.alterIndex("page", "page_noted", { comment: "Second" });
  op.alterIndex("page", "page_renamed", { comment: "Of late", options: { fillfactor: "80" } });
  op.alterIndex("page", "page_two", { statistics: { "1": 200, "2": 300 } });
  op.alterIndex("tree", "tree_n", { comment: "All of them", options: { fillfactor: "60" } });
  op.replaceObject(
    materializedView("total", sql`SELECT id, title FROM page`, {
      indexes: [
        index("total_title")
          .on("title")
          .facts({ options: { fillfactor: "70" } }),
        index("total_id").on("id").facts({ comment: "By number" }),
      ],
    }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(
    materializedView("total", sql`SELECT id, title FROM page`, {
      indexes: [
        index("total_title").on("title").facts({ comment: "One" }),
        index("total_id").on("id"),
      ],
    }),
  );
  op.alterIndex("tree", "tree_n", { comment: "All", options: { fillfactor: "50" } });
  op.alterIndex("page", "page_two", { statistics: { "1": 50 } });
  op.alterIndex("page", "page_renamed", { comment: "Of old", options: null });
  op.alterIndex("page", "page_noted", { comment: "First" });
  op.alterIndex("page", "page_more", {
    comment: "Twice",
    options: { fillfactor: "50", deduplicate_items: "off" },
  });
  op.alterIndex("page", "page_lower", { comment: null, statistics: { "1": 100 } });
  op.alterIndex("page", "page_filled", { options: { fillfactor: "50" } });
  op.dropIndex("page", "page_again");
  op.createIndex("page", index("page_again").on("more"));
  op.renameIndex("page", "page_renamed", "page_named");
  op.renameConstraint("page", "page_title_once", "page_title");
}
