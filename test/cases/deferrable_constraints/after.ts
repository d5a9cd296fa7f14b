import { integer, table } from "graven/models";

export const team = table("team", { id: integer().primaryKey() });
export const player = table("player", {
  id: integer().primaryKey(),
  teamId: integer("team_id").references(() => team.id, { deferrable: "initially deferred", onUpdate: "cascade" }),
});
