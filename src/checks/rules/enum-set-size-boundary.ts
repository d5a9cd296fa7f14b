import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetSizeBoundary = defineRule({
  code: "enum-set-size-boundary",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "An ENUM grows past 255 labels",
  why: "It takes two bytes from then on, so the table is copied while nobody may write.",
  manual: { any: my("storage-requirements.html") },
  bad: [`op.alterEnum("user_status", ["active", "blocked", ...Array.from({ length: 254 }, (_, n) => "more " + n)]);`],
  good: ['op.addEnumLabel("user_status", "asleep");'],
  operation: {
    alterEnum: ({ name, labels }, { present }) => report(name, labels.length, present.enums[name]?.labels.length ?? 0, tablesUsingEnum(present, name).length),
    addEnumLabel: ({ name }, { present }) => report(name, (present.enums[name]?.labels.length ?? 0) + 1, present.enums[name]?.labels.length ?? 0, tablesUsingEnum(present, name).length),
  },
});

function report(name: string, after: number, before: number, tables: number) {
  return tables && before <= 255 && after > 255 ? { message: `Enum "${name}" has ${after} labels, and takes two bytes in a row from here on.` } : undefined;
}
