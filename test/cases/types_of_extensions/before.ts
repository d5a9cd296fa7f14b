import { integer, table } from "graven/models";

export const job = table("job", { id: integer().primaryKey() });
