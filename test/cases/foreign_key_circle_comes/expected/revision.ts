/**
 * foreign key circle comes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, integer, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const author = table("author", {
  id: integer().primaryKey().autoIncrement(),
  favourite_id: integer(),
});
const book = table("book", {
  id: integer().primaryKey().autoIncrement(),
  author_id: integer().notNull().references("author.id"),
});

export function upgrade(op: Operations) {
  op.createTable(author);
  op.createTable(book);
  op.createForeignKey(
    "author",
    foreignKey("author_favourite_id_fkey").on("favourite_id").references("book", ["id"]),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("author", "author_favourite_id_fkey");
  op.dropTable("book");
  op.dropTable("author");
}
