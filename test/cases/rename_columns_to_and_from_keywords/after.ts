import { check, index, integer, sql, table, varchar } from "graven/models";

export const span = table("span", {
  id: integer().primaryKey().autoIncrement(),
  until: integer("until").notNull().renamedFrom("end"),
  from: integer("from").notNull().renamedFrom("start"),
  order: varchar("order", 20).notNull().renamedFrom("kind"),
}, (t) => [
  check("span_forward", sql`CASE WHEN "from" > 0 THEN until > "from" ELSE until IS NOT NULL END`),
  check("span_kind", sql`"order" <> 'end' AND span."order" <> 'kind'`),
  index("ix_span_end").on(t.until, t.order),
]);
