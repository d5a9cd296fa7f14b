import { editTable } from "../schema/edit.ts";
import { findTable } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";

/** Sets a table's comment; `null` removes it. */
export interface SetTableComment {
  readonly kind: "setTableComment";
  readonly table: string;
  readonly comment: string | null;
}

export const setTableComment: OperationDefinition<SetTableComment> = {
  parameters: { table: "table", comment: "text" },
  apply: (draft, { table, comment }) =>
    editTable(draft, table, (each) => {
      const { comment: former, ...rest } = each;
      if (comment !== null) return { ...rest, comment };
      return former === undefined ? each : rest;
    }),
  invert: ({ table }, before) => [{ kind: "setTableComment", table, comment: findTable(before, table).comment ?? null }],
  describe: ({ table, comment }) => (comment === null ? `remove the comment of table ${table}` : `comment table ${table}`),
};
