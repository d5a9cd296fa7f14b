import type { ColumnType, Named } from "./types.ts";

/** Under this key a reference is known; shared by every copy of the package that a process may load. */
const mark: unique symbol = Symbol.for("graven.ref") as never;

/** A value that another row holds, which is found by its key when the statement runs. */
export interface RowReference {
  readonly ref: {
    readonly table: string;
    /** The column whose value is meant, such as the id that the database gave. */
    readonly column: string;
    /** The types of the columns that this names. */
    readonly columns: Named<ColumnType>;
    /** The values that find the row. */
    readonly key: Named<unknown>;
  };
}

/** A reference that is told apart from JSON of the same look. */
export function rowReference(ref: RowReference["ref"]): RowReference {
  return Object.defineProperty({ ref }, mark, { value: true });
}

export function isRowReference(value: unknown): value is RowReference {
  return typeof value === "object" && value !== null && mark in value;
}
