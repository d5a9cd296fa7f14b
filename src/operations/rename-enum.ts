import { findEnum, tablesUsingEnum } from "../schema/find.ts";
import { editTable, insertObject } from "../schema/edit.ts";
import { splitKey } from "../schema/key.ts";
import type { ColumnType } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import { moveRemark, retargetGrants } from "./object-references.ts";

export interface RenameEnum {
  readonly kind: "renameEnum";
  readonly from: string;
  readonly to: string;
}

export const renameEnum: OperationDefinition<RenameEnum> = {
  parameters: { from: "name", to: "name" },
  apply: (draft, { from, to }) => {
    const { labels } = findEnum(draft, from);
    insertObject(draft.enums, to, { ...splitKey(to), labels }, "Enum");
    for (const key of tablesUsingEnum(draft, from)) {
      editTable(draft, key, (table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, type: renamed(column.type, from, to) })) }));
    }
    delete draft.enums[from];
    moveRemark(draft, `type ${from}`, `type ${to}`);
    retargetGrants(draft, `type ${from}`, `type ${to}`);
  },
  invert: ({ from, to }) => [{ kind: "renameEnum", from: to, to: from }],
  describe: ({ from, to }) => `rename enum ${from} to ${to}`,
};

function renamed(type: ColumnType, from: string, to: string): ColumnType {
  if (type.kind === "array") return { kind: "array", element: renamed(type.element, from, to) };
  return type.kind === "enum" && type.name === from ? { kind: "enum", name: to } : type;
}
