import { integer, table, varchar } from "../../src/models/index.ts";

export const users = table("users", { id: integer().primaryKey().autoIncrement(), email: varchar(60).notNull().unique(), firstName: varchar("first_name", 30).notNull() });
export const posts = table("posts", { id: integer().primaryKey().autoIncrement(), userId: integer("user_id").notNull().references(() => users.id), title: varchar(80).notNull() });
