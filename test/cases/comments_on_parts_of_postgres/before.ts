import { check, comment, enumeration, foreignKey, integer, primaryKey, sql, table, text, unique } from "graven/models";

export const mood = enumeration("mood", ["sad", "happy"]);
export const level = enumeration("level", ["low", "high"]);
export const gone = enumeration("gone", ["a"]);
export const city = table("city", { id: integer().primaryKey(), name: text() }, { schema: "shop" });
export const job = table(
  "job",
  { id: integer(), city: integer(), name: text(), pay: integer(), mood: mood(), level: level(), gone: gone() },
  (t) => [primaryKey("job_key").on(t.id), unique("job_name").on(t.name), check("job_pay", sql`pay > 0`), check("job_mood", sql`mood <> 'sad'`), foreignKey("job_city").on(t.city).references(() => [city.id])],
);

export const onMood = comment("type mood", "How one feels");
export const onLevel = comment("type level", "How far it's come");
export const onGone = comment("type gone", "Goes");
export const onShop = comment("schema shop", "What is sold");
export const onKey = comment("constraint job.job_key", "The number");
export const onName = comment("constraint job.job_name", "One of a name");
export const onPay = comment("constraint job.job_pay", "Nobody pays");
export const onMoodCheck = comment("constraint job.job_mood", "Never sad");
export const onCity = comment("constraint job.job_city", "Where");
