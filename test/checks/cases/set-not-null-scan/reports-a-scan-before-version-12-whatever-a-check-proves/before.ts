import { check, integer, sql, table, text } from "graven/models";

export const visit = table("visit", { id: integer().primaryKey(), page: text() }, () => [check("visit_page_given", sql`page IS NOT NULL`)]);
