/**
 * comments on checks of domains
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, check, domain, integer, sql, text, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.replaceObject(
    domain("email", text(), {
      checks: [
        check("email_at", sql`VALUE LIKE '%_@_%'`),
        check("email_long", sql`length(VALUE) > 3`),
        check("email_low", sql`VALUE = lower(VALUE)`),
        check("email_plain", sql`VALUE NOT LIKE '% %'`),
      ],
      checkComments: {
        email_at: "What all have",
        email_long: "Some letters",
        email_plain: "No spaces",
      },
    }),
  );
  op.replaceObject(
    domain("score", bigint(), {
      checks: [check("score_positive", sql`VALUE > 0`)],
      checkComments: { score_positive: "Nobody is below" },
    }),
  );
}

export function downgrade(op: Operations) {
  op.replaceObject(
    domain("score", integer(), {
      checks: [check("score_positive", sql`VALUE > 0`)],
      checkComments: { score_positive: "Nobody is below" },
    }),
  );
  op.replaceObject(
    domain("email", text(), {
      checks: [
        check("email_at", sql`VALUE LIKE '%@%'`),
        check("email_long", sql`length(VALUE) > 3`),
        check("email_low", sql`VALUE = lower(VALUE)`),
        check("email_short", sql`length(VALUE) < 100`),
      ],
      checkComments: {
        email_at: "What all have",
        email_long: "Not too short",
        email_low: "It's lower",
        email_short: "Not too long",
      },
    }),
  );
}
