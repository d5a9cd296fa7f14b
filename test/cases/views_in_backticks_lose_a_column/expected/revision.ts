/**
 * views in backticks lose a column
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, varchar, view, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameColumn("person", "name", "title");
  op.dropObject("view named");
  op.dropColumn("person", "nick");
  op.createObject(
    view(
      "named",
      sql`SELECT p.id AS number, p.\`title\` AS label FROM \`person\` p WHERE p.\`title\` IS NOT NULL`,
    ),
  );
}

export function downgrade(op: Operations) {
  op.dropObject("view named");
  op.addColumn("person", "nick", varchar(40));
  op.createObject(
    view(
      "named",
      sql`SELECT p.id AS number, p.\`title\` AS label, p.nick AS short FROM \`person\` p WHERE p.\`title\` IS NOT NULL`,
    ),
  );
  op.renameColumn("person", "title", "name");
}
