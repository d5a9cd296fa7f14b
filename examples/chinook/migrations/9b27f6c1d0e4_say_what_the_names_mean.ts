/**
 * say what the names mean
 *
 * Revision  9b27f6c1d0e4
 * Revises   4c1e0a7d52b3
 * Created   2026-11-20T22:56:37Z
 */
import type { Operations } from "graven/revision";

export const revision = "9b27f6c1d0e4";
export const downRevision = "4c1e0a7d52b3";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameTable("media_type", "media_format");
  op.renameColumn("employee", "title", "job_title");
  op.renameColumn("media_format", "media_type_id", "media_format_id");
  op.renameColumn("track", "media_type_id", "media_format_id");
  op.renameColumn("track", "milliseconds", "duration_ms");
}

export function downgrade(op: Operations) {
  op.renameColumn("track", "duration_ms", "milliseconds");
  op.renameColumn("track", "media_format_id", "media_type_id");
  op.renameColumn("media_format", "media_format_id", "media_type_id");
  op.renameColumn("employee", "job_title", "title");
  op.renameTable("media_format", "media_type");
}
