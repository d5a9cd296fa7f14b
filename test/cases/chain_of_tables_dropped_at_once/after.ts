import { integer, table } from "graven/models";

export const stays = table("stays", { id: integer().primaryKey() });
export const user = table("user_of_c", { id: integer().primaryKey() });
