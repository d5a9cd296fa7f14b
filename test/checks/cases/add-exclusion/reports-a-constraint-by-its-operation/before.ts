import { integer, sqlType, table } from "graven/models";

export const booking = table("booking", { id: integer().primaryKey(), during: sqlType("tsrange").notNull() });
