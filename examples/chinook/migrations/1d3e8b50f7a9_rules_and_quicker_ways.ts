/**
 * rules and quicker ways
 *
 * Revision  1d3e8b50f7a9
 * Revises   c8f61b04ad97
 * Created   2026-11-20T23:09:46Z
 */
import { check, column, foreignKey, index, sql, unique, type Operations } from "graven/revision";

export const revision = "1d3e8b50f7a9";
export const downRevision = "c8f61b04ad97";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("invoice_line", "invoice_line_invoice_id_fkey");
  op.dropConstraint("playlist_track", "playlist_track_playlist_id_fkey");
  op.dropIndex("album", "album_artist_id_idx");
  op.createUnique("album", unique("album_artist_id_title_key").on("artist_id", "title"));
  op.createIndex("album", index("album_by_title").on("title"));
  op.createUnique("genre", unique("genre_name_key").on("name"));
  op.dropIndex("invoice", "invoice_customer_id_idx");
  op.createIndex(
    "invoice",
    index("invoice_newest").on("customer_id", column("invoice_date").desc()),
  );
  op.dropIndex("playlist_track", "playlist_track_playlist_id_idx");
  op.createCheck("track", check("track_lasts", sql`duration_ms > 0`));
  op.createCheck("track", check("track_price_fair", sql`unit_price >= 0`));
  op.createForeignKey(
    "invoice_line",
    foreignKey("invoice_line_invoice_id_fkey")
      .on("invoice_id")
      .references("invoice", ["invoice_id"], { onDelete: "cascade" }),
  );
  op.createForeignKey(
    "playlist_track",
    foreignKey("playlist_track_playlist_id_fkey")
      .on("playlist_id")
      .references("playlist", ["playlist_id"], { onDelete: "cascade" }),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("playlist_track", "playlist_track_playlist_id_fkey");
  op.dropConstraint("invoice_line", "invoice_line_invoice_id_fkey");
  op.dropConstraint("track", "track_price_fair");
  op.dropConstraint("track", "track_lasts");
  op.createIndex("playlist_track", index("playlist_track_playlist_id_idx").on("playlist_id"));
  op.dropIndex("invoice", "invoice_newest");
  op.createIndex("invoice", index("invoice_customer_id_idx").on("customer_id"));
  op.dropConstraint("genre", "genre_name_key");
  op.dropIndex("album", "album_by_title");
  op.dropConstraint("album", "album_artist_id_title_key");
  op.createIndex("album", index("album_artist_id_idx").on("artist_id"));
  op.createForeignKey(
    "playlist_track",
    foreignKey("playlist_track_playlist_id_fkey")
      .on("playlist_id")
      .references("playlist", ["playlist_id"]),
  );
  op.createForeignKey(
    "invoice_line",
    foreignKey("invoice_line_invoice_id_fkey")
      .on("invoice_id")
      .references("invoice", ["invoice_id"]),
  );
}
