import type { Operation } from "../operations/index.ts";
import type { Schema, Table } from "../schema/types.ts";

/** An operation with the lines that stand above its call, such as a warning that values are lost. */
export interface AnnotatedOperation {
  readonly operation: Operation;
  readonly comments: readonly string[];
}

/** The constants at the top of a revision file. */
export interface RevisionHeader {
  readonly revision: string;
  readonly downRevision: string | readonly string[] | null;
  readonly branchLabels: readonly string[];
  readonly dependsOn: readonly string[];
}

/** All that a revision file is written from. */
export interface RevisionSource extends RevisionHeader {
  readonly message: string;
  readonly created: Date;
  readonly upgrade: readonly AnnotatedOperation[];
  readonly downgrade: readonly AnnotatedOperation[];
  /** The schema before the upgrade. */
  readonly before: Schema;
  /** The schema after the upgrade. */
  readonly after: Schema;
  /** Tables whose stubs stand at the top whole, as rows are going to be written by hand. */
  readonly declared?: readonly Table[] | undefined;
}

/** A revision that a person is going to fill in. */
export type EmptyRevision = Omit<RevisionSource, "upgrade" | "downgrade" | "before" | "after" | "declared">;

/** Prettier's options, as its own configuration file gives them. */
export type PrettierOptions = Readonly<Record<string, unknown>>;

export interface WriteOptions {
  /** The text of a project's own template, in place of `templates/revision.ts`. */
  readonly template?: string | undefined;
  /** The project's resolved Prettier configuration; `resolvePrettierConfig` finds it. */
  readonly prettier?: PrettierOptions | undefined;
}
