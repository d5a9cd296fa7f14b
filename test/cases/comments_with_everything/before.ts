import { integer, table, varchar } from "graven/models";

export const account = table("account", { id: integer().primaryKey(), name: varchar(20).comment("' \\ \" \r\n\t"), age: integer().comment("goes") }, { comment: "\\" });
