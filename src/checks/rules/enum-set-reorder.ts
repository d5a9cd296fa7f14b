import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetReorder = defineRule({
  code: "enum-set-reorder",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "The labels of an ENUM change their order",
  why: "The table is copied while nobody may write, and rows sort, and compare as numbers, in another way from then on.",
  manual: { any: my("enum.html#enum-sorting") },
  bad: ['op.alterEnum("user_status", ["blocked", "active"]);'],
  good: ['op.addEnumLabel("user_status", "asleep");'],
  operation: {
    alterEnum: ({ name, labels }, { present }) => {
      const stay = (present.enums[name]?.labels ?? []).filter((label) => labels.includes(label));
      const kept = labels.filter((label) => stay.includes(label));
      return tablesUsingEnum(present, name).length && stay.some((label, at) => kept[at] !== label) ? { message: `The labels of "${name}" stand in another order: rows sort in another way.` } : undefined;
    },
  },
});
