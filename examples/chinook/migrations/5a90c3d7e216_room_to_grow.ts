/**
 * room to grow
 *
 * Revision  5a90c3d7e216
 * Revises   72cb49e81a0f
 * Created   2026-11-20T23:07:43Z
 */
import { bigint, integer, numeric, varchar, type Operations } from "graven/revision";

export const revision = "5a90c3d7e216";
export const downRevision = "72cb49e81a0f";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.alterColumn("customer", "email", { type: varchar(254) });
  op.alterColumn("employee", "email", { type: varchar(254) });
  op.alterColumn("invoice", "invoice_id", { type: bigint() });
  op.alterColumn("invoice", "total", { type: numeric(12, 2) });
  op.alterColumn("invoice_line", "invoice_line_id", { type: bigint() });
  op.alterColumn("invoice_line", "invoice_id", { type: bigint() });
  op.alterColumn("track", "name", { type: varchar(300) });
  op.alterColumn("track", "bytes", { type: bigint() });
}

export function downgrade(op: Operations) {
  op.alterColumn("track", "bytes", { type: integer() });
  op.alterColumn("track", "name", { type: varchar(200) });
  op.alterColumn("invoice_line", "invoice_id", { type: integer() });
  op.alterColumn("invoice_line", "invoice_line_id", { type: integer() });
  op.alterColumn("invoice", "total", { type: numeric(10, 2) });
  op.alterColumn("invoice", "invoice_id", { type: integer() });
  op.alterColumn("employee", "email", { type: varchar(60) });
  op.alterColumn("customer", "email", { type: varchar(60) });
}
