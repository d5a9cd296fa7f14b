import { integer, table } from "graven/models";

export const reading = table("reading", { year: integer().notNull(), value: integer() });
export const year = table("reading_2025", { year: integer().notNull(), value: integer() });
