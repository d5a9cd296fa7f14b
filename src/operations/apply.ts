import { draftOf, type Draft } from "../schema/edit.ts";
import { ownedSequences } from "../schema/find.ts";
import { constraintTarget } from "../schema/remarks.ts";
import type { Schema } from "../schema/types.ts";
import type { Nested, Warning } from "./definition.ts";
import { definitionOf, type Operation } from "./index.ts";

/** The schema after all operations, in order. `schema` itself is untouched. */
export function applyOperations(schema: Schema, operations: readonly Operation[]): Schema {
  const draft = draftOf(schema);
  for (const operation of operations) applyOperation(draft, operation);
  return draft;
}

export function applyOperation(draft: Draft, operation: Operation): void {
  definitionOf(operation).apply(draft, operation, nested);
}

/** The operations that lead back to `before`, in the order in which they must run. */
export function invertOperations(operations: readonly Operation[], before: Schema): readonly Operation[] {
  const [first, ...more] = operations;
  if (first && !more.length) {
    // Of one alone, what it leads to matters only where its inverse drops something that may go by itself.
    const inverse = definitionOf(first).invert(first, before, nested);
    if (!inverse.some(({ kind }) => kind === "dropObject")) return withoutIdleSteps(inverse);
  }
  const draft = draftOf(before);
  const groups = operations.map((operation) => {
    const inverse = definitionOf(operation).invert(operation, draft, nested);
    applyOperation(draft, operation);
    return inverse;
  });
  return withoutIdleSteps(withoutGoneSequences(groups.reverse().flat(), draft));
}

const nested: Nested = {
  apply: (draft, operations) => {
    for (const operation of operations) applyOperation(draft, operation);
  },
  invert: invertOperations,
};

export function describeOperation(operation: Operation): string {
  return definitionOf(operation).describe(operation);
}

/** The warnings of each operation, at the state in which it runs. */
export function warnings(operations: readonly Operation[], before: Schema): readonly (readonly Warning[])[] {
  const draft = draftOf(before);
  return operations.map((operation) => {
    const found = definitionOf(operation).warn?.(operation, draft) ?? [];
    applyOperation(draft, operation);
    return found;
  });
}

/** A sequence that has gone with its table or its column need not be dropped. `reached` is where the operations start. */
function withoutGoneSequences(operations: readonly Operation[], reached: Schema): readonly Operation[] {
  if (!operations.some((operation) => operation.kind === "dropObject")) return operations;
  const gone = new Set<string>();
  return operations.filter((operation) => {
    if (operation.kind === "dropTable") for (const key of ownedSequences(reached, operation.table)) gone.add(key);
    if (operation.kind === "dropColumn") for (const key of ownedSequences(reached, operation.table, operation.column)) gone.add(key);
    return operation.kind !== "dropObject" || !gone.has(operation.object);
  });
}

/** Leaves out what changes a part of something that a later operation drops whole. */
function withoutIdleSteps(operations: readonly Operation[]): readonly Operation[] {
  return operations.filter((operation, index) => {
    if (operation.kind === "dropObject" && (operation.object.startsWith("grant ") || operation.object.startsWith("comment "))) return !operations.slice(index + 1).some((later) => takesGrantAlong(later, operation.object) || takesRemarkAlong(later, operation.object));
    if (operation.kind === "deleteRows" || operation.kind === "updateRows") return !goWithTheirTable(operation.table, operations.slice(index + 1));
    if (operation.kind !== "alterColumn") return true;
    const next = operations.slice(index + 1).find((later) => touches(later, operation.table, operation.column));
    return next?.kind !== "dropColumn";
  });
}

/** Whether a grant goes with what the operation drops. */
function takesGrantAlong(operation: Operation, grant: string): boolean {
  const target = operation.kind === "dropTable" ? `table ${operation.table}` : operation.kind === "dropEnum" ? `type ${operation.name}` : operation.kind === "dropObject" ? operation.object.replace(/^(?:view|materializedView) /, "table ").replace(/^aggregate /, "function ").replace(/^(?:domain|compositeType|rangeType) /, "type ") : undefined;
  return target !== undefined && grant.startsWith(`grant ${target} to `);
}

/** Whether a comment goes with what the operation drops. */
function takesRemarkAlong(operation: Operation, key: string): boolean {
  const on = key.replace(/^comment on /, "");
  if (operation.kind === "dropTable") return on.startsWith(`constraint ${operation.table}.`);
  if (operation.kind === "dropConstraint") return on === constraintTarget(operation.table, operation.name);
  return (operation.kind === "dropEnum" && on === `type ${operation.name}`) || (operation.kind === "dropSchema" && on === `schema ${operation.name}`);
}

/** Whether the rows of a table are dropped with it, and until then nothing is deleted that they may point at. */
function goWithTheirTable(table: string, later: readonly Operation[]): boolean {
  const isDropped = (key: string) => later.some((operation) => operation.kind === "dropTable" && operation.table === key);
  return isDropped(table) && later.every((operation) => operation.kind !== "renameTable" && (operation.kind !== "deleteRows" || isDropped(operation.table)));
}

function touches(operation: Operation, table: string, column: string): boolean {
  if (operation.kind === "dropColumn" || operation.kind === "alterColumn") return operation.table === table && operation.column === column;
  // Anything else that names the table, or that cannot be looked into, ends the search.
  return !("table" in operation) || operation.table === table;
}
