import { isRowOperation } from "../../operations/index.ts";
import { counted } from "../../base/text.ts";
import { defineRule, everywhere } from "../rule.ts";

export const requiredRowsEdited = defineRule({
  code: "required-rows-edited",
  severity: "info",
  dialects: everywhere,
  title: "Required rows change that users may have edited",
  why: "What a person wrote into these rows since is written over or deleted. Change only columns that nobody edits, or ask the rows first.",
  bad: ['op.updateRows(users, { key: "id", required: true }, [{ id: 1, name: "root" }]);', 'op.deleteRows(users, { key: "id", required: true }, [{ id: 1 }]);'],
  good: ['op.bulkInsert(users, [{ id: 1, email: "a@b.c", name: "root" }], { key: "id", required: true });'],
  operation: {
    updateRows: (operation) => (isRowOperation(operation) && operation.by?.required ? { table: operation.table, message: `${counted(operation.rows.length, "required row")} of "${operation.table}" ${operation.rows.length > 1 ? "are" : "is"} written over.` } : undefined),
    deleteRows: (operation) => (operation.by.required ? { table: operation.table, message: `${counted(operation.rows.length, "required row")} of "${operation.table}" ${operation.rows.length > 1 ? "are" : "is"} deleted.` } : undefined),
  },
});
