import { integer, table, text } from "graven/models";

export const post = table("post", { id: integer().primaryKey(), title: text() }, { schema: "blog" });
