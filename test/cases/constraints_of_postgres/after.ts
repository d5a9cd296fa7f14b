import { check, exclusion, foreignKey, integer, primaryKey, sql, sqlType, table, unique } from "graven/models";

export const room = table("room", { id: integer().primaryKey(), floor: integer() }, (t) => [exclusion().on([t.floor, "="])]);
export const booking = table("booking", { id: integer(), room: integer(), during: sqlType("int4range"), level: integer() }, (t) => [
  primaryKey().on(t.id).deferrable("initially deferred"),
  unique("booking_unique").on(t.room, t.level).include("id"),
  exclusion("no_overlap", { method: "gist", where: sql`level > 1`, deferrable: "initially immediate" }).on([t.during, "&&"]),
  foreignKey("booking_room").on(t.room).references("room", ["id"]),
  check("booking_level", sql`level > 0`),
  check("booking_old", sql`level < 1000`, { notValid: true, noInherit: true }),
]);
