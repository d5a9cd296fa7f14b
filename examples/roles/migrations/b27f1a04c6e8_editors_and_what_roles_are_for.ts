/**
 * editors, and what roles are for
 *
 * Revision  b27f1a04c6e8
 * Revises   a10c5e9d7b31
 * Created   2026-11-25T10:43:07Z
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "b27f1a04c6e8";
export const downRevision = "a10c5e9d7b31";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", { name: varchar(40), description: varchar(200), id: integer() });
const rolePermission = table("role_permission", { role_id: integer(), permission_id: integer() });
const permission = table("permission", { id: integer(), code: varchar(40) });

export function upgrade(op: Operations) {
  op.addColumn("role", "description", varchar(200));

  // required seed
  op.bulkInsert(role, [{ name: "editor", description: "Writes, and asks nobody" }], {
    key: "name",
    required: true,
  });
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
  op.updateRows(
    role,
    { key: "name", required: true },
    [{ name: "admin", description: "May do everything" }],
    { was: [{ name: "admin" }] },
  );
}

export function downgrade(op: Operations) {
  // required seed
  op.updateRows(role, { key: "name", required: true }, [{ name: "admin" }], {
    was: [{ name: "admin", description: "May do everything" }],
  });
  op.deleteRows(
    rolePermission,
    { key: ["role_id", "permission_id"], required: true },
    [
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
    ],
    {
      was: [
        {
          role_id: ref(role, { name: "editor" }, "id"),
          permission_id: ref(permission, { code: "read" }, "id"),
        },
        {
          role_id: ref(role, { name: "editor" }, "id"),
          permission_id: ref(permission, { code: "write" }, "id"),
        },
      ],
    },
  );
  op.deleteRows(role, { key: "name", required: true }, [{ name: "editor" }], {
    was: [{ name: "editor", description: "Writes, and asks nobody" }],
  });
  op.dropColumn("role", "description");
}
