/**
 * names that need quotes
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const order = table(
  "order",
  {
    Id: integer().primaryKey().autoIncrement(),
    select: varchar(10).notNull().unique(),
    "group by": integer(),
  },
  (t) => [index("my index").on(t["group by"])],
);

export function upgrade(op: Operations) {
  op.createTable(order);
}

export function downgrade(op: Operations) {
  op.dropTable("order");
}
