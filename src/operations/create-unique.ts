import { editTable } from "../schema/edit.ts";
import { findIndex, findTable } from "../schema/find.ts";
import type { Unique } from "../schema/types.ts";
import { addPart } from "./add-constraint.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";
import { marksOf, withRenamedMarks } from "./marks.ts";
import type { Online } from "./online.ts";

/** Adds a unique constraint to a table; the rows that are there must satisfy it. */
export interface CreateUnique {
  readonly kind: "createUnique";
  readonly table: string;
  readonly unique: Unique;
  /** `usingIndex`: a unique index of the table over the same columns, which becomes the constraint's own. */
  readonly options?: Online & { readonly usingIndex?: string };
}

export const createUnique: OperationDefinition<CreateUnique> = {
  parameters: { table: "table", unique: "uniqueDefinition", options: "options" },
  apply: (draft, { table, unique, options: { usingIndex } = {} }) => {
    if (usingIndex !== undefined) {
      editTable(draft, table, (each) => {
        findIndex(each, usingIndex);
        return { ...withRenamedMarks(each, usingIndex, unique.name), indexes: each.indexes.filter(({ name }) => name !== usingIndex) };
      });
    }
    addPart(draft, table, unique, unique.columns, (each) => ({ ...each, uniques: [...each.uniques, unique] }));
  },
  invert: ({ table, unique, options: { usingIndex } = {} }, before) => {
    const drop: Operation = { kind: "dropConstraint", table, name: unique.name };
    if (usingIndex === undefined) return [drop];
    const present = findTable(before, table);
    const marks = marksOf(present, usingIndex);
    return [drop, { kind: "createIndex", table, index: findIndex(present, usingIndex) }, ...(marks ? [{ kind: "alterTable", table, changes: marks } satisfies Operation] : [])];
  },
  describe: ({ table, unique, options }) => `create unique constraint ${unique.name} on ${table}${options?.usingIndex === undefined ? "" : ` using index ${options.usingIndex}`}`,
};
