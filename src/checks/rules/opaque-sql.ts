import { defineRule, everywhere } from "../rule.ts";

export const opaqueSql = defineRule({
  code: "opaque-sql",
  severity: "warn",
  dialects: everywhere,
  title: "What this does cannot be told from its words",
  why: "A function, a block of code or a statement that is not known here may do anything: no rule has looked at it. Read it, and say so with a graven-allow comment.",
  bad: ['op.run(async () => {});'],
  good: ['op.execute("UPDATE users SET name = \'x\' WHERE id = 1");'],
  operation: { run: () => ({ message: "A function runs here, which no rule can look into." }) },
  statement: {
    block: () => ({ message: "A block of code runs here, which no rule can look into." }),
    other: ({ verb }, { effects, isSql }) => (isSql && !effects.known && verb !== "" ? { message: `What ${verb} does is not known here.` } : undefined),
  },
});
