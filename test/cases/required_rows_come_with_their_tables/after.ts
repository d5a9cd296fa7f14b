import { integer, primaryKey, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", { id: integer().primaryKey().autoIncrement(), name: varchar(40).notNull().unique(), parentId: integer("parent_id") });
export const permission = table("permission", { id: integer().primaryKey(), path: varchar(80).notNull().unique() });
export const rolePermission = table(
  "role_permission",
  { roleId: integer("role_id").notNull().references(() => role.id), permissionId: integer("permission_id").notNull().references(() => permission.id) },
  (t) => [primaryKey().on(t.roleId, t.permissionId)],
);

requiredRows(role, { key: "name" }, [{ name: "root" }, { name: "admin", parentId: ref(role, { name: "root" }, "id") }, { name: "it's \\ a guest", parentId: ref(role, { name: "admin" }, "id") }]);
requiredRows(permission, { key: "path" }, [{ id: 1, path: "/" }, { id: 2, path: "/admin" }]);
requiredRows(rolePermission, { key: ["roleId", "permissionId"] }, [
  { roleId: ref(role, { name: "admin" }), permissionId: ref(permission, { path: "/" }) },
  { roleId: ref(role, { name: "admin" }), permissionId: 2 },
]);
