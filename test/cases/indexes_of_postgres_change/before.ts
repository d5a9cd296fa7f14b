import { enumeration, index, integer, jsonb, sql, table, text, varchar } from "graven/models";

export const mood = enumeration("mood", ["sad", "happy"]);
export const feeling = enumeration("feeling", ["happy", "sad", "glad"]);
export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), size: integer(), tags: jsonb(), mood: mood("mood"), words: varchar(20).array() }, (t) => [
  index("page_lower").on(sql`lower(title)`),
  index("page_big").on(t.size).where(sql`size > 10`),
  index("page_with").on(t.title).include(t.id),
  index("page_tags").on(t.tags).using("gin"),
  index("page_filled").on(t.size, t.title).facts({ options: { fillfactor: "50" } }),
  index("page_noted").on(t.title, t.size).facts({ comment: "First" }),
]);
