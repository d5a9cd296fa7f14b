/**
 * roles and permissions
 *
 * Revision  a10c5e9d7b31
 * Revises   (base)
 * Created   2026-11-25T10:43:02Z
 */
import { integer, primaryKey, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "a10c5e9d7b31";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const permission = table("permission", {
  id: integer().primaryKey().autoIncrement(),
  code: varchar(40).notNull().unique(),
});
const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(40).notNull().unique(),
});
const rolePermission = table(
  "role_permission",
  {
    role_id: integer().notNull().references("role.id", { onDelete: "cascade" }),
    permission_id: integer().notNull().references("permission.id", { onDelete: "cascade" }),
  },
  (t) => [primaryKey().on(t.role_id, t.permission_id)],
);

export function upgrade(op: Operations) {
  op.createTable(permission);
  op.createTable(role);
  op.createTable(rolePermission);

  // required seed
  op.bulkInsert(permission, [{ code: "admn" }, { code: "read" }, { code: "write" }], {
    key: "code",
    required: true,
  });
  op.bulkInsert(role, [{ name: "admin" }, { name: "guest" }], { key: "name", required: true });
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "admn" }, "id"),
      },
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
      {
        role_id: ref(role, { name: "guest" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
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
