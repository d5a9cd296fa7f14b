import { extension, integer, table, text } from "graven/models";

export const trigrams = extension("pg_trgm", { schema: "shop" });
export const near = extension("fuzzystrmatch");
export const job = table("job", { id: integer().primaryKey(), name: text() }, { schema: "shop" });
