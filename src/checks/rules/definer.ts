import { defineRule, my, servers } from "../rule.ts";

export const definer = defineRule({
  code: "definer",
  severity: "warn",
  dialects: servers,
  title: "Code runs with the rights of the one who made it",
  why: "SECURITY DEFINER lets every caller do what its owner may; on PostgreSQL it also needs a search_path of its own. Where the definer goes, on MySQL, the code fails.",
  manual: { any: my("stored-objects-security.html") },
  bad: ['op.execute("CREATE FUNCTION f() RETURNS integer LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$");'],
  good: ['op.execute("CREATE FUNCTION f() RETURNS integer LANGUAGE sql SECURITY INVOKER AS $$ SELECT 1 $$");'],
  statement: {
    createTrigger: ({ name, table, definer: isDefiner }) => (isDefiner ? { table, message: `Trigger "${name}" runs with the rights of the definer that it names.` } : undefined),
    create: ({ noun, name, definer: isDefiner }) => (isDefiner ? { message: `${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}" reads with the rights of the definer that it names.` } : undefined),
    createRoutine: ({ noun, name, definer: isDefiner }) => (isDefiner ? { message: `${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}" runs with the rights of the one who made it.` } : undefined),
  },
});
