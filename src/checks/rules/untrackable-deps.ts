import { defineRule, pg, postgres } from "../rule.ts";

export const untrackableDeps = defineRule({
  code: "untrackable-deps",
  severity: "warn",
  dialects: postgres,
  title: "What depends on it is not known",
  why: "The body of a function is text to the server: a column that it names may be dropped without a word, and it fails when it is called. An extension takes its types and functions along.",
  manual: { postgres: pg("ddl-depend.html") },
  bad: ['op.execute("CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS $$ SELECT count(*)::integer FROM users $$");', 'op.execute("DROP EXTENSION hstore");'],
  good: ['op.execute("CREATE EXTENSION IF NOT EXISTS hstore");'],
  statement: {
    createRoutine: ({ noun, name }, { isSql }) => (isSql ? { message: `What ${noun} "${name}" needs is not tracked by the server.` } : undefined),
    drop: ({ noun, name }) => (noun === "extension" ? { message: `Extension "${name}" takes its types and functions along.` } : undefined),
  },
});
