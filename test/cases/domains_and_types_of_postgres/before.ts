import { check, compositeType, domain, integer, rangeType, sql, sqlType, table, text, varchar } from "graven/models";

export const email = domain("email", text(), { checks: [check("email_at", sql`VALUE LIKE '%@%'`), check("email_short", sql`length(VALUE) < 80`)] });
export const address = compositeType("address", { street: text(), zip: varchar(5), gone: integer() });
export const person = table("person", { id: integer().primaryKey(), email: sqlType("email"), home: sqlType("address") });
export const hours = rangeType("hours", { subtype: "time" });
