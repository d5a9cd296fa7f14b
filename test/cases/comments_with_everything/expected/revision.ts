/**
 * comments with everything
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
  op.alterColumn("account", "id", {
    comment: 'it\'s a "key" \\ with\ntwo lines; -- and no comment /* at all */',
  });
  op.alterColumn("account", "name", { comment: "größe 你好 ${x} `y` %s :name ?" });
  op.alterColumn("account", "age", { comment: "\\'" });
  op.setTableComment(
    "account",
    `a 'table'
of \\n "accounts"`,
  );
}

export function downgrade(op: Operations) {
  op.setTableComment("account", "\\");
  op.alterColumn("account", "age", { comment: "goes" });
  op.alterColumn("account", "name", { comment: "' \\ \" \r\n\t" });
  op.alterColumn("account", "id", { comment: null });
}
