import { integer, table } from "graven/models";

export const stays = table("stays", { id: integer().primaryKey().autoIncrement() });
