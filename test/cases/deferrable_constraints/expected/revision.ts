/**
 * deferrable constraints
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const team = table("team", { id: integer().primaryKey() });
const player = table("player", {
  id: integer().primaryKey(),
  team_id: integer().references("team.id", {
    onUpdate: "cascade",
    deferrable: "initially deferred",
  }),
});

export function upgrade(op: Operations) {
  op.createTable(team);
  op.createTable(player);
}

export function downgrade(op: Operations) {
  op.dropTable("player");
  op.dropTable("team");
}
