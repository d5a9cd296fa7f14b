import { bigint, index, integer, materializedView, sql, table, text, uniqueIndex, view } from "graven/models";

export const sale = table("sale", { id: integer().primaryKey(), shop: text().notNull(), pay: bigint().notNull() });
export const total = materializedView("total", sql`SELECT shop, sum(pay) AS pay FROM sale GROUP BY shop`, { indexes: [uniqueIndex("total_shop").on("shop"), index("total_pay").on("pay")], comment: "By shop" });
export const best = view("best", sql`SELECT shop FROM total ORDER BY pay DESC LIMIT 1`);
export const kept = materializedView("kept", sql`SELECT id FROM sale`, { indexes: [uniqueIndex("kept_id").on("id")], options: { fillfactor: "80" } });
