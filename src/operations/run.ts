import { irreversible, type OperationDefinition } from "./definition.ts";

/** Runs a function of the author on the open database, for what must read before it writes. Online only. */
export interface Run {
  readonly kind: "run";
  /** Receives a Kysely instance bound to the revision's transaction. */
  readonly callback: (database: never) => Promise<void>;
}

export const run: OperationDefinition<Run> = {
  parameters: { callback: "function" },
  apply: () => {},
  invert: () => irreversible("A function was run that only its author knows how to undo."),
  describe: () => "run a function",
};
