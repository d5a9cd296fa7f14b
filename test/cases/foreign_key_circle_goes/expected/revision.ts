/**
 * foreign key circle goes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, integer, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("author", "author_favourite_id_fkey");
  op.dropConstraint("book", "book_author_id_fkey");
  op.dropTable("book");
  op.dropTable("author");
}

export function downgrade(op: Operations) {
  op.createTable("author", { id: integer().primaryKey().autoIncrement(), favourite_id: integer() });
  op.createTable("book", {
    id: integer().primaryKey().autoIncrement(),
    author_id: integer().notNull(),
  });
  op.createForeignKey(
    "book",
    foreignKey("book_author_id_fkey").on("author_id").references("author", ["id"]),
  );
  op.createForeignKey(
    "author",
    foreignKey("author_favourite_id_fkey").on("favourite_id").references("book", ["id"]),
  );
}
