import { integer, primaryKey, table } from "graven/models";

export const membership = table("membership", {
  id: integer().notNull(),
  userId: integer("user_id").notNull(),
  groupId: integer("group_id").notNull(),
}, (t) => [primaryKey("membership_key").on(t.userId, t.groupId)]);
