import { integer, primaryKey, ref, requiredRows, table, varchar } from "graven/models";

export const role = table("role", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(40).notNull().unique(),
  purpose: varchar(200),
  parentId: integer("parent_id").references("role.id"),
  sortOrder: integer("sort_order").notNull().unique(),
});

export const permission = table("permission", {
  id: integer().primaryKey().autoIncrement(),
  code: varchar(40).notNull().unique(),
});

export const rolePermission = table(
  "role_permission",
  {
    roleId: integer("role_id").notNull().references(() => role.id, { onDelete: "cascade" }),
    permissionId: integer("permission_id").notNull().references(() => permission.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey().on(t.roleId, t.permissionId)],
);

// "purpose" is inserted once: the people who run the application may change it.
requiredRows(role, { key: "name", ignore: ["purpose"] }, [
  { name: "admin", purpose: "May do everything", sortOrder: 1 },
  { name: "editor", purpose: "Writes", parentId: ref(role, { name: "admin" }), sortOrder: 2 },
  { name: "auditor", purpose: "Reads what others wrote", parentId: ref(role, { name: "admin" }), sortOrder: 3 },
]);
requiredRows(permission, { key: "code" }, [{ code: "read" }, { code: "write_own" }, { code: "write_all" }, { code: "administer" }]);

const grants: Readonly<Record<string, readonly string[]>> = {
  admin: ["read", "write_own", "write_all", "administer"],
  editor: ["read", "write_own"],
  auditor: ["read"],
};
requiredRows(
  rolePermission,
  { key: ["roleId", "permissionId"] },
  Object.entries(grants).flatMap(([name, codes]) => codes.map((code) => ({ roleId: ref(role, { name }), permissionId: ref(permission, { code }) }))),
);
