import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetInsertMiddle = defineRule({
  code: "enum-set-insert-middle",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "A label of an ENUM is not added at the end",
  why: "The numbers of those behind it move, so the table is copied while nobody may write. At the end it costs nothing.",
  manual: { any: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ['op.addEnumLabel("user_status", "asleep", { before: "blocked" });'],
  good: ['op.addEnumLabel("user_status", "asleep");'],
  operation: {
    addEnumLabel: ({ name, label, position }, { present, reached }) =>
      position && tablesUsingEnum(present, name).length && reached.enums[name]?.labels.at(-1) !== label ? { message: `Label '${label}' stands in the middle of "${name}": its tables are copied.`, safer: `op.addEnumLabel(${JSON.stringify(name)}, ${JSON.stringify(label)});` } : undefined,
  },
});
