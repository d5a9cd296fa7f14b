import { labelChange } from "../label-change.ts";
import { tablesUsingEnum } from "../../schema/find.ts";
import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const enumSetSizeBoundary = defineRule({
  code: "enum-set-size-boundary",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "An ENUM grows past 255 labels, or a SET past 8, 16, 24 or 32",
  why: "It takes more bytes from then on, so the table is copied while nobody may write.",
  manual: { any: my("storage-requirements.html") },
  bad: [`op.execute("ALTER TABLE users ADD COLUMN marks SET('a','b','c','d','e','f','g','h'); ALTER TABLE users MODIFY COLUMN marks SET('a','b','c','d','e','f','g','h','i')");`, `op.alterEnum("user_status", ["active", "blocked", ...Array.from({ length: 254 }, (_, n) => "more " + n)]);`],
  good: [`op.execute("ALTER TABLE users ADD COLUMN marks SET('a','b'); ALTER TABLE users MODIFY COLUMN marks SET('a','b','c')");`, 'op.addEnumLabel("user_status", "asleep");'],
  operation: {
    alterEnum: ({ name, labels }, { present }) => report(name, labels.length, present.enums[name]?.labels.length ?? 0, tablesUsingEnum(present, name).length),
    addEnumLabel: ({ name }, { present }) => report(name, (present.enums[name]?.labels.length ?? 0) + 1, present.enums[name]?.labels.length ?? 0, tablesUsingEnum(present, name).length),
  },
  action: {
    modifyColumn: (action, scene) => {
      const change = labelChange(action, scene);
      if (!change) return undefined;
      const bytes = change.word === "SET" ? setBytes : enumBytes;
      return bytes(change.after.length) > bytes(change.before.length) ? { table: scene.table, message: `"${change.column}" has ${change.after.length} labels, and takes more bytes in a row from here on.` } : undefined;
    },
  },
});

function report(name: string, after: number, before: number, tables: number) {
  return tables && before <= 255 && after > 255 ? { message: `Enum "${name}" has ${after} labels, and takes two bytes in a row from here on.` } : undefined;
}

const enumBytes = (labels: number) => (labels > 255 ? 2 : 1);
/** A SET has one bit for each label, in 1, 2, 3, 4 or 8 bytes. */
const setBytes = (labels: number) => (labels > 32 ? 8 : Math.ceil(labels / 8));
