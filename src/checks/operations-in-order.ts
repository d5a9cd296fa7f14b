import type { Operation } from "../operations/index.ts";
import type { RevisionScene } from "./rule.ts";
import { stepsByOperation, type ReviewStep } from "./walk.ts";

export interface OrderedOperation {
  readonly operation: Operation;
  /** Its place among the operations of the revision. */
  readonly index: number;
  /** The statement of an author's that it stands for. */
  readonly step?: ReviewStep;
}

/** What a revision does, in order: its operations, and in the place of SQL the operations that each statement stands for. */
export function operationsInOrder({ operations, steps }: Pick<RevisionScene, "operations" | "steps">): readonly OrderedOperation[] {
  const ofSql = stepsByOperation(steps);
  return operations.flatMap(({ operation, index }): OrderedOperation[] => {
    if (operation.kind !== "execute") return [{ operation, index }];
    return (ofSql.get(index) ?? []).flatMap((step) => step.operations.map((each) => ({ operation: each, index, step })));
  });
}
