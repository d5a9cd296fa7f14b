import { check, domain, index, integer, materializedView, operator, policy, sql, sqlType, table, text, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: text(), size: integer() });
export const guarded = view("guarded", sql`SELECT id FROM item`);
export const checked = view("checked", sql`SELECT id, size FROM item WHERE size > 0`, { options: { security_barrier: "true" }, checkOption: "local" });
export const counted = view("counted", sql`SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3`, { columns: ["n"], recursive: true });
export const named = view("named", sql`SELECT id AS number, name FROM item`, { columnComments: { number: "Its number" } });
export const listed = view("listed", sql`SELECT id, name FROM item`, { columns: ["a", "b"] });
export const changed = view("changed", sql`SELECT id AS number, name FROM item WHERE size > 0`);
export const used = view("used", sql`SELECT id AS number FROM item`);
export const user = view("user_of_used", sql`SELECT * FROM used`);
export const total = materializedView("total", sql`SELECT id AS number, name FROM item`, { indexes: [index("total_number").on("number"), index("total_name").on("name")], columnComments: { number: "Its number" } });
export const level = domain("level", integer().default(1), { checks: [check("level_low", sql`VALUE > 0`), check("level_high", sql`VALUE < 10`, { notValid: true }), check("level_odd", sql`VALUE <> 5`)], checkComments: { level_low: "From one", level_odd: "Odd" } });
export const holder = table("holder", { id: integer().primaryKey(), level: sqlType("level") });
export const own = policy("own", { table: "item", using: sql`size > 1` });
export const same = operator("===", { left: "text", right: "text", function: "texteq" });
