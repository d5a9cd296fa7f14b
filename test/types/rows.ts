import type { Insertable, Kysely, Selectable, Updateable } from "kysely";
import { bigint, boolean, char, date, double, enumeration, index, integer, json, jsonb, numeric, sql, sqlType, table, text, timestamp, uuid, varchar, binary, type Database, type KyselyTable, type NewRow, type Row } from "graven/models";
import type { Equal, Expect } from "./equal.ts";

const mood = enumeration("mood", ["sad", "it's ok"]);

export const account = table("account", {
  id: integer().primaryKey().autoIncrement(),
  code: varchar("account_code", 20).notNull(),
  title: text(),
  mood: mood("feeling").notNull().default("sad"),
  former: mood(),
  visits: bigint().notNull().default(0),
  price: numeric("unit_price", 10, 2),
  createdAt: timestamp("created_at", 3).notNull().defaultNow(),
  tags: text().array().notNull(),
  shape: json().$type<{ readonly kind: string }>().notNull(),
  loud: varchar(20).generated(sql`upper(title)`),
  twice: integer("twice_as_much").notNull().generated(sql`id * 2`, { stored: false }),
});

// A row as it is read: properties, not columns; NULL where the column may be NULL.
type Read = Row<typeof account>;
export type Reads = [
  Expect<Equal<Read["id"], number>>,
  Expect<Equal<Read["code"], string>>,
  Expect<Equal<Read["title"], string | null>>,
  Expect<Equal<Read["mood"], "sad" | "it's ok">>,
  Expect<Equal<Read["former"], "sad" | "it's ok" | null>>,
  Expect<Equal<Read["visits"], string | number | bigint>>,
  Expect<Equal<Read["price"], string | number | null>>,
  Expect<Equal<Read["createdAt"], Date | string>>,
  Expect<Equal<Read["tags"], string[]>>,
  Expect<Equal<Read["shape"], { readonly kind: string }>>,
  Expect<Equal<Read["loud"], string | null>>,
  Expect<Equal<Read["twice"], number>>,
  Expect<Equal<keyof Read, "id" | "code" | "title" | "mood" | "former" | "visits" | "price" | "createdAt" | "tags" | "shape" | "loud" | "twice">>,
];

// A row as it is inserted: what the database fills in may be left out, what only the database writes must be.
type Written = NewRow<typeof account>;
type Required<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];
export type Writes = [
  Expect<Equal<Required<Written>, "code" | "tags" | "shape">>,
  Expect<Equal<Exclude<keyof Written, Required<Written>>, "id" | "title" | "mood" | "former" | "visits" | "price" | "createdAt">>,
  Expect<Equal<Written["code"], string>>,
  Expect<Equal<Written["shape"], { readonly kind: string }>>,
];

export const least: Written = { code: "a", tags: [], shape: { kind: "x" } };
export const most: Written = { id: 1, code: "a", title: null, mood: "it's ok", former: null, visits: 10n, price: "1.50", createdAt: new Date(0), tags: ["b"], shape: { kind: "x" } };
// @ts-expect-error a column that must be there is missing
export const withoutCode: Written = { tags: [], shape: { kind: "x" } };
// @ts-expect-error the column's name is no property
export const byColumn: Written = { account_code: "a", tags: [], shape: { kind: "x" } };
// @ts-expect-error only the database writes a generated column
export const generated: Written = { code: "a", tags: [], shape: { kind: "x" }, loud: "A" };
// @ts-expect-error a label that the enumeration does not have
export const wrongLabel: Written = { code: "a", tags: [], shape: { kind: "x" }, mood: "happy" };
// @ts-expect-error NOT NULL
export const nullCode: Written = { code: null, tags: [], shape: { kind: "x" } };
// @ts-expect-error a default does not make NULL a value
export const nullMood: Written = { code: "a", tags: [], shape: { kind: "x" }, mood: null };

// Kysely's Database: names of the database, whatever the properties are called.
const country = table("Country", { code: char(2).primaryKey(), id: uuid("uu-id"), born: date(), size: double(), yes: boolean(), body: binary(), extra: jsonb(), net: sqlType<string>("inet") });
const models = { account, land: country, mood, helper: (x: number) => x };
type Tables = Database<typeof models>;
export type Bases = [
  Expect<Equal<keyof Tables, "account" | "Country">>,
  Expect<Equal<keyof Tables["account"], "id" | "account_code" | "title" | "feeling" | "former" | "visits" | "unit_price" | "created_at" | "tags" | "shape" | "loud" | "twice_as_much">>,
  Expect<Equal<Selectable<Tables["account"]>["feeling"], "sad" | "it's ok">>,
  Expect<Equal<Selectable<KyselyTable<typeof country>>["uu-id"], string | null>>,
  Expect<Equal<Required<Insertable<Tables["account"]>>, "account_code" | "tags" | "shape">>,
  Expect<Equal<Insertable<Tables["Country"]>["code"], string>>,
  Expect<Equal<keyof Updateable<Tables["account"]> & ("loud" | "twice_as_much"), never>>,
];

export function queries(db: Kysely<Tables>) {
  return [
    db.selectFrom("account").select(["account_code", "created_at"]).where("feeling", "=", "sad"),
    db.insertInto("account").values({ account_code: "a", tags: [], shape: { kind: "x" } }),
    db.updateTable("Country").set({ "uu-id": null }).where("code", "=", "de"),
    // @ts-expect-error the property's name is no column
    db.selectFrom("account").select("code"),
    // @ts-expect-error the export's name is no table
    db.selectFrom("land").selectAll(),
    // @ts-expect-error a generated column is never written
    db.updateTable("account").set({ loud: "A" }),
    // @ts-expect-error a label that the enumeration does not have
    db.selectFrom("account").selectAll().where("feeling", "=", "happy"),
  ];
}

// Columns of a table, in its parts.
export const parts = table("parts", { id: integer().primaryKey(), accountId: integer("account_id").references(() => account.id) }, (t) => [
  // @ts-expect-error no such column
  index().on(t.acountId),
]);
// @ts-expect-error no such column
export const badReference = integer().references(() => account.ident);
// @ts-expect-error a default of another type
export const badDefault = integer().default("1");
// @ts-expect-error a label that the enumeration does not have
export const badLabel = mood().default("happy");
