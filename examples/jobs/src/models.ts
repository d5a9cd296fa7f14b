import { index, integer, table, timestamp, varchar } from "graven/models";

export const listType = table("list_type", {
  id: integer().primaryKey().autoIncrement(),
  name: varchar(80).notNull().unique(),
});

export const job = table(
  "job",
  {
    id: integer().primaryKey().autoIncrement(),
    listTypeId: integer("list_type_id")
      .notNull()
      .references(() => listType.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at").notNull().defaultNow(),
  },
  (t) => [index("ix_job_created_at").on(t.createdAt)],
);
