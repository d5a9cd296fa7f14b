/**
 * the Chinook music shop
 *
 * Revision  4c1e0a7d52b3
 * Revises   (base)
 * Created   2026-11-20T22:54:16Z
 */
import {
  index,
  integer,
  numeric,
  primaryKey,
  table,
  timestamp,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "4c1e0a7d52b3";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const artist = table("artist", { artist_id: integer().primaryKey(), name: varchar(120) });
const album = table(
  "album",
  {
    album_id: integer().primaryKey(),
    title: varchar(160).notNull(),
    artist_id: integer().notNull().references("artist.artist_id"),
  },
  (t) => [index().on(t.artist_id)],
);
const employee = table(
  "employee",
  {
    employee_id: integer().primaryKey(),
    last_name: varchar(20).notNull(),
    first_name: varchar(20).notNull(),
    title: varchar(30),
    reports_to: integer().references("employee.employee_id"),
    birth_date: timestamp(),
    hire_date: timestamp(),
    address: varchar(70),
    city: varchar(40),
    state: varchar(40),
    country: varchar(40),
    postal_code: varchar(10),
    phone: varchar(24),
    fax: varchar(24),
    email: varchar(60),
  },
  (t) => [index().on(t.reports_to)],
);
const customer = table(
  "customer",
  {
    customer_id: integer().primaryKey(),
    first_name: varchar(40).notNull(),
    last_name: varchar(20).notNull(),
    company: varchar(80),
    address: varchar(70),
    city: varchar(40),
    state: varchar(40),
    country: varchar(40),
    postal_code: varchar(10),
    phone: varchar(24),
    fax: varchar(24),
    email: varchar(60).notNull(),
    support_rep_id: integer().references("employee.employee_id"),
  },
  (t) => [index().on(t.support_rep_id)],
);
const genre = table("genre", { genre_id: integer().primaryKey(), name: varchar(120) });
const invoice = table(
  "invoice",
  {
    invoice_id: integer().primaryKey(),
    customer_id: integer().notNull().references("customer.customer_id"),
    invoice_date: timestamp().notNull(),
    billing_address: varchar(70),
    billing_city: varchar(40),
    billing_state: varchar(40),
    billing_country: varchar(40),
    billing_postal_code: varchar(10),
    total: numeric(10, 2).notNull(),
  },
  (t) => [index().on(t.customer_id)],
);
const mediaType = table("media_type", {
  media_type_id: integer().primaryKey(),
  name: varchar(120),
});
const track = table(
  "track",
  {
    track_id: integer().primaryKey(),
    name: varchar(200).notNull(),
    album_id: integer().references("album.album_id"),
    media_type_id: integer().notNull().references("media_type.media_type_id"),
    genre_id: integer().references("genre.genre_id"),
    composer: varchar(220),
    milliseconds: integer().notNull(),
    bytes: integer(),
    unit_price: numeric(10, 2).notNull(),
  },
  (t) => [index().on(t.album_id), index().on(t.genre_id), index().on(t.media_type_id)],
);
const invoiceLine = table(
  "invoice_line",
  {
    invoice_line_id: integer().primaryKey(),
    invoice_id: integer().notNull().references("invoice.invoice_id"),
    track_id: integer().notNull().references("track.track_id"),
    unit_price: numeric(10, 2).notNull(),
    quantity: integer().notNull(),
  },
  (t) => [index().on(t.invoice_id), index().on(t.track_id)],
);
const playlist = table("playlist", { playlist_id: integer().primaryKey(), name: varchar(120) });
const playlistTrack = table(
  "playlist_track",
  {
    playlist_id: integer().notNull().references("playlist.playlist_id"),
    track_id: integer().notNull().references("track.track_id"),
  },
  (t) => [
    primaryKey().on(t.playlist_id, t.track_id),
    index().on(t.playlist_id),
    index().on(t.track_id),
  ],
);

export function upgrade(op: Operations) {
  op.createTable(artist);
  op.createTable(album);
  op.createTable(employee);
  op.createTable(customer);
  op.createTable(genre);
  op.createTable(invoice);
  op.createTable(mediaType);
  op.createTable(track);
  op.createTable(invoiceLine);
  op.createTable(playlist);
  op.createTable(playlistTrack);
}

export function downgrade(op: Operations) {
  op.dropTable("playlist_track");
  op.dropTable("playlist");
  op.dropTable("invoice_line");
  op.dropTable("track");
  op.dropTable("media_type");
  op.dropTable("invoice");
  op.dropTable("genre");
  op.dropTable("customer");
  op.dropTable("employee");
  op.dropTable("album");
  op.dropTable("artist");
}
