import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Runs its operations outside any transaction, each by itself. */
export interface WithoutTransaction {
  readonly kind: "withoutTransaction";
  readonly operations: readonly Operation[];
}

export const withoutTransaction: OperationDefinition<WithoutTransaction> = {
  parameters: { operations: "operations" },
  apply: (draft, { operations }, nested) => nested.apply(draft, operations),
  invert: ({ operations }, before, nested) => [{ kind: "withoutTransaction", operations: nested.invert(operations, before) }],
  describe: ({ operations }) => `without a transaction: ${operations.length} operations`,
};
