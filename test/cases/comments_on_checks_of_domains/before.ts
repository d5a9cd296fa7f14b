import { check, domain, integer, sql, sqlType, table, text } from "graven/models";

export const email = domain("email", text(), {
  checks: [check("email_at", sql`VALUE LIKE '%@%'`), check("email_long", sql`length(VALUE) > 3`), check("email_low", sql`VALUE = lower(VALUE)`), check("email_short", sql`length(VALUE) < 100`)],
  checkComments: { email_at: "What all have", email_long: "Not too short", email_low: "It's lower", email_short: "Not too long" },
});
export const score = domain("score", integer(), { checks: [check("score_positive", sql`VALUE > 0`)], checkComments: { score_positive: "Nobody is below" } });
export const person = table("person", { id: integer().primaryKey(), email: sqlType("email"), score: sqlType("score") });
