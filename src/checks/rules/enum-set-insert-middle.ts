import { labelChange } from "../label-change.ts";
import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetInsertMiddle = defineRule({
  code: "enum-set-insert-middle",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "A label of an ENUM or SET is not added at the end",
  why: "The numbers of those behind it move, so the table is copied while nobody may write. At the end it costs nothing.",
  manual: { any: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ["op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('active', 'asleep', 'blocked') NOT NULL\");", 'op.addEnumLabel("user_status", "asleep", { before: "blocked" });'],
  good: ["op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('active', 'blocked', 'asleep') NOT NULL\");", 'op.addEnumLabel("user_status", "asleep");'],
  operation: {
    addEnumLabel: ({ name, label, position }, { present, reached }) =>
      position && tablesUsingEnum(present, name).length && reached.enums[name]?.labels.at(-1) !== label ? { message: `Label '${label}' stands in the middle of "${name}": its tables are copied.`, safer: `op.addEnumLabel(${JSON.stringify(name)}, ${JSON.stringify(label)});` } : undefined,
  },
  action: {
    modifyColumn: (action, scene) => {
      const change = labelChange(action, scene);
      const last = change?.after.findLastIndex((label) => change.before.includes(label)) ?? -1;
      const within = change?.after.find((label, at) => at < last && !change.before.includes(label));
      return change && within !== undefined ? { table: scene.table, message: `Label '${within}' stands in the middle of "${change.column}": "${scene.table}" is copied.` } : undefined;
    },
  },
});
