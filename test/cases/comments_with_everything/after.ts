import { integer, table, varchar } from "graven/models";

export const account = table("account", { id: integer().primaryKey().comment("it's a \"key\" \\ with\ntwo lines; -- and no comment /* at all */"), name: varchar(20).comment("größe 你好 ${x} `y` %s :name ?"), age: integer().comment("\\'") }, { comment: "a 'table'\nof \\n \"accounts\"" });
