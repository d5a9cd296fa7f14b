import { enumeration, index, integer, policy, sql, table, view, materializedView } from "graven/models";

export const mood = enumeration("mood", ["sad", "ok", "happy"]);
export const person = table("person", { id: integer().primaryKey(), mood: mood().notNull().default("ok"), moods: mood().array() }, (t) => [index("person_mood").on(t.mood), index("person_sad").on(t.id).where(sql`mood = 'sad'`)], { facts: { rowSecurity: "enabled" } });
export const moody = view("moody", sql`SELECT id, mood FROM person WHERE mood <> 'happy'`);
export const counted = materializedView("counted", sql`SELECT mood, count(*) AS n FROM moody GROUP BY mood`);
export const sad = policy("sad", { table: person, using: sql`mood <> 'sad'` });
