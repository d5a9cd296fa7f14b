import { defineRule, pg, postgres } from "../rule.ts";

export const sqlInjection = defineRule({
  code: "sql-injection",
  severity: "info",
  dialects: postgres,
  title: "A function builds SQL from text",
  why: "What its caller hands in becomes part of a statement. Use format() with %I and %L, or EXECUTE … USING.",
  manual: { postgres: pg("plpgsql-statements.html#PLPGSQL-QUOTE-LITERAL-EXAMPLE") },
  bad: ["op.execute(\"CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DELETE FROM ' || t; END $$\");"],
  good: ["op.execute(\"CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('DELETE FROM %I', t); END $$\");"],
  statement: { createRoutine: ({ name, body }) => (/\bexecute\b[^;]*\|\|/i.test(body) && !/quote_(ident|literal|nullable)/i.test(body) ? { message: `Function "${name}" joins text into a statement.` } : undefined) },
});
