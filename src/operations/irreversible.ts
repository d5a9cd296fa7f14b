import type { OperationDefinition } from "./definition.ts";

/** Refuses by name: it stands where an operation has no inverse. */
export interface Irreversible {
  readonly kind: "irreversible";
  readonly reason: string;
}

export const irreversible: OperationDefinition<Irreversible> = {
  parameters: { reason: "text" },
  apply: () => {},
  invert: () => [],
  describe: ({ reason }) => `irreversible: ${reason}`,
};
