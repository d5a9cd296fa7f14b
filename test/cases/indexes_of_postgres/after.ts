import { index, integer, jsonb, table, text, unique } from "graven/models";

export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), tags: jsonb() }, (t) => [
  index("ix_page_tags").on(t.tags).using("gin"),
  index("ix_page_title").on(t.title.operatorClass("text_pattern_ops").desc().nullsLast()).include(t.id),
  unique("page_title").on(t.title).nullsNotDistinct(),
]);
