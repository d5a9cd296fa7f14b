/**
 * podcasts and live tracks
 *
 * Revision  f64a92d7035c
 * Revises   1d3e8b50f7a9
 * Created   2026-11-20T23:10:40Z
 */
import { check, sql, type Operations } from "graven/revision";

export const revision = "f64a92d7035c";
export const downRevision = "1d3e8b50f7a9";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameEnumLabel("playlist_kind", "tv", "series");
  op.addEnumLabel("playlist_kind", "podcasts");
  op.dropConstraint("track", "track_lasts");
}

export function downgrade(op: Operations) {
  op.createCheck("track", check("track_lasts", sql`duration_ms > 0`));
  // Podcasts were audiobooks to the shop before it knew of them.
  op.alterEnum("playlist_kind", ["music", "movies", "series", "audiobooks"], {
    replace: { podcasts: "audiobooks" },
  });
  op.renameEnumLabel("playlist_kind", "series", "tv");
}
