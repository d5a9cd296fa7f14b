/**
 * create jobs
 *
 * Revision  384cfaaaa0be
 * Revises   (base)
 * Created   2026-11-20T23:14:43Z
 */
import { index, integer, table, timestamp, varchar, type Operations } from "graven/revision";

export const revision = "384cfaaaa0be";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stub: the table as it stands here. It never changes with your models.
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
  const listType = op.createTable("list_type", {
    id: integer().primaryKey().autoIncrement(),
    name: varchar(80).notNull().unique(),
  });
  op.createTable(job);

  // required seed
  op.bulkInsert(listType, [{ name: "best list" }, { name: "bester list" }]);
}

export function downgrade(op: Operations) {
  op.dropTable("job");
  op.dropTable("list_type");
}
