import { index, integer, table, varchar } from "graven/models";

export const note = table("note", { id: integer().primaryKey(), title: varchar(80), size: integer() }, (t) => [index("note_title").on(t.title).facts({ comment: "One" }), index("note_size").on(t.size), index("note_both").on(t.size, t.title).unique().facts({ comment: "It's" })]);
