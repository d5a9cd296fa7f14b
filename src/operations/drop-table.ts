import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { findTable, grantsOn, objectsOn, ownedSequences } from "../schema/find.ts";
import { remarksOnTable } from "../schema/remarks.ts";
import { splitObjectKey } from "../schema/object-key.ts";
import type { Schema } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";
import { rowsAgain } from "./required-rows.ts";

/** Drops a table with all its rows. */
export interface DropTable {
  readonly kind: "dropTable";
  readonly table: string;
}

/** The objects that a database drops together with a table: those that stand on it, the sequences of its columns, what was granted on any of them, and the comments on its constraints. */
function goWith(schema: Schema, table: string): string[] {
  const sequences = ownedSequences(schema, table);
  return [...sequences, ...objectsOn(schema, table), ...[`table ${table}`, ...sequences.map((key) => `sequence ${splitObjectKey(key).identity}`)].flatMap((target) => grantsOn(schema, target)), ...remarksOnTable(schema, table)];
}

export const dropTable: OperationDefinition<DropTable> = {
  parameters: { table: "table" },
  apply: (draft, { table }) => {
    findTable(draft, table);
    const referrers = Object.keys(draft.tables).filter((key) => key !== table && draft.tables[key]!.foreignKeys.some((foreignKey) => foreignKey.references.table === table));
    if (referrers.length) throw new GravenError("MOD-020", `Table "${table}" is still referenced by ${quotedList(referrers)}.`, { hint: "Drop those foreign keys or tables first." });
    for (const key of goWith(draft, table)) delete draft.objects[key];
    delete draft.tables[table];
    delete draft.requiredRows[table];
  },
  invert: ({ table }, before) => {
    const objects = goWith(before, table).map((key): Operation => ({ kind: "createObject", object: before.objects[key]! }));
    const isSequence = (operation: Operation) => operation.kind === "createObject" && operation.object.kind === "sequence";
    return [...objects.filter(isSequence), { kind: "createTable", table: findTable(before, table) }, ...rowsAgain(table, before), ...objects.filter((each) => !isSequence(each))];
  },
  describe: ({ table }) => `drop table ${table}`,
  warn: ({ table }) => [{ code: "drop-table", message: `All rows of table "${table}" are lost; a downgrade makes the table again, empty.` }],
};
