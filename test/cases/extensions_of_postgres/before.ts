import { extension, integer, table } from "graven/models";

export const trigrams = extension("pg_trgm");
export const job = table("job", { id: integer().primaryKey() }, { schema: "shop" });
