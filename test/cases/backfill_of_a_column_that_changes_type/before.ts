import { integer, table, uuid } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), code: uuid(), size: integer() });
