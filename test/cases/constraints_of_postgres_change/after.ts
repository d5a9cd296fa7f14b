import { check, foreignKey, integer, jsonb, sql, table, text, unique } from "graven/models";

export const room = table("room", { id: integer().primaryKey(), name: text() });
export const booking = table("booking", { id: integer().primaryKey(), room: integer(), other: integer(), level: integer(), tags: jsonb() }, (t) => [
  foreignKey("booking_room").on(t.room).references("room", ["id"]),
  foreignKey("booking_other").on(t.other).references("room", ["id"], { notValid: true, onDelete: "cascade" }),
  check("booking_level", sql`level > 0`),
  check("booking_high", sql`level < 1000`, { notValid: true }),
  unique("booking_once").on(t.room, t.level).nullsNotDistinct(),
]);
