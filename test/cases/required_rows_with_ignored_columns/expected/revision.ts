/**
 * required rows with ignored columns
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", { name: varchar(40), parent_id: integer(), id: integer() });
const plan = table("plan", { code: varchar(10), name: varchar(40) });

export function upgrade(op: Operations) {
  op.updateRows(role, { key: "name", required: true }, [{ name: "visitor" }], {
    was: [{ name: "guest" }],
  });
  op.upsertRows(
    plan,
    { key: "code", required: true, drift: "overwrite" },
    [{ code: "pro", name: "Pro" }],
    { was: [] },
  );
  op.updateRows(
    plan,
    { key: "code", required: true, drift: "overwrite" },
    [{ code: "free", name: "No charge" }],
    { was: [{ code: "free", name: "Free" }] },
  );
  op.updateRows(
    role,
    { key: "name", required: true },
    [{ name: "user", parent_id: ref(role, { name: "admin" }, "id") }, { name: "visitor" }],
    { was: [{ name: "user" }, { name: "visitor", parent_id: ref(role, { name: "admin" }, "id") }] },
  );
}

export function downgrade(op: Operations) {
  op.updateRows(
    role,
    { key: "name", required: true },
    [{ name: "user" }, { name: "visitor", parent_id: ref(role, { name: "admin" }, "id") }],
    { was: [{ name: "user", parent_id: ref(role, { name: "admin" }, "id") }, { name: "visitor" }] },
  );
  op.updateRows(
    plan,
    { key: "code", required: true, drift: "overwrite" },
    [{ code: "free", name: "Free" }],
    { was: [{ code: "free", name: "No charge" }] },
  );
  op.deleteRows(plan, { key: "code", required: true, drift: "overwrite" }, [{ code: "pro" }], {
    was: [{ code: "pro", name: "Pro" }],
  });
  op.updateRows(role, { key: "name", required: true }, [{ name: "guest" }], {
    was: [{ name: "visitor" }],
  });
}
