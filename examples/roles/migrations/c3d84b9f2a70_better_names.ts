/**
 * better names
 *
 * Revision  c3d84b9f2a70
 * Revises   b27f1a04c6e8
 * Created   2026-11-25T10:43:14Z
 */
import { table, varchar, type Operations } from "graven/revision";

export const revision = "c3d84b9f2a70";
export const downRevision = "b27f1a04c6e8";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const permission = table("permission", { code: varchar(40) });
const role = table("role", { name: varchar(40) });

export function upgrade(op: Operations) {
  // required seed
  op.updateRows(permission, { key: "code", required: true }, [{ code: "administer" }], {
    was: [{ code: "admn" }],
  });
  op.updateRows(role, { key: "name", required: true }, [{ name: "visitor" }], {
    was: [{ name: "guest" }],
  });
}

export function downgrade(op: Operations) {
  // required seed
  op.updateRows(role, { key: "name", required: true }, [{ name: "guest" }], {
    was: [{ name: "visitor" }],
  });
  op.updateRows(permission, { key: "code", required: true }, [{ code: "admn" }], {
    was: [{ code: "administer" }],
  });
}
