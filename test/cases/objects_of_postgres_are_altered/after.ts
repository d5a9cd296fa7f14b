import { check, domain, index, integer, materializedView, operator, policy, sql, sqlType, table, text, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: text(), size: integer() });
export const guarded = view("guarded", sql`SELECT id FROM item`, { options: { security_barrier: "true" }, comment: "Guarded" });
export const checked = view("checked", sql`SELECT id, size FROM item WHERE size > 0`, { checkOption: "cascaded" });
export const counted = view("counted", sql`SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 3`, { columns: ["n"], recursive: true, options: { security_barrier: "true" } });
export const named = view("named", sql`SELECT id AS "the number", name FROM item`, { columnComments: { "the number": "Its number" } });
export const listed = view("listed", sql`SELECT id, name FROM item`, { columns: ["a", "c"] });
export const changed = view("changed", sql`SELECT id AS n, name, size FROM item WHERE size > 1`);
export const used = view("used", sql`SELECT id AS n FROM item`);
export const user = view("user_of_used", sql`SELECT * FROM used`);
export const total = materializedView("total", sql`SELECT id AS n, name FROM item`, { indexes: [index("total_n").on("n"), index("total_name").on("name").facts({ comment: "By name" })], columnComments: { n: "The number" } });
export const level = domain("level", integer().default(1), { checks: [check("level_least", sql`((VALUE) > 0)`), check("level_high", sql`VALUE < 10`), check("level_odd", sql`VALUE <> 7`)], checkComments: { level_least: "From one", level_odd: "Odd" } });
export const holder = table("holder", { id: integer().primaryKey(), level: sqlType("level") });
export const own = policy("own", { table: "item", using: sql`(size) > 1`, check: sql`size < 100` });
export const same = operator("===", { left: "text", right: "text", function: "texteq", options: { restrict: "eqsel", join: "eqjoinsel" } });
