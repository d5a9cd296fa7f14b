import { integer, sql, table, text, trigger, view } from "graven/models";

export const item = table("item", { id: integer().primaryKey(), name: text() });
export const shown = view("visible", sql`SELECT id, name FROM item`, { renamedFrom: "shown" });
export const over = view("over_shown", sql`SELECT s.id FROM visible s`);
export const noted = trigger("item_noted", { table: item, timing: "after", events: ["insert"], body: sql`UPDATE item SET name = 'x' WHERE id = NEW.id;`, renamedFrom: "noted" });
