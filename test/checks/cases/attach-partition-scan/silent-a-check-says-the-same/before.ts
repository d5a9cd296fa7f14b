import { check, integer, sql, table } from "graven/models";

export const reading = table("reading", { year: integer().notNull(), value: integer() });
export const year = table("reading_2025", { year: integer().notNull(), value: integer() }, () => [check("reading_2025_bounds", sql`year >= 2025 AND year < 2026`)]);
