/**
 * required row under a new key
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", { name: varchar(20), level: integer() });

export function upgrade(op: Operations) {
  op.updateRows(role, { key: "name", required: true }, [{ name: "visitor" }, { name: "admin" }], {
    was: [{ name: "guest" }, { name: "admn" }],
  });
  op.updateRows(role, { key: "name", required: true }, [{ name: "visitor", level: 1 }], {
    was: [{ name: "visitor", level: 0 }],
  });
}

export function downgrade(op: Operations) {
  op.updateRows(role, { key: "name", required: true }, [{ name: "visitor", level: 0 }], {
    was: [{ name: "visitor", level: 1 }],
  });
  op.updateRows(role, { key: "name", required: true }, [{ name: "guest" }, { name: "admn" }], {
    was: [{ name: "visitor" }, { name: "admin" }],
  });
}
