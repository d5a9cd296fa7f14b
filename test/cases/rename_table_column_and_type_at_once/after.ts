import { bigint, check, index, integer, sql, table, varchar } from "graven/models";

export const account = table("account", { id: integer().primaryKey().autoIncrement(), title: varchar(80).notNull().default("?").renamedFrom("name"), years: bigint().renamedFrom("age") }, (t) => [index("ix_account_title").on(t.title).renamedFrom("ix_user_name"), check("user_age", sql`years >= 0`)], { renamedFrom: "user" });

export const post = table("post", { id: integer().primaryKey(), accountId: integer("account_id").notNull().references(() => account.id).renamedFrom("user_id") });
