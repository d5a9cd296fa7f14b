import type { Exclusion } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";

/** Adds an exclusion constraint (PostgreSQL); the rows that are there must satisfy it. */
export interface CreateExclusion {
  readonly kind: "createExclusion";
  readonly table: string;
  readonly exclusion: Exclusion;
}

export const createExclusion: OperationDefinition<CreateExclusion> = {
  parameters: { table: "table", exclusion: "exclusionDefinition" },
  apply: (draft, { table, exclusion }) => {
    const columns = [...exclusion.elements.flatMap((element) => ("column" in element ? [element.column] : [])), ...(exclusion.include ?? [])];
    addPart(draft, table, exclusion, columns, (each) => ({ ...each, exclusions: [...(each.exclusions ?? []), exclusion] }));
  },
  invert: ({ table, exclusion }) => [{ kind: "dropConstraint", table, name: exclusion.name }],
  describe: ({ table, exclusion }) => `create exclusion constraint ${exclusion.name} on ${table}`,
};
