/**
 * auditors
 *
 * Revision  f6b3290e5d14
 * Revises   e58a07d1f3c2
 * Created   2026-11-25T10:43:30Z
 */
import { integer, ref, table, unique, varchar, type Operations } from "graven/revision";

export const revision = "f6b3290e5d14";
export const downRevision = "e58a07d1f3c2";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", {
  name: varchar(40),
  purpose: varchar(200),
  parent_id: integer(),
  sort_order: integer(),
  id: integer(),
});
const rolePermission = table("role_permission", { role_id: integer(), permission_id: integer() });
const permission = table("permission", { id: integer(), code: varchar(40) });

export function upgrade(op: Operations) {
  op.alterColumn("role", "sort_order", { default: null });

  // required seed
  op.bulkInsert(
    role,
    [
      {
        name: "auditor",
        purpose: "Reads what others wrote",
        parent_id: ref(role, { name: "admin" }, "id"),
        sort_order: 3,
      },
    ],
    { key: "name", required: true, ignore: ["purpose"] },
  );
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "auditor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
  op.updateRows(
    role,
    { key: "name", required: true, ignore: ["purpose"] },
    [
      { name: "admin", sort_order: 1 },
      { name: "editor", sort_order: 2 },
    ],
    {
      was: [
        { name: "admin", sort_order: 10 },
        { name: "editor", sort_order: 20 },
      ],
    },
  );
  op.deleteRows(
    rolePermission,
    { key: ["role_id", "permission_id"], required: true },
    [
      {
        role_id: ref(role, { name: "visitor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
    ],
    {
      was: [
        {
          role_id: ref(role, { name: "visitor" }, "id"),
          permission_id: ref(permission, { code: "read" }, "id"),
        },
      ],
    },
  );

  // Warning: Rows of "role_permission" that point at the rows deleted from "role" are deleted with them.
  // Warning: The rows of "role" cannot be deleted while rows of "role" point at them.
  op.deleteRows(role, { key: "name", required: true, ignore: ["purpose"] }, [{ name: "visitor" }], {
    was: [{ name: "visitor", parent_id: ref(role, { name: "editor" }, "id"), sort_order: 30 }],
  });
  op.createUnique("role", unique("role_sort_order_key").on("sort_order"));
}

export function downgrade(op: Operations) {
  op.dropConstraint("role", "role_sort_order_key");

  // required seed
  op.bulkInsert(
    role,
    [{ name: "visitor", parent_id: ref(role, { name: "editor" }, "id"), sort_order: 30 }],
    { key: "name", required: true, ignore: ["purpose"] },
  );
  op.bulkInsert(
    rolePermission,
    [
      {
        role_id: ref(role, { name: "visitor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
    ],
    { key: ["role_id", "permission_id"], required: true },
  );
  op.updateRows(
    role,
    { key: "name", required: true, ignore: ["purpose"] },
    [
      { name: "admin", sort_order: 10 },
      { name: "editor", sort_order: 20 },
    ],
    {
      was: [
        { name: "admin", sort_order: 1 },
        { name: "editor", sort_order: 2 },
      ],
    },
  );
  op.deleteRows(
    rolePermission,
    { key: ["role_id", "permission_id"], required: true },
    [
      {
        role_id: ref(role, { name: "auditor" }, "id"),
        permission_id: ref(permission, { code: "read" }, "id"),
      },
    ],
    {
      was: [
        {
          role_id: ref(role, { name: "auditor" }, "id"),
          permission_id: ref(permission, { code: "read" }, "id"),
        },
      ],
    },
  );
  op.deleteRows(role, { key: "name", required: true, ignore: ["purpose"] }, [{ name: "auditor" }], {
    was: [
      {
        name: "auditor",
        purpose: "Reads what others wrote",
        parent_id: ref(role, { name: "admin" }, "id"),
        sort_order: 3,
      },
    ],
  });
  op.alterColumn("role", "sort_order", { default: 0 });
}
