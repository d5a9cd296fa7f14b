import type { OperationDefinition } from "./definition.ts";

/**
 * What a person must have made sure of before the revision runs, as no database can: that no code uses a column any more. A run stops
 * before it until `--confirm`, or `confirmed` in the config, names the revision. A database that is made from nothing has no code to wait for.
 */
export interface Confirm {
  readonly kind: "confirm";
  readonly message: string;
  readonly options?: ConfirmOptions;
}

export interface ConfirmOptions {
  /** Columns that tell when a row was last written in the old way: a run is refused while that is not long ago (RUN-065). */
  readonly writtenAt?: readonly WrittenAt[];
}

/** A column that holds seconds since 1970. */
export interface WrittenAt {
  readonly table: string;
  readonly column: string;
}

export const confirm: OperationDefinition<Confirm> = {
  parameters: { message: "text", options: "options" },
  apply: () => {},
  invert: () => [],
  describe: ({ message }) => `confirm: ${message}`,
};
