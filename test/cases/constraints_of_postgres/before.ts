import { check, exclusion, foreignKey, integer, primaryKey, sql, sqlType, table } from "graven/models";

export const room = table("room", { id: integer().primaryKey(), floor: integer() });
export const booking = table("booking", { id: integer(), room: integer(), during: sqlType("int4range"), level: integer() }, (t) => [
  primaryKey().on(t.id).include("level"),
  exclusion("no_overlap", { method: "gist" }).on([t.during, "&&"]),
  foreignKey("booking_room").on(t.room).references("room", ["id"], { notValid: true }),
  check("booking_level", sql`level > 0`, { notValid: true }),
]);
