import { integer, table } from "graven/models";

export const membership = table("membership", {
  id: integer().primaryKey(),
  userId: integer("user_id").notNull(),
  groupId: integer("group_id").notNull(),
});
