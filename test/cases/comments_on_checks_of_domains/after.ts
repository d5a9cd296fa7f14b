import { bigint, check, domain, integer, sql, sqlType, table, text } from "graven/models";

export const email = domain("email", text(), {
  checks: [check("email_at", sql`VALUE LIKE '%_@_%'`), check("email_long", sql`length(VALUE) > 3`), check("email_low", sql`VALUE = lower(VALUE)`), check("email_plain", sql`VALUE NOT LIKE '% %'`)],
  checkComments: { email_at: "What all have", email_long: "Some letters", email_plain: "No spaces" },
});
export const score = domain("score", bigint(), { checks: [check("score_positive", sql`VALUE > 0`)], checkComments: { score_positive: "Nobody is below" } });
export const person = table("person", { id: integer().primaryKey(), email: sqlType("email"), score: sqlType("score") });
