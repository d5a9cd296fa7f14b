import { defineRule, pg, postgres } from "../rule.ts";

export const enumValuePosition = defineRule({
  code: "enum-value-position",
  severity: "off",
  dialects: postgres,
  title: "A label is added without a place",
  why: "It sorts after all others, and cannot be moved. A policy of some teams: turn it on in the config.",
  manual: { postgres: pg("sql-altertype.html") },
  bad: ['op.addEnumLabel("user_status", "asleep");'],
  good: ['op.addEnumLabel("user_status", "asleep", { before: "blocked" });'],
  statement: { addEnumLabel: ({ name, label, placed }) => (placed ? undefined : { message: `Label '${label}' of "${name}" sorts after all others.` }) },
});
