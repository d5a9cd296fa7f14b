/**
 * enum comes on a standing table
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { enumeration, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = enumeration("role", ["admin", "it's"]);

export function upgrade(op: Operations) {
  op.createEnum(role);
  op.addColumn("account", "role", role().notNull().default("it's"));
}

export function downgrade(op: Operations) {
  op.dropColumn("account", "role");
  op.dropEnum("role");
}
