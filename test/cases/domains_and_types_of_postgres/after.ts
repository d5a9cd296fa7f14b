import { check, compositeType, domain, integer, rangeType, sql, sqlType, table, text, varchar } from "graven/models";

export const email = domain("email", text().notNull().default("a@b"), { checks: [check("email_at", sql`VALUE LIKE '%@%.%' OR VALUE = 'a@b'`), check("email_short", sql`length(VALUE) < 80`)], comment: "A mailbox" });
export const address = compositeType("address", { street: varchar(80), zip: varchar(5), country: text() });
export const person = table("person", { id: integer().primaryKey(), email: sqlType("email"), home: sqlType("address"), age: sqlType("age") });
export const age = domain("age", integer(), { checks: [check(sql`VALUE BETWEEN 0 AND 150`)] });
export const span = rangeType("span", { subtype: "age" });
