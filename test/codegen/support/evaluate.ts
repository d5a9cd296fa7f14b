import { transform } from "sucrase";
import * as revisionModule from "../../../src/runtime/revision.ts";
import type { Operation } from "../../../src/operations/index.ts";
import { record } from "../../../src/runtime/recorder.ts";

/** What a revision file says, once it has been run. */
export interface EvaluatedRevision {
  readonly header: Readonly<Record<string, unknown>>;
  readonly upgrade: readonly Operation[];
  readonly downgrade: readonly Operation[];
}

/** Runs the text of a revision file and records both of its functions. */
export function evaluate(text: string): EvaluatedRevision {
  const { code } = transform(text, { transforms: ["typescript", "imports"] });
  const exported: Record<string, any> = {};
  const require = (name: string) => {
    if (name !== "graven/revision") throw new Error(`a revision imports "${name}"`);
    return revisionModule;
  };
  new Function("exports", "require", code)(exported, require);
  const { upgrade, downgrade, ...header } = exported;
  const recorded = (calls: never) => record(calls).map(({ operation }) => operation);
  return { header, upgrade: recorded(upgrade as never), downgrade: recorded(downgrade as never) };
}
