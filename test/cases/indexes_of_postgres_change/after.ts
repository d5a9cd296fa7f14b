import { enumeration, index, integer, jsonb, sql, table, text } from "graven/models";

export const mood = enumeration("mood", ["sad", "happy"]);
export const feeling = enumeration("feeling", ["happy", "sad", "glad"]);
export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), size: integer(), tags: jsonb(), mood: feeling("mood"), words: text().array() }, (t) => [
  index("page_lower").on(sql`upper(title)`),
  index("page_big").on(t.size).where(sql`size > 100`),
  index("page_with").on(t.title).include(t.size),
  index("page_tags").on(t.tags.operatorClass("jsonb_path_ops")).using("gin"),
  index("page_filled").on(t.size, t.title).facts({ options: { fillfactor: "60" } }),
  index("page_noted").on(t.title, t.size).facts({ comment: "Second" }),
]);
