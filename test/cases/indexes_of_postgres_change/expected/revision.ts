/**
 * indexes of postgres change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { column, enumeration, index, sql, text, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const feeling = enumeration("feeling", ["happy", "sad", "glad"]);
const mood = enumeration("mood", ["sad", "happy"]);

export function upgrade(op: Operations) {
  op.dropIndex("page", "page_big");
  op.dropIndex("page", "page_lower");
  op.dropIndex("page", "page_tags");
  op.dropIndex("page", "page_with");
  op.alterColumn("page", "mood", { type: feeling() });
  op.alterColumn("page", "words", { type: text().array() });
  op.createIndex(
    "page",
    index("page_big")
      .on("size")
      .where(sql`size > 100`),
  );
  op.createIndex("page", index("page_lower").on(sql`upper(title)`));
  op.createIndex(
    "page",
    index("page_tags").on(column("tags").operatorClass("jsonb_path_ops")).using("gin"),
  );
  op.createIndex("page", index("page_with").on("title").include("size"));
  op.alterIndex("page", "page_filled", { options: { fillfactor: "60" } });
  op.alterIndex("page", "page_noted", { comment: "Second" });
}

export function downgrade(op: Operations) {
  op.alterIndex("page", "page_noted", { comment: "First" });
  op.alterIndex("page", "page_filled", { options: { fillfactor: "50" } });
  op.dropIndex("page", "page_with");
  op.dropIndex("page", "page_tags");
  op.dropIndex("page", "page_lower");
  op.dropIndex("page", "page_big");
  op.alterColumn("page", "words", { type: varchar(20).array() });
  op.alterColumn("page", "mood", { type: mood() });
  op.createIndex("page", index("page_with").on("title").include("id"));
  op.createIndex("page", index("page_tags").on("tags").using("gin"));
  op.createIndex("page", index("page_lower").on(sql`lower(title)`));
  op.createIndex(
    "page",
    index("page_big")
      .on("size")
      .where(sql`size > 10`),
  );
}
