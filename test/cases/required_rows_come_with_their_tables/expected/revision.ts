/**
 * required rows come with their tables
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { integer, primaryKey, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const permission = table("permission", {
  id: integer().primaryKey(),
  path: varchar(80).notNull().unique(),
});
const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(40).notNull().unique(),
  parent_id: integer(),
});
const rolePermission = table(
  "role_permission",
  {
    role_id: integer().notNull().references("role.id"),
    permission_id: integer().notNull().references("permission.id"),
  },
  (t) => [primaryKey().on(t.role_id, t.permission_id)],
);

export function upgrade(op: Operations) {
  op.createTable(permission);
  op.createTable(role);
  op.createTable(rolePermission);
  op.bulkInsert(
    permission,
    [
      { id: 1, path: "/" },
      { id: 2, path: "/admin" },
    ],
    { key: "path", required: true },
  );
  op.bulkInsert(
    role,
    [
      { name: "root" },
      { name: "admin", parent_id: ref(role, { name: "root" }, "id") },
      { name: "it's \\ a guest", parent_id: ref(role, { name: "admin" }, "id") },
    ],
    { key: "name", required: true },
  );
  op.bulkInsert(
    rolePermission,
    [
      { role_id: ref(role, { name: "admin" }, "id"), permission_id: 2 },
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { path: "/" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
}

export function downgrade(op: Operations) {
  op.dropTable("role_permission");
  op.dropTable("role");
  op.dropTable("permission");
}
