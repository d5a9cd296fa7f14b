import { check, enumeration, index, integer, sql, table, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok", "new"]);

export const user = table("user", { id: integer().primaryKey().autoIncrement(), title: varchar(40).unique().renamedFrom("name"), mood: mood().default("new") }, (t) => [index("ix_user").on(t.title), check("user_name", sql`title <> ''`)], { schema: "auth" });
export const post = table("post", { id: integer().primaryKey(), userId: integer("user_id").references(() => user.id) }, { schema: "auth" });
export const label = table("label", { id: integer().primaryKey(), postId: integer("post_id").references(() => post.id) }, { schema: "blog" });
