import { integer, table } from "graven/models";

export const box = table("box", { id: integer().primaryKey(), width: integer().notNull() });
