import type { ColumnBuilder, IdentityOptions } from "../models/column.ts";
import type { DeclaredReference } from "../models/row-reference.ts";
import type { Sql } from "../models/sql.ts";
import type { AnyTable, Database, KyselyTable, NameOf, NewRow } from "../models/table.ts";
import type { ColumnFacts } from "../schema/types.ts";

/** A table: its name (`"job"`, or `"auth.job"` in a schema), or any stub of it. */
export type TableReference = string | AnyTable;

/** Tables that a query may use: stubs by name, in a list, or a single one. */
export type Stubs = AnyTable | readonly AnyTable[] | Readonly<Record<string, AnyTable>>;

/** Kysely's `Database` for stubs. */
export type DatabaseOf<S extends Stubs> = S extends AnyTable
  ? { [K in S as NameOf<K>]: KyselyTable<K> }
  : S extends readonly AnyTable[]
    ? { [K in S[number] as NameOf<K>]: KyselyTable<K> }
    : Database<S>;

/** A query that Kysely built, or any SQL expression. */
export interface BuiltQuery {
  toOperationNode(): unknown;
}

/** What `op.alterColumn` changes: an absent key leaves its property, `null` removes it. */
export interface ColumnChangeOptions {
  /** The new type, as a builder: `varchar(80)`. */
  readonly type?: ColumnBuilder<any>;
  /** How the values become the new type; the database's own cast where it is absent. */
  readonly using?: Sql | string;
  readonly nullable?: boolean;
  /** A literal, or sql`…`. */
  readonly default?: Sql | string | number | bigint | boolean | Date | object | null;
  readonly identity?: IdentityOptions | null;
  readonly autoIncrement?: true | null;
  /** sql`…`, or with a storage of its own: `{ sql: "a + b", storage: "virtual" }`. Stored is the default. */
  readonly generated?: Sql | { readonly sql: string; readonly storage?: "stored" | "virtual" } | null;
  readonly collation?: string | null;
  readonly comment?: string | null;
  /** All of them, as they are afterwards. */
  readonly facts?: ColumnFacts | null;
}

/** A value of a row: of the column's type, SQL, or `ref(…)` to another row. */
export type CellOf<Stub extends AnyTable, K extends keyof NewRow<Stub>> = NewRow<Stub>[K] | Sql | DeclaredReference;

/** Some columns of a row, among them those of its key. */
export type KeyedRow<Stub extends AnyTable, Key extends keyof NewRow<Stub>> = { readonly [K in Key]-?: CellOf<Stub, K> } & { readonly [K in keyof NewRow<Stub>]?: CellOf<Stub, K> };

/** The columns by which rows are found: `{ key: "name" }`, or several as a list. */
export interface KeyOption<Key, Column = Key> {
  readonly key: Key | readonly Key[];
  /** The rows are those that the models declare with `requiredRows`: snapshots keep them. Generated revisions say so. */
  readonly required?: boolean;
  /** What becomes of a row that was changed by hand: it is kept and reported by default; or it is overwritten, or ends the revision. */
  readonly drift?: "keep" | "overwrite" | "fail";
  /** Columns that are the users' once a row is there: they are not compared. */
  readonly ignore?: readonly Column[];
}

/**
 * `online: true`: done in the way that lets others read and write meanwhile, in as many steps as that takes, outside of the revision's
 * transaction. The schema it leads to is the same. MySQL and MariaDB refuse it where the server would copy the table.
 */
export interface OnlineOptions {
  readonly online?: true;
}

/** What the rows held before, for the downgrade. */
export interface FormerRows<Row> {
  readonly was: readonly Row[];
}
