import { applyOperation, applyOperations, invertOperations } from "../operations/apply.ts";
import { isGroup, type Operation } from "../operations/index.ts";
import { draftOf, type Draft } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import { diffSchemas, type DiffOptions } from "./index.ts";

/**
 * The operations that lead back to `before`: the inverses. A label that leaves an enum swaps its type; what is bound to columns of
 * that type (views, policies and their like) is taken down for it and put back, as it is where a label leaves on the way up.
 */
export function downgradeOf(operations: readonly Operation[], before: Schema, options: Pick<DiffOptions, "comparison" | "queries">): readonly Operation[] {
  const inverse = invertOperations(operations, before);
  return inverse.some(swapsType) ? withRoom(inverse, draftOf(applyOperations(before, operations)), options) : inverse;
}

function swapsType(operation: Operation): boolean {
  return operation.kind === "alterEnum" || (isGroup(operation) && operation.operations.some(swapsType));
}

/** The operations with what makes room around each that swaps a type; `draft` is where they start, and becomes where they end. */
function withRoom(operations: readonly Operation[], draft: Draft, options: Pick<DiffOptions, "comparison" | "queries">): readonly Operation[] {
  return operations.flatMap((operation): readonly Operation[] => {
    if (isGroup(operation)) return [{ ...operation, operations: withRoom(operation.operations, draft, options) }];
    const present = operation.kind === "alterEnum" && Object.keys(draft.objects).length ? draftOf(draft) : undefined;
    applyOperation(draft, operation);
    if (!present) return [operation];
    const around = diffSchemas(present, draft, options);
    return [...around.filter(({ kind }) => kind === "dropObject"), operation, ...around.filter(({ kind }) => kind === "createObject")];
  });
}
