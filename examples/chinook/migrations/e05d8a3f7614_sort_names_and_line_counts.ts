/**
 * sort names and line counts
 *
 * Revision  e05d8a3f7614
 * Revises   9b27f6c1d0e4
 * Created   2026-11-20T22:57:05Z
 */
import { integer, sql, varchar, type Operations } from "graven/revision";

export const revision = "e05d8a3f7614";
export const downRevision = "9b27f6c1d0e4";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.addColumn("artist", "sort_name", varchar(120));
  op.backfill("artist", { set: { sort_name: sql`lower(coalesce(name, ''))` } });
  op.alterColumn("artist", "sort_name", { nullable: false });
  op.addColumn("invoice", "line_count", integer());
  op.backfill("invoice", {
    set: {
      line_count: sql`(SELECT count(*) FROM invoice_line WHERE invoice_line.invoice_id = invoice.invoice_id)`,
    },
  });
  op.alterColumn("invoice", "line_count", { nullable: false });
}

export function downgrade(op: Operations) {
  op.dropColumn("invoice", "line_count");
  op.dropColumn("artist", "sort_name");
}
