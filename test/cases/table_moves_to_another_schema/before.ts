import { check, enumeration, index, integer, sql, table, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok"]);

export const user = table("user", { id: integer().primaryKey().autoIncrement(), name: varchar(20).unique(), mood: mood().default("ok") }, (t) => [index("ix_user").on(t.name), check("user_name", sql`name <> ''`)]);
export const post = table("post", { id: integer().primaryKey(), userId: integer("user_id").references(() => user.id) }, { schema: "blog" });
export const tag = table("tag", { id: integer().primaryKey(), postId: integer("post_id").references(() => post.id) }, { schema: "old" });
