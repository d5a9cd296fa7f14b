/**
 * domains and types of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  check,
  compositeType,
  domain,
  integer,
  rangeType,
  sql,
  sqlType,
  text,
  varchar,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropObject("rangeType hours");
  op.replaceObject(
    domain("email", text().notNull().default("a@b"), {
      checks: [
        check("email_at", sql`VALUE LIKE '%@%.%' OR VALUE = 'a@b'`),
        check("email_short", sql`length(VALUE) < 80`),
      ],
      comment: "A mailbox",
    }),
  );
  op.replaceObject(
    compositeType("address", { street: varchar(80), zip: varchar(5), country: text() }),
  );
  op.createObject(domain("age", integer(), { checks: [check(sql`VALUE BETWEEN 0 AND 150`)] }));
  op.addColumn("person", "age", sqlType("age"));
  op.createObject(rangeType("span", { subtype: "age" }));
}

export function downgrade(op: Operations) {
  op.dropObject("rangeType span");
  op.dropColumn("person", "age");
  op.dropObject("domain age");
  op.replaceObject(compositeType("address", { street: text(), zip: varchar(5), gone: integer() }));
  op.replaceObject(
    domain("email", text(), {
      checks: [
        check("email_at", sql`VALUE LIKE '%@%'`),
        check("email_short", sql`length(VALUE) < 80`),
      ],
    }),
  );
  op.createObject(rangeType("hours", { subtype: "time" }));
}
