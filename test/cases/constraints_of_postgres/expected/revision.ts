/**
 * constraints of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  exclusion,
  foreignKey,
  primaryKey,
  sql,
  unique,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("booking", "no_overlap");
  op.dropConstraint("booking", "booking_pkey");
  op.createPrimaryKey(
    "booking",
    primaryKey("booking_pkey").on("id").deferrable("initially deferred"),
  );
  op.createUnique("booking", unique("booking_unique").on("room", "level").include("id"));
  op.createExclusion(
    "booking",
    exclusion("no_overlap", {
      method: "gist",
      deferrable: "initially immediate",
      where: sql`level > 1`,
    }).on(["during", "&&"]),
  );
  op.createCheck(
    "booking",
    check("booking_old", sql`level < 1000`, { notValid: true, noInherit: true }),
  );
  op.validateConstraint("booking", "booking_level");
  op.createExclusion("room", exclusion("room_floor_excl").on(["floor", "="]));
  op.validateConstraint("booking", "booking_room");
}

export function downgrade(op: Operations) {
  op.dropConstraint("booking", "booking_room");
  op.createForeignKey(
    "booking",
    foreignKey("booking_room").on("room").references("room", ["id"], { notValid: true }),
  );
  op.dropConstraint("room", "room_floor_excl");
  op.dropConstraint("booking", "booking_level");
  op.createCheck("booking", check("booking_level", sql`level > 0`, { notValid: true }));
  op.dropConstraint("booking", "booking_old");
  op.dropConstraint("booking", "no_overlap");
  op.dropConstraint("booking", "booking_unique");
  op.dropConstraint("booking", "booking_pkey");
  op.createPrimaryKey("booking", primaryKey("booking_pkey").on("id").include("level"));
  op.createExclusion("booking", exclusion("no_overlap", { method: "gist" }).on(["during", "&&"]));
}
