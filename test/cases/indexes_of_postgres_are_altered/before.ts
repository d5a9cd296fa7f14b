import { integer, index, materializedView, sql, table, text, unique } from "graven/models";

export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), size: integer(), more: integer().notNull() }, (t) => [
  index("page_lower").on(sql`lower(title)`).facts({ statistics: { 1: 100 } }),
  index("page_two").on(sql`lower(title)`, sql`upper(title)`).facts({ statistics: { 1: 50 } }),
  index("page_filled").on(t.size).facts({ options: { fillfactor: "50" } }),
  index("page_more").on(t.size, t.title).unique().facts({ options: { fillfactor: "50", deduplicate_items: "off" }, comment: "Twice" }),
  index("page_noted").on(t.title, t.size).facts({ comment: "First" }),
  index("page_named").on(t.size, t.id).facts({ comment: "Of old" }),
  index("page_again").on(t.more),
  unique("page_title").on(t.title),
], { facts: { clusteredOn: "page_again", replicaIdentity: { index: "page_title" } } });
export const tree = table("tree", { id: integer(), n: integer() }, (t) => [index("tree_n").on(t.n).facts({ options: { fillfactor: "50" }, comment: "All" })], { facts: { partitionBy: { strategy: "range", parts: [{ column: "id" }] } } });
export const leaf = table("leaf", {}, { facts: { partitionOf: { table: "tree", bound: "FOR VALUES FROM (0) TO (10)" } } });
export const total = materializedView("total", sql`SELECT id, title FROM page`, { indexes: [index("total_title").on("title").facts({ comment: "One" }), index("total_id").on("id")] });
