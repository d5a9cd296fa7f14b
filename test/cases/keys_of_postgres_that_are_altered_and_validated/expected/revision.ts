/**
 * keys of postgres that are altered and validated
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { comment, foreignKey, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("player", "player_b");
  op.dropConstraint("team", "team_n");
  op.createUnique("team", unique("team_n").on("n").nullsNotDistinct());
  op.alterConstraint("player", "player_a", { deferrable: "initially deferred" });
  op.validateConstraint("player", "player_a");
  op.alterConstraint("tree", "tree_a", { deferrable: "initially deferred" });
  op.createForeignKey(
    "player",
    foreignKey("player_b").on("b").references("team", ["n"], { deferrable: "initially deferred" }),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("player", "player_b");
  op.alterConstraint("tree", "tree_a", { deferrable: null });
  op.dropConstraint("player", "player_a");
  op.createForeignKey(
    "player",
    foreignKey("player_a")
      .on("a")
      .references("team", ["id"], { notValid: true, deferrable: "initially deferred" }),
  );
  op.createObject(comment("constraint player.player_a", "Stays"));
  op.alterConstraint("player", "player_a", { deferrable: null });
  op.dropConstraint("team", "team_n");
  op.createUnique("team", unique("team_n").on("n"));
  op.createForeignKey(
    "player",
    foreignKey("player_b").on("b").references("team", ["n"], { notValid: true }),
  );
}
