import { integer, index, materializedView, sql, table, text, unique } from "graven/models";

export const page = table("page", { id: integer().primaryKey(), title: text().notNull(), size: integer(), more: integer().notNull() }, (t) => [
  index("page_lower").on(sql`lower(title)`).facts({ comment: "For searches" }),
  index("page_two").on(sql`lower(title)`, sql`upper(title)`).facts({ statistics: { 1: 200, 2: 300 } }),
  index("page_filled").on(t.size),
  index("page_more").on(t.size, t.title).unique().facts({ options: { fillfactor: "60" } }),
  index("page_noted").on(t.title, t.size).facts({ comment: "Second" }),
  index("page_renamed").on(t.size, t.id).facts({ comment: "Of late", options: { fillfactor: "80" } }),
  index("page_again").on(t.more, t.size),
  unique("page_title_once").on(t.title),
], { facts: { clusteredOn: "page_again", replicaIdentity: { index: "page_title_once" } } });
export const tree = table("tree", { id: integer(), n: integer() }, (t) => [index("tree_n").on(t.n).facts({ options: { fillfactor: "60" }, comment: "All of them" })], { facts: { partitionBy: { strategy: "range", parts: [{ column: "id" }] } } });
export const leaf = table("leaf", {}, { facts: { partitionOf: { table: "tree", bound: "FOR VALUES FROM (0) TO (10)" } } });
export const total = materializedView("total", sql`SELECT id, title FROM page`, { indexes: [index("total_title").on("title").facts({ options: { fillfactor: "70" } }), index("total_id").on("id").facts({ comment: "By number" })] });
