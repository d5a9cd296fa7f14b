/**
 * defaults with everything
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { sql, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("given", "quote", { default: "it''s" });
  op.alterColumn("given", "back", { default: "\\'" });
  op.alterColumn("given", "lines", { default: "\\n" });
  op.alterColumn("given", "empty", { default: null });
  op.alterColumn("given", "negative", { default: 5 });
  op.alterColumn("given", "big", { default: "-9007199254740993" });
  op.alterColumn("given", "yes", { default: false });
  op.alterColumn("given", "no", { default: null });
  op.alterColumn("given", "fine", { default: "1.5" });
  op.alterColumn("given", "tiny", { default: 0.25 });
  op.alterColumn("given", "sum", { default: sql`(1 + 2) * 2` });
  op.alterColumn("given", "nothing", { default: 0 });
  op.alterColumn("given", "moment", { default: "2020-01-01 00:00:00" });
}

export function downgrade(op: Operations) {
  op.alterColumn("given", "moment", { default: sql`CURRENT_TIMESTAMP` });
  op.alterColumn("given", "nothing", { default: sql`NULL` });
  op.alterColumn("given", "sum", { default: sql`1 + 2` });
  op.alterColumn("given", "tiny", { default: -0.25 });
  op.alterColumn("given", "fine", { default: "-1.50" });
  op.alterColumn("given", "no", { default: false });
  op.alterColumn("given", "yes", { default: true });
  op.alterColumn("given", "big", { default: "9007199254740993" });
  op.alterColumn("given", "negative", { default: -5 });
  op.alterColumn("given", "empty", { default: "" });
  op.alterColumn("given", "lines", { default: "one\ntwo\r\n" });
  op.alterColumn("given", "back", { default: "a\\b\\" });
  op.alterColumn("given", "quote", { default: "it's" });
}
