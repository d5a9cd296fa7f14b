/**
 * kinds of playlists, states of invoices
 *
 * Revision  c8f61b04ad97
 * Revises   5a90c3d7e216
 * Created   2026-11-20T23:08:21Z
 */
import { enumeration, table, varchar, type Operations } from "graven/revision";

export const revision = "c8f61b04ad97";
export const downRevision = "5a90c3d7e216";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const invoiceStatus = enumeration("invoice_status", ["open", "paid", "void"]);
const playlistKind = enumeration("playlist_kind", ["music", "movies", "tv", "audiobooks"]);

const playlist = table("playlist", { name: varchar(120), kind: playlistKind().notNull() });

/** What the playlists that stand are, by the names that people gave them. */
const kinds = { Movies: "movies", "TV Shows": "tv", Audiobooks: "audiobooks" } as const;

export function upgrade(op: Operations) {
  op.createEnum(invoiceStatus);
  op.createEnum(playlistKind);
  op.addColumn("invoice", "status", invoiceStatus().notNull().default("open"));
  op.addColumn("playlist", "kind", playlistKind().notNull().default("music"));

  // What stands was paid long ago; only new invoices begin as open ones.
  op.execute("UPDATE invoice SET status = 'paid'");
  op.execute({ playlist }, (db) =>
    Object.entries(kinds).map(([name, kind]) =>
      db.updateTable("playlist").set({ kind }).where("name", "=", name),
    ),
  );
}

export function downgrade(op: Operations) {
  op.dropColumn("playlist", "kind");
  op.dropColumn("invoice", "status");
  op.dropEnum("playlist_kind");
  op.dropEnum("invoice_status");
}
