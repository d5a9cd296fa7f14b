/**
 * table moves to another schema
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.createSchema("auth");
  op.renameTable("user", "auth.user");
  op.renameTable("blog.post", "auth.post");
  op.renameTable("old.tag", "blog.label");
  op.renameColumn("auth.user", "name", "title");
  op.addEnumLabel("mood", "new");
  op.alterColumn("auth.user", "title", { type: varchar(40) });
  op.alterColumn("auth.user", "mood", { default: "new" });
  op.dropSchema("old");
}

export function downgrade(op: Operations) {
  op.createSchema("old");
  op.alterColumn("auth.user", "mood", { default: "ok" });
  op.alterColumn("auth.user", "title", { type: varchar(20) });
  op.alterEnum("mood", ["sad", "ok"]);
  op.renameColumn("auth.user", "title", "name");
  op.renameTable("blog.label", "old.tag");
  op.renameTable("auth.post", "blog.post");
  op.renameTable("auth.user", "user");
  op.dropSchema("auth");
}
