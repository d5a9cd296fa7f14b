/**
 * writing one's own, and all
 *
 * Revision  e58a07d1f3c2
 * Revises   d4916e3c80b5
 * Created   2026-11-25T10:43:24Z
 */
import { integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "e58a07d1f3c2";
export const downRevision = "d4916e3c80b5";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const permission = table("permission", { code: varchar(40), id: integer() });
const rolePermission = table("role_permission", { role_id: integer(), permission_id: integer() });
const role = table("role", { id: integer(), name: varchar(40) });

export function upgrade(op: Operations) {
  op.renameColumn("role", "description", "purpose");

  // required seed
  op.bulkInsert(permission, [{ code: "write_all" }, { code: "write_own" }], {
    key: "code",
    required: true,
  });
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write_all" }, "id"),
      },
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write_own" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write_own" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
  op.deleteRows(
    rolePermission,
    { key: ["role_id", "permission_id"], required: true },
    [
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
    ],
    {
      was: [
        {
          role_id: ref(role, { name: "admin" }, "id"),
          permission_id: ref(permission, { code: "write" }, "id"),
        },
        {
          role_id: ref(role, { name: "editor" }, "id"),
          permission_id: ref(permission, { code: "write" }, "id"),
        },
      ],
    },
  );

  // Warning: Rows of "role_permission" that point at the rows deleted from "permission" are deleted with them.
  op.deleteRows(permission, { key: "code", required: true }, [{ code: "write" }], {
    was: [{ code: "write" }],
  });
}

export function downgrade(op: Operations) {
  // required seed
  op.bulkInsert(permission, [{ code: "write" }], { key: "code", required: true });
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
  op.deleteRows(
    rolePermission,
    { key: ["role_id", "permission_id"], required: true },
    [
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write_all" }, "id"),
      },
      {
        role_id: ref(role, { name: "admin" }, "id"),
        permission_id: ref(permission, { code: "write_own" }, "id"),
      },
      {
        role_id: ref(role, { name: "editor" }, "id"),
        permission_id: ref(permission, { code: "write_own" }, "id"),
      },
    ],
    {
      was: [
        {
          role_id: ref(role, { name: "admin" }, "id"),
          permission_id: ref(permission, { code: "write_all" }, "id"),
        },
        {
          role_id: ref(role, { name: "admin" }, "id"),
          permission_id: ref(permission, { code: "write_own" }, "id"),
        },
        {
          role_id: ref(role, { name: "editor" }, "id"),
          permission_id: ref(permission, { code: "write_own" }, "id"),
        },
      ],
    },
  );
  op.deleteRows(
    permission,
    { key: "code", required: true },
    [{ code: "write_all" }, { code: "write_own" }],
    { was: [{ code: "write_all" }, { code: "write_own" }] },
  );
  op.renameColumn("role", "purpose", "description");
}
