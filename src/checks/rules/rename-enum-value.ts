import { defineRule, everywhere, pg } from "../rule.ts";

export const renameEnumValue = defineRule({
  code: "rename-enum-value",
  severity: "error",
  dialects: everywhere,
  title: "A label of an enumeration is renamed",
  why: "Code of the release before writes and expects the old label. Add the new one, move code and rows over, and take the old one away later.",
  manual: { postgres: pg("sql-altertype.html") },
  bad: ['op.renameEnumLabel("user_status", "active", "enabled");'],
  good: ['op.addEnumLabel("user_status", "enabled");'],
  operation: { renameEnumLabel: ({ name, from, to }) => ({ message: `Label '${from}' of enum "${name}" becomes '${to}': code that writes '${from}' fails.`, safer: `op.addEnumLabel(${JSON.stringify(name)}, ${JSON.stringify(to)});` }) },
});
