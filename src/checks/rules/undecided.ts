import { defineRule, everywhere } from "../rule.ts";

export const undecided = defineRule({
  code: "undecided",
  severity: "error",
  dialects: everywhere,
  onNewTables: true,
  title: "Something is still to decide",
  why: "`op.todo` marks what only a person knows; the revision does not run until it is replaced.",
  bad: ['op.todo("Say what existing users get as their country.");'],
  good: ['op.addColumn("users", "country", varchar(2));'],
  operation: { todo: ({ message }) => ({ message: `Still to decide: ${message}` }) },
});
