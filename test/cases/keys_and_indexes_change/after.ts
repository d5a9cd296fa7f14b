import { foreignKey, index, integer, sql, table, text, unique } from "graven/models";

export const page = table("page", { id: integer().primaryKey(), title: text(), size: integer() }, (t) => [
  unique("page_once").on(t.title, t.size),
  index("page_lower").on(sql`upper(title)`),
  index("page_big").on(t.size).where(sql`size > 100`),
]);
export const note = table("note", { id: integer().primaryKey(), page: integer() }, (t) => [foreignKey("note_page").on(t.page).references("page", ["id"], { deferrable: "initially immediate" })]);
