import { bigint, check, enumeration, index, integer, numeric, primaryKey, sql, table, timestamp, unique, varchar } from "graven/models";

/** Where a person lives or a bill goes; each table names its columns in its own way. */
const place = {
  address: varchar(70),
  city: varchar(40),
  state: varchar(40),
  country: varchar(40),
  postalCode: varchar("postal_code", 10),
};

const reachable = {
  phone: varchar(24),
  fax: varchar(24),
};

export const artist = table("artist", {
  artistId: integer("artist_id").primaryKey(),
  name: varchar(120),
  sortName: varchar("sort_name", 120).notNull(),
});

export const album = table(
  "album",
  {
    albumId: integer("album_id").primaryKey(),
    title: varchar(160).notNull(),
    artistId: integer("artist_id").notNull().references(() => artist.artistId),
  },
  (t) => [unique().on(t.artistId, t.title), index("album_by_title").on(t.title)],
);

export const employee = table(
  "employee",
  {
    employeeId: integer("employee_id").primaryKey(),
    lastName: varchar("last_name", 20).notNull(),
    firstName: varchar("first_name", 20).notNull(),
    jobTitle: varchar("job_title", 30),
    reportsTo: integer("reports_to").references("employee.employee_id"),
    birthDate: timestamp("birth_date"),
    hireDate: timestamp("hire_date"),
    ...place,
    ...reachable,
    email: varchar(254),
  },
  (t) => [index().on(t.reportsTo)],
);

export const customer = table(
  "customer",
  {
    customerId: integer("customer_id").primaryKey(),
    firstName: varchar("first_name", 40).notNull(),
    lastName: varchar("last_name", 20).notNull(),
    company: varchar(80),
    ...reachable,
    email: varchar(254).notNull(),
    supportRepId: integer("support_rep_id").references(() => employee.employeeId),
  },
  (t) => [index().on(t.supportRepId)],
);

/** Where a customer lives. Customers whose address is not known have no row. */
export const customerAddress = table("customer_address", {
  customerAddressId: integer("customer_address_id").primaryKey().autoIncrement(),
  customerId: integer("customer_id").notNull().unique().references(() => customer.customerId, { onDelete: "cascade" }),
  ...place,
});

export const genre = table("genre", {
  genreId: integer("genre_id").primaryKey(),
  name: varchar(120).unique(),
});

export const mediaFormat = table("media_format", {
  mediaFormatId: integer("media_format_id").primaryKey(),
  name: varchar(120),
});

export const track = table(
  "track",
  {
    trackId: integer("track_id").primaryKey(),
    name: varchar(300).notNull(),
    albumId: integer("album_id").references(() => album.albumId),
    mediaFormatId: integer("media_format_id").notNull().references(() => mediaFormat.mediaFormatId),
    genreId: integer("genre_id").references(() => genre.genreId),
    composer: varchar(220),
    durationMs: integer("duration_ms").notNull(),
    bytes: bigint(),
    unitPrice: numeric("unit_price", 10, 2).notNull(),
  },
  (t) => [index().on(t.albumId), index().on(t.genreId), index().on(t.mediaFormatId), check("track_price_fair", sql`${t.unitPrice} >= 0`)],
);

export const invoiceStatus = enumeration("invoice_status", ["open", "paid", "void"]);

export const invoice = table(
  "invoice",
  {
    invoiceId: bigint("invoice_id").primaryKey(),
    customerId: integer("customer_id").notNull().references(() => customer.customerId),
    invoiceDate: timestamp("invoice_date").notNull(),
    billingAddress: varchar("billing_address", 70),
    billingCity: varchar("billing_city", 40),
    billingState: varchar("billing_state", 40),
    billingCountry: varchar("billing_country", 40),
    billingPostalCode: varchar("billing_postal_code", 10),
    total: numeric(12, 2).notNull(),
    status: invoiceStatus().notNull().default("open"),
    lineCount: integer("line_count").notNull(),
  },
  (t) => [index("invoice_newest").on(t.customerId, t.invoiceDate.desc())],
);

export const invoiceLine = table(
  "invoice_line",
  {
    invoiceLineId: bigint("invoice_line_id").primaryKey(),
    invoiceId: bigint("invoice_id").notNull().references(() => invoice.invoiceId, { onDelete: "cascade" }),
    trackId: integer("track_id").notNull().references(() => track.trackId),
    unitPrice: numeric("unit_price", 10, 2).notNull(),
    quantity: integer().notNull(),
  },
  (t) => [index().on(t.invoiceId), index().on(t.trackId)],
);

export const playlistKind = enumeration("playlist_kind", ["music", "movies", "series", "audiobooks", "podcasts"]);

export const playlist = table("playlist", {
  playlistId: integer("playlist_id").primaryKey(),
  name: varchar(120),
  kind: playlistKind().notNull().default("music"),
});

export const playlistTrack = table(
  "playlist_track",
  {
    playlistId: integer("playlist_id").notNull().references(() => playlist.playlistId, { onDelete: "cascade" }),
    trackId: integer("track_id").notNull().references(() => track.trackId),
  },
  (t) => [primaryKey().on(t.playlistId, t.trackId), index().on(t.trackId)],
);
