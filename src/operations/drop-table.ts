import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { findTable } from "../schema/find.ts";
import type { OperationDefinition } from "./definition.ts";
import { rowsAgain } from "./required-rows.ts";

/** Drops a table with all its rows. */
export interface DropTable {
  readonly kind: "dropTable";
  readonly table: string;
}

export const dropTable: OperationDefinition<DropTable> = {
  parameters: { table: "table" },
  apply: (draft, { table }) => {
    findTable(draft, table);
    const referrers = Object.keys(draft.tables).filter((key) => key !== table && draft.tables[key]!.foreignKeys.some((foreignKey) => foreignKey.references.table === table));
    if (referrers.length) throw new GravenError("MOD-020", `Table "${table}" is still referenced by ${quotedList(referrers)}.`, { hint: "Drop those foreign keys or tables first." });
    delete draft.tables[table];
    delete draft.requiredRows[table];
  },
  invert: ({ table }, before) => [{ kind: "createTable", table: findTable(before, table) }, ...rowsAgain(table, before)],
  describe: ({ table }) => `drop table ${table}`,
  warn: ({ table }) => [{ code: "drop-table", message: `All rows of table "${table}" are lost; a downgrade makes the table again, empty.` }],
};
