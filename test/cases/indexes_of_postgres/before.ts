import { integer, jsonb, table, text } from "graven/models";

export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), tags: jsonb() });
