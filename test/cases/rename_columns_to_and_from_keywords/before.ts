import { check, index, integer, sql, table, varchar } from "graven/models";

export const span = table("span", {
  id: integer().primaryKey().autoIncrement(),
  end: integer("end").notNull(),
  start: integer("start").notNull(),
  kind: varchar(20).notNull(),
}, (t) => [
  check("span_forward", sql`CASE WHEN start > 0 THEN "end" > start ELSE "end" IS NOT NULL END`),
  check("span_kind", sql`kind <> 'end' AND span.kind <> 'kind'`),
  index("ix_span_end").on(t.end, t.kind),
]);
