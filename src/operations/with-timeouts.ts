import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";

/** Runs its operations with limits of their own, in seconds. */
export interface WithTimeouts {
  readonly kind: "withTimeouts";
  readonly options?: { readonly lockTimeout?: number; readonly statementTimeout?: number };
  readonly operations: readonly Operation[];
}

export const withTimeouts: OperationDefinition<WithTimeouts> = {
  parameters: { options: "options", operations: "operations" },
  apply: (draft, { operations }, nested) => nested.apply(draft, operations),
  invert: ({ operations, ...limits }, before, nested) => [{ ...limits, operations: nested.invert(operations, before) }],
  describe: ({ options = {}, operations }) =>
    `with ${[options.lockTimeout === undefined ? "" : `${options.lockTimeout} s for locks`, options.statementTimeout === undefined ? "" : `${options.statementTimeout} s for a statement`].filter(Boolean).join(" and ") || "the server's limits"}: ${operations.length} operations`,
};
