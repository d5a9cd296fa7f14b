import { integer, table, varchar } from "graven/models";

export const country = table("country", { code: varchar(2).notNull().unique({ name: "uq_country_code" }), name: varchar(40) });

export const city = table("city", { id: integer().primaryKey(), country: varchar(2).references(() => country.code, { name: "fk_city_country" }) });
