import { sameJson } from "../base/json.ts";
import type { Operation, OperationOf } from "../operations/index.ts";
import type { Schema } from "../schema/types.ts";

/**
 * Puts operations on rows in their place among those on the schema: after all that makes the columns they use, and before the
 * constraints that come on tables that stand, which the rows as they were may not satisfy. A foreign key that only comes back in
 * another form is no such constraint: rows go while it watches those that point at them.
 */
export function placeRows(structural: readonly Operation[], rows: readonly Operation[], before: Schema): readonly Operation[] {
  const written = new Set(rows.flatMap((operation) => ("table" in operation && typeof operation.table === "string" ? [operation.table] : [])));
  const keyed = new Set(structural.flatMap((operation) => (constrains(operation) && operation.kind !== "createForeignKey" && operation.kind !== "createCheck" ? [operation.table] : [])));
  const comesBack = (operation: Operation) => operation.kind === "createForeignKey" && operation.table in before.tables && stood(operation, before) && !keyed.has(operation.foreignKey.references.table);
  const isLate = (operation: Operation): operation is Constraining => constrains(operation) && operation.table in before.tables && !comesBack(operation);
  const concerns = (operation: Operation) => isLate(operation) && (written.has(operation.table) || (operation.kind === "createForeignKey" && written.has(operation.foreignKey.references.table)));
  const from = structural.findIndex(concerns);
  if (!rows.length || from < 0) return [...structural, ...rows];
  // Constraints may build on one another, so that all that follow the first go with it.
  const late = new Set<Operation>(structural.filter((operation, at) => at >= from && isLate(operation)));
  return [...structural.filter((operation) => !late.has(operation)), ...rows, ...late];
}

type Constraining = OperationOf<"createUnique" | "createCheck" | "createForeignKey" | "createPrimaryKey" | "createIndex">;

function constrains(operation: Operation): operation is Constraining {
  return operation.kind === "createUnique" || operation.kind === "createCheck" || operation.kind === "createForeignKey" || operation.kind === "createPrimaryKey" || (operation.kind === "createIndex" && operation.index.unique === true);
}

/** Whether the same columns pointed at the same ones before. */
function stood({ table, foreignKey: { columns, references } }: OperationOf<"createForeignKey">, before: Schema): boolean {
  const same = (each: { readonly columns: readonly string[]; readonly references: { readonly table: string; readonly columns: readonly string[] } }) => sameJson([each.columns, each.references.table, each.references.columns], [columns, references.table, references.columns]);
  return before.tables[table]!.foreignKeys.some(same);
}
