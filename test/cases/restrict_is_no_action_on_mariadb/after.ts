import { foreignKey, integer, table } from "graven/models";

export const team = table("team", { id: integer().primaryKey() });
export const player = table("player", { id: integer().primaryKey(), team: integer() }, (t) => [foreignKey("player_team").on(t.team).references("team", ["id"], { onDelete: "cascade" })]);
