/**
 * create tables with foreign keys
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { index, integer, table, timestamp, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});
const job = table(
  "job",
  {
    id: integer().primaryKey().autoIncrement(),
    list_type_id: integer().notNull().references("list_type.id", { onDelete: "cascade" }),
    created_at: timestamp().notNull().defaultNow(),
  },
  (t) => [index("ix_job_created_at").on(t.created_at)],
);

export function upgrade(op: Operations) {
  op.createTable(listType);
  op.createTable(job);
}

export function downgrade(op: Operations) {
  op.dropTable("job");
  op.dropTable("list_type");
}
