import { check, index, integer, sql, table, varchar } from "graven/models";

export const user = table("user", { id: integer().primaryKey().autoIncrement(), name: varchar(20).notNull(), age: integer().notNull() }, (t) => [index("ix_user_name").on(t.name), check("user_age", sql`age >= 0`)]);

export const post = table("post", { id: integer().primaryKey(), userId: integer("user_id").notNull().references(() => user.id) });
