import { labelChange } from "../label-change.ts";
import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetReorder = defineRule({
  code: "enum-set-reorder",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "The labels of an ENUM or SET change their order",
  why: "The table is copied while nobody may write, and rows sort, and compare as numbers, in another way from then on.",
  manual: { any: my("enum.html#enum-sorting") },
  bad: ["op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('blocked', 'active') NOT NULL\");", 'op.alterEnum("user_status", ["blocked", "active"]);'],
  good: ["op.execute(\"ALTER TABLE users MODIFY COLUMN status ENUM('active', 'blocked', 'asleep') NOT NULL\");", 'op.addEnumLabel("user_status", "asleep");'],
  operation: {
    alterEnum: ({ name, labels }, { present }) => (tablesUsingEnum(present, name).length > 0 && reorders(present.enums[name]?.labels ?? [], labels) ? { message: `The labels of "${name}" stand in another order: rows sort in another way.` } : undefined),
  },
  action: {
    modifyColumn: (action, scene) => {
      const change = labelChange(action, scene);
      return change && reorders(change.before, change.after) ? { table: scene.table, message: `The labels of "${change.column}" stand in another order: rows sort in another way.` } : undefined;
    },
  },
});

/** Whether labels that stay follow one another in another order. */
function reorders(before: readonly string[], after: readonly string[]): boolean {
  const kept = after.filter((label) => before.includes(label));
  return before.filter((label) => after.includes(label)).some((label, at) => kept[at] !== label);
}
