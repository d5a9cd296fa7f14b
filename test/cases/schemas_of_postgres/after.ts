import { enumeration, integer, table, text } from "graven/models";

export const kind = enumeration("kind", ["a", "b"], { schema: "auth" });
export const user = table("user", { id: integer().primaryKey(), name: text() });
export const session = table("session", { id: integer().primaryKey(), userId: integer("user_id").references(() => user.id), kind: kind().notNull() }, { schema: "auth" });
