import { defineRule, pg, postgres } from "../rule.ts";

export const domainConstraint = defineRule({
  code: "domain-constraint",
  severity: "warn",
  dialects: postgres,
  title: "A domain gets a constraint",
  why: "Every column of the domain, in every table, is read under a lock. Add it NOT VALID and validate it afterwards, or keep the check on the table.",
  manual: { postgres: pg("sql-alterdomain.html") },
  bad: ['op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE \'%@%\')");', 'op.execute("CREATE DOMAIN email AS text CHECK (VALUE LIKE \'%@%\')");'],
  good: ['op.execute("ALTER DOMAIN email ADD CONSTRAINT has_at CHECK (VALUE LIKE \'%@%\') NOT VALID");', 'op.execute("CREATE DOMAIN email AS text");'],
  statement: {
    alterDomain: ({ name, addsConstraint, notValid }) => (addsConstraint && !notValid ? { message: `Every column of domain "${name}" is read again.` } : undefined),
    createDomain: ({ name, hasConstraint }) => (hasConstraint ? { message: `Domain "${name}" has a constraint, which cannot change later without reading every column of it.` } : undefined),
  },
});
