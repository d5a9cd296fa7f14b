import type { OperationDefinition } from "./definition.ts";

/** A decision that a person must still take; a revision that holds one is refused before anything runs. */
export interface Todo {
  readonly kind: "todo";
  readonly message: string;
}

export const todo: OperationDefinition<Todo> = {
  parameters: { message: "text" },
  apply: () => {},
  invert: () => [],
  describe: ({ message }) => `todo: ${message}`,
};

