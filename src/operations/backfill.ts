import { findColumn, findTable } from "../schema/find.ts";
import type { SqlText } from "../schema/types.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Online } from "./online.ts";

/** Gives rows that are there a value: `UPDATE table SET … WHERE …`. */
export interface Backfill {
  readonly kind: "backfill";
  readonly table: string;
  readonly assignments: {
    /** SQL expressions by column, over the row's other columns. */
    readonly set: { readonly [column: string]: SqlText };
    /** Which rows; absent means those where any of the columns is NULL. */
    readonly where?: SqlText;
    /** Rows at once, by primary key and outside the revision's transaction; absent means all in one statement. */
    readonly batchSize?: number;
    /** Milliseconds between two batches. */
    readonly pause?: number;
  };
  /** `online`: in batches, each in a transaction of its own. */
  readonly options?: Online;
}

export const backfill: OperationDefinition<Backfill> = {
  parameters: { table: "table", assignments: "assignments", options: "options" },
  apply: (draft, { table, assignments }) => {
    const present = findTable(draft, table);
    for (const column of Object.keys(assignments.set)) findColumn(present, column);
  },
  // Values given to rows that had none go with the column, or stay and do no harm.
  invert: () => [],
  describe: ({ table, assignments }) => `backfill ${Object.keys(assignments.set).map((column) => `${table}.${column}`).join(", ")}`,
};
