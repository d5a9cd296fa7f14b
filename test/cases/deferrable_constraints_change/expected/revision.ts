/**
 * deferrable constraints change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.renameConstraint("player", "player_e", "player_renamed");
  op.dropConstraint("player", "player_d");
  op.createForeignKey(
    "player",
    foreignKey("player_d")
      .on("d")
      .references("team", ["id"], { onDelete: "cascade", deferrable: "initially immediate" }),
  );
  op.alterConstraint("player", "player_a", { deferrable: "initially deferred" });
  op.alterConstraint("player", "player_b", { deferrable: null });
  op.alterConstraint("player", "player_c", { deferrable: "initially deferred" });
  op.alterConstraint("player", "player_renamed", { deferrable: "initially immediate" });
}

export function downgrade(op: Operations) {
  op.alterConstraint("player", "player_renamed", { deferrable: null });
  op.alterConstraint("player", "player_c", { deferrable: "initially immediate" });
  op.alterConstraint("player", "player_b", { deferrable: "initially deferred" });
  op.alterConstraint("player", "player_a", { deferrable: null });
  op.dropConstraint("player", "player_d");
  op.createForeignKey(
    "player",
    foreignKey("player_d")
      .on("d")
      .references("team", ["id"], { deferrable: "initially immediate" }),
  );
  op.renameConstraint("player", "player_renamed", "player_e");
}
