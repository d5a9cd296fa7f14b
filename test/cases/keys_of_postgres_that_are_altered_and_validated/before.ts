import { comment, foreignKey, integer, table, unique } from "graven/models";

export const team = table("team", { id: integer().primaryKey(), n: integer() }, (t) => [unique("team_n").on(t.n)]);
export const player = table("player", { id: integer().primaryKey(), a: integer(), b: integer() }, (t) => [
  foreignKey("player_a").on(t.a).references("team", ["id"], { notValid: true }),
  foreignKey("player_b").on(t.b).references("team", ["n"], { notValid: true }),
]);
export const noted = comment("constraint player.player_a", "Stays");
export const tree = table("tree", { id: integer(), a: integer() }, (t) => [foreignKey("tree_a").on(t.a).references("team", ["id"])], { facts: { partitionBy: { strategy: "range", parts: [{ column: "id" }] } } });
export const leaf = table("leaf", {}, { facts: { partitionOf: { table: "tree", bound: "FOR VALUES FROM (0) TO (10)" } } });
