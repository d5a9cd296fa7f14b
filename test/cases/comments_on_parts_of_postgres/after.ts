import { check, comment, enumeration, foreignKey, integer, primaryKey, sql, table, text, unique } from "graven/models";

export const mood = enumeration("mood", ["happy", "sad"]);
export const level = enumeration("height", ["low", "high"], { renamedFrom: "level" });
export const city = table("city", { id: integer().primaryKey(), name: text() }, { schema: "shop" });
export const job = table(
  "job",
  { id: integer(), city: integer(), name: text(), pay: integer(), mood: mood(), level: level() },
  (t) => [primaryKey("job_key").on(t.id), unique("job_called").on(t.name).renamedFrom("job_name"), check("job_pay", sql`pay > 1`), check("job_mood", sql`mood <> 'sad'`), foreignKey("job_city").on(t.city).references(() => [city.id], { onDelete: "cascade" })],
);

export const onMood = comment("type mood", "How one feels");
export const onLevel = comment("type height", "How far it's come");
export const onShop = comment("schema shop", "What is bought");
export const onName = comment("constraint job.job_called", "One of a name");
export const onPay = comment("constraint job.job_pay", "Nobody pays");
export const onMoodCheck = comment("constraint job.job_mood", "Never sad");
export const onCity = comment("constraint job.job_city", "Where");
export const onCityKey = comment("constraint shop.city.city_pkey", "By number");
