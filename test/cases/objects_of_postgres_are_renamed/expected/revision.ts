/**
 * objects of postgres are renamed
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
  op.renameObject("view shown", "visible");
  op.renameObject("materializedView total", "sum_total");
  op.renameObject("function half(integer)", "halved");
  op.renameObject("sequence counter", "person_counter");
  op.renameObject("domain email", "mail_address");
  op.renameObject("compositeType place", "address");
}

export function downgrade(op: Operations) {
  op.renameObject("compositeType address", "place");
  op.renameObject("domain mail_address", "email");
  op.renameObject("sequence person_counter", "counter");
  op.renameObject("function halved(integer)", "half");
  op.renameObject("materializedView sum_total", "total");
  op.renameObject("view visible", "shown");
}
