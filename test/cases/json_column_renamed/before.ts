import { check, integer, json, jsonb, sql, table } from "graven/models";

export const doc = table("doc", { id: integer().primaryKey(), body: json(), head: jsonb().notNull() }, () => [check("doc_id", sql`id > 0`)]);
