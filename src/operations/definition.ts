import type { Draft } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import type { Operation } from "./index.ts";

/**
 * How an argument of an operation is written by an author. The recorder turns the author's value into the plain field,
 * the writer prints the field as the author would have written it: the two are inverse, parameter type by parameter type.
 */
export type ParameterType =
  /** A table's key, or its stub. */
  | "table"
  /** A name: of a column, an index, a constraint, an enum. */
  | "name"
  /** A whole table: a stub, or name, columns and parts. */
  | "tableDefinition"
  /** A column: its name and its builder. */
  | "columnDefinition"
  /** `{ type: varchar(80), nullable: false, default: null }`. */
  | "columnChanges"
  | "indexDefinition"
  | "primaryKeyDefinition"
  | "uniqueDefinition"
  | "foreignKeyDefinition"
  | "checkDefinition"
  | "exclusionDefinition"
  /** `{ rowSecurity: "enabled", tablespace: null }`. */
  | "tableChanges"
  /** `{ comment: "By day", options: null }`. */
  | "indexChanges"
  /** `{ deferrable: "initially deferred" }`. */
  | "constraintChanges"
  /** A whole object: `view("active", sql`…`)`. */
  | "objectDefinition"
  /** An object's key, `"view active"`, or the object itself. */
  | "object"
  | "labels"
  /** The columns of a stub, so that a row's values are written by their types; travels with the stub argument. */
  | "stubColumns"
  | "rows"
  /** `{ key: "name" }`: the columns by which rows are found. */
  | "rowKey"
  /** `{ was: rows }`: what rows held before. */
  | "formerRows"
  /** `{ set: { column: sql }, where }`. */
  | "assignments"
  | "text"
  /** Plain JSON options; left out when empty. */
  | "options"
  /** Query nodes or SQL text. */
  | "statements"
  | "function"
  /** An operation of the project's own, by the name that the file imports. */
  | "ownDefinition"
  /** Plain data for it. */
  | "ownOptions"
  /** Nested calls on another recorder. */
  | "operations";

/** What a revision's reader must know before an operation runs. */
export interface Warning {
  /** A stable word, such as `drop-column`. */
  readonly code: string;
  readonly message: string;
}

/** What an operation that holds others does with them; handed in, so that no kind imports the table of all kinds. */
export interface Nested {
  readonly apply: (draft: Draft, operations: readonly Operation[]) => void;
  readonly invert: (operations: readonly Operation[], before: Schema) => readonly Operation[];
}

/**
 * All there is to know of one kind of operation, without any SQL. The facade authors call, its recording, printing,
 * undo and replay are derived from this.
 */
export interface OperationDefinition<O extends { readonly kind: string }> {
  /** The fields in the order of the author's arguments. */
  readonly parameters: { readonly [Field in Exclude<keyof O, "kind">]-?: ParameterType };
  /** Changes the draft as the operation changes the database. Throws MOD-01x when something it needs is not there. */
  readonly apply: (draft: Draft, operation: O, nested: Nested) => void;
  /** The operations that lead back to `before`. What has no way back is one `irreversible` operation that says why. */
  readonly invert: (operation: O, before: Schema, nested: Nested) => readonly Operation[];
  /** One line for a person, such as `add column job.created_at`. */
  readonly describe: (operation: O) => string;
  /** What is lost or dangerous when this runs on a database that stands at `before`. */
  readonly warn?: (operation: O, before: Schema) => readonly Warning[];
}

/** The refusal that stands where an operation has no inverse. */
export function irreversible(reason: string): readonly Operation[] {
  return [{ kind: "irreversible", reason }];
}
