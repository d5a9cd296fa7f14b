import { defineRule, pg, postgres } from "../rule.ts";

export const renameSchema = defineRule({
  code: "rename-schema",
  severity: "error",
  dialects: postgres,
  title: "A schema is renamed",
  why: "Every qualified name in code, views written as text, functions and search paths breaks at once.",
  manual: { postgres: pg("sql-alterschema.html") },
  bad: ['op.execute("ALTER SCHEMA archive RENAME TO attic");'],
  good: ['op.execute("ALTER SCHEMA archive OWNER TO keeper");'],
  statement: { alter: ({ noun, name, words }) => (noun === "schema" && /\bRENAME\b/i.test(words) ? { message: `Schema "${name}" is renamed: every name that is qualified by it breaks.` } : undefined) },
});
