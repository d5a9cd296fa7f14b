import type { ColumnType } from "../schema/types.ts";

/** Where rows go: a table and its columns, as SQL. */
export interface BulkTarget {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
}

/** Loads many rows within the session's transaction, by the fastest means that the database has. */
export interface BulkPath {
  /** As a person would call it: `COPY`. */
  readonly name: string;
  /** Whether it binds values to a statement, so that they may come in the form in which the client takes them. */
  readonly binds?: true;
  readonly open: (target: BulkTarget) => Promise<BulkLoad>;
}

/** One load that runs. It must be ended before the session does anything else. */
export interface BulkLoad {
  /** Rows as lists of values, one list a column. */
  readonly write: (lists: readonly (readonly unknown[])[], count: number) => Promise<void>;
  /** Waits until the database has taken all rows. Throws what it refused. */
  readonly end: () => Promise<void>;
  /** Gives up; nothing more is sent. */
  readonly abort: () => Promise<void>;
}

/** Rows as lines of fields, for loads that read text. */
export function linesOf(lists: readonly (readonly unknown[])[], count: number, writers: readonly ((value: unknown) => string)[]): string {
  let text = "";
  const last = lists.length - 1;
  for (let row = 0; row < count; row++) {
    for (let at = 0; at < last; at++) text += `${writers[at]!(lists[at]![row])}\t`;
    text += `${last < 0 ? "" : writers[last]!(lists[last]![row])}\n`;
  }
  return text;
}
