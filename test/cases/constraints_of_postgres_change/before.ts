import { check, foreignKey, integer, jsonb, sql, table, text, unique } from "graven/models";

export const room = table("room", { id: integer().primaryKey(), name: text() });
export const booking = table("booking", { id: integer().primaryKey(), room: integer(), other: integer(), level: integer(), tags: jsonb() }, (t) => [
  foreignKey("booking_room").on(t.room).references("room", ["id"], { notValid: true }),
  foreignKey("booking_other").on(t.other).references("room", ["id"], { notValid: true }),
  check("booking_level", sql`level > 0`, { notValid: true }),
  check("booking_high", sql`level < 100`, { notValid: true }),
  unique("booking_once").on(t.room).nullsNotDistinct(),
]);
