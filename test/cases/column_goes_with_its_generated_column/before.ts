import { integer, sql, table, varchar } from "graven/models";

export const box = table("box", { id: integer().primaryKey(), width: integer().notNull(), height: integer(), area: integer().generated(sql`width * height`), label: varchar(20), loud: varchar(20).generated(sql`upper(label)`) });
