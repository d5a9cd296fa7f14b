/**
 * roles within roles
 *
 * Revision  d4916e3c80b5
 * Revises   c3d84b9f2a70
 * Created   2026-11-25T10:43:18Z
 */
import { foreignKey, integer, ref, table, varchar, type Operations } from "graven/revision";

export const revision = "d4916e3c80b5";
export const downRevision = "c3d84b9f2a70";
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", {
  name: varchar(40),
  description: varchar(200),
  parent_id: integer(),
  sort_order: integer(),
  id: integer(),
});

export function upgrade(op: Operations) {
  op.addColumn("role", "parent_id", integer());
  op.addColumn("role", "sort_order", integer().notNull().default(0));

  // required seed
  op.updateRows(
    role,
    { key: "name", required: true },
    [
      { name: "admin", sort_order: 10 },
      {
        name: "editor",
        description: "Writes",
        parent_id: ref(role, { name: "admin" }, "id"),
        sort_order: 20,
      },
      { name: "visitor", parent_id: ref(role, { name: "editor" }, "id"), sort_order: 30 },
    ],
    {
      was: [
        { name: "admin" },
        { name: "editor", description: "Writes, and asks nobody" },
        { name: "visitor" },
      ],
    },
  );
  op.createForeignKey(
    "role",
    foreignKey("role_parent_id_fkey").on("parent_id").references("role", ["id"]),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("role", "role_parent_id_fkey");

  // required seed
  op.updateRows(
    role,
    { key: "name", required: true },
    [
      { name: "admin" },
      { name: "editor", description: "Writes, and asks nobody" },
      { name: "visitor" },
    ],
    {
      was: [
        { name: "admin", sort_order: 10 },
        {
          name: "editor",
          description: "Writes",
          parent_id: ref(role, { name: "admin" }, "id"),
          sort_order: 20,
        },
        { name: "visitor", parent_id: ref(role, { name: "editor" }, "id"), sort_order: 30 },
      ],
    },
  );
  op.dropColumn("role", "sort_order");
  op.dropColumn("role", "parent_id");
}
