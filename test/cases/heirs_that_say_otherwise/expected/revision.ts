/**
 * heirs that say otherwise
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, sql, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("cat", "name", { default: "Kit" });
  op.alterColumn("cat", "age", { comment: "in years" });
  op.addColumn("dog", "name", text().default("Rex").comment("what it hears"));
  op.addColumn("dog", "age", integer());
  op.backfill("dog", { set: { age: sql`0` } });
  op.alterColumn("dog", "age", { nullable: false });
  op.addColumn("event_first", "id", integer().default(2));
  op.dropColumn("event_next", "id");
}

export function downgrade(op: Operations) {
  op.addColumn("event_next", "id", integer().default(3));
  op.dropColumn("event_first", "id");
  op.dropColumn("dog", "age");
  op.dropColumn("dog", "name");
  op.alterColumn("cat", "age", { comment: null });
  op.alterColumn("cat", "name", { default: "Tom" });
}
