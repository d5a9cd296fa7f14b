import { integer, table } from "graven/models";

export const reading = table("reading", { year: integer().notNull(), value: integer() });
