import { check, integer, json, jsonb, sql, table } from "graven/models";

export const doc = table("doc", { id: integer().primaryKey(), content: json().renamedFrom("body"), title: jsonb().notNull().renamedFrom("head") }, () => [check("doc_id", sql`id > 0`)]);
