import type { Operation } from "../operations/index.ts";

/** Every operation of a revision, those within others too. */
export function operationsIn(operations: readonly Operation[]): readonly Operation[] {
  return operations.flatMap((operation) => {
    if (operation.kind === "withoutTransaction") return operationsIn(operation.operations);
    if (operation.kind === "execute") return [operation, ...operationsIn(operation.schema ?? [])];
    return [operation];
  });
}

/** What a table is called after the operations; nothing when they drop it. */
export function tableAfter(operations: readonly Operation[], key: string): string | undefined {
  let at: string | undefined = key;
  for (const operation of operations) {
    if (operation.kind === "renameTable" && operation.from === at) at = operation.to;
    if (operation.kind === "dropTable" && operation.table === at) at = undefined;
  }
  return at;
}

/** What a column is called after the operations; nothing when they drop it or its table. */
export function columnAfter(operations: readonly Operation[], key: string, column: string): string | undefined {
  let table: string | undefined = key;
  let at: string | undefined = column;
  for (const operation of operations) {
    if (operation.kind === "renameTable" && operation.from === table) table = operation.to;
    if (operation.kind === "dropTable" && operation.table === table) return undefined;
    if (operation.kind === "renameColumn" && operation.table === table && operation.from === at) at = operation.to;
    if (operation.kind === "dropColumn" && operation.table === table && operation.column === at) at = undefined;
  }
  return at;
}
