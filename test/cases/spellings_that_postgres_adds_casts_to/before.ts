import { integer, numeric, smallint, table, timestamp, varchar } from "graven/models";

export const thing = table("thing", { id: integer().primaryKey(), small: smallint(), price: numeric(10, 2), word: varchar(10), at: timestamp() });
