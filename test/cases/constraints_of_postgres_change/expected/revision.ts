/**
 * constraints of postgres change
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, foreignKey, sql, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("booking", "booking_other");
  op.dropConstraint("booking", "booking_high");
  op.dropConstraint("booking", "booking_once");
  op.createUnique("booking", unique("booking_once").on("room", "level").nullsNotDistinct());
  op.createCheck("booking", check("booking_high", sql`level < 1000`, { notValid: true }));
  op.validateConstraint("booking", "booking_level");
  op.createForeignKey(
    "booking",
    foreignKey("booking_other")
      .on("other")
      .references("room", ["id"], { onDelete: "cascade", notValid: true }),
  );
  op.validateConstraint("booking", "booking_room");
}

export function downgrade(op: Operations) {
  op.dropConstraint("booking", "booking_room");
  op.createForeignKey(
    "booking",
    foreignKey("booking_room").on("room").references("room", ["id"], { notValid: true }),
  );
  op.dropConstraint("booking", "booking_other");
  op.dropConstraint("booking", "booking_level");
  op.createCheck("booking", check("booking_level", sql`level > 0`, { notValid: true }));
  op.dropConstraint("booking", "booking_high");
  op.dropConstraint("booking", "booking_once");
  op.createUnique("booking", unique("booking_once").on("room").nullsNotDistinct());
  op.createCheck("booking", check("booking_high", sql`level < 100`, { notValid: true }));
  op.createForeignKey(
    "booking",
    foreignKey("booking_other").on("other").references("room", ["id"], { notValid: true }),
  );
}
