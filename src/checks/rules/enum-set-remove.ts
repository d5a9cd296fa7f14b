import { defineRule, my, mysqlAndMariadb } from "../rule.ts";
import { tablesUsingEnum } from "../../schema/find.ts";

export const enumSetRemove = defineRule({
  code: "enum-set-remove",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "A label is taken from an ENUM",
  why: "The table is copied while nobody may write, and a row that holds the label makes it fail, or gets '' where the server is not strict. Say with `replace` what such rows hold.",
  manual: { any: my("enum.html") },
  bad: ['op.alterEnum("user_status", ["active"]);'],
  good: ['op.addEnumLabel("user_status", "asleep");', 'op.alterEnum("user_status", ["blocked", "active"]);'],
  operation: {
    alterEnum: ({ name, labels }, { present }) => {
      const gone = (present.enums[name]?.labels ?? []).filter((label) => !labels.includes(label));
      const tables = tablesUsingEnum(present, name);
      return gone.length && tables.length ? { table: tables[0]!, message: `${gone.map((label) => `'${label}'`).join(", ")} of "${name}" goes: ${tables.map((table) => `"${table}"`).join(", ")} ${tables.length > 1 ? "are" : "is"} copied.` } : undefined;
    },
  },
});
