import { labelChange } from "../label-change.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";
import { tablesUsingEnum } from "../../schema/find.ts";

export const enumSetRemove = defineRule({
  code: "enum-set-remove",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "A label is taken from an ENUM or SET",
  why: "The table is copied while nobody may write, and a row that holds the label makes it fail, or gets '' where the server is not strict. Say with `replace` what such rows hold.",
  manual: { any: my("enum.html") },
  bad: [
    'op.alterEnum("user_status", ["active"]);',
    "op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('active') NOT NULL\");",
    "op.execute(\"ALTER TABLE users ADD COLUMN marks SET('a', 'b'); ALTER TABLE users MODIFY COLUMN marks SET('a')\");",
  ],
  good: ['op.addEnumLabel("user_status", "asleep");', 'op.alterEnum("user_status", ["blocked", "active"]);', 'op.renameEnumLabel("user_status", "blocked", "banned");', "op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('active', 'blocked', 'asleep') NOT NULL\");"],
  operation: {
    alterEnum: ({ name, labels }, { present }) => {
      const gone = (present.enums[name]?.labels ?? []).filter((label) => !labels.includes(label));
      const tables = tablesUsingEnum(present, name);
      return gone.length && tables.length ? { table: tables[0]!, message: `${gone.map((label) => `'${label}'`).join(", ")} of "${name}" goes: ${tables.map((table) => `"${table}"`).join(", ")} ${tables.length > 1 ? "are" : "is"} copied.` } : undefined;
    },
  },
  action: {
    modifyColumn: (action, scene) => {
      const change = labelChange(action, scene);
      const gone = change?.before.filter((label) => !change.after.includes(label)) ?? [];
      return change && gone.length ? { table: scene.table, message: `${gone.map((label) => `'${label}'`).join(", ")} of "${change.column}" goes: "${scene.table}" is copied.` } : undefined;
    },
  },
});
