import { integer, sql, table, varchar, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), code: varchar(20).notNull(), size: integer() });
export const coded = view("coded", sql`SELECT id, code FROM item`);
export const counted = view("counted", sql`SELECT code, count(*) AS n FROM coded GROUP BY code`);
export const sized = view("sized", sql`SELECT id, size FROM item`);
