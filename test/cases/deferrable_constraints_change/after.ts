import { foreignKey, integer, table } from "graven/models";

export const team = table("team", { id: integer().primaryKey() });
export const player = table("player", { id: integer().primaryKey(), a: integer(), b: integer(), c: integer(), d: integer(), e: integer() }, (t) => [
  foreignKey("player_a").on(t.a).references("team", ["id"], { deferrable: "initially deferred" }),
  foreignKey("player_b").on(t.b).references("team", ["id"]),
  foreignKey("player_c").on(t.c).references("team", ["id"], { deferrable: "initially deferred", onDelete: "cascade" }),
  foreignKey("player_d").on(t.d).references("team", ["id"], { deferrable: "initially immediate", onDelete: "cascade" }),
  foreignKey("player_renamed").on(t.e).references("team", ["id"], { deferrable: "initially immediate" }),
]);
