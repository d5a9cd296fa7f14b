import { defineRule, pg, postgres } from "../rule.ts";

export const extensionUpgrade = defineRule({
  code: "extension-upgrade",
  severity: "warn",
  dialects: postgres,
  title: "An extension gets another version",
  why: "Its scripts change types and functions that tables use; some need their indexes rebuilt. Read its release notes.",
  manual: { postgres: pg("sql-alterextension.html") },
  bad: ['op.execute("ALTER EXTENSION hstore UPDATE TO \'1.8\'");'],
  good: ['op.execute("CREATE EXTENSION IF NOT EXISTS hstore");'],
  statement: { alter: ({ noun, name, words }) => (noun === "extension" && /\bUPDATE\b/i.test(words) ? { message: `Extension "${name}" gets another version.` } : undefined) },
});
