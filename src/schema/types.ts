import type { Json } from "../base/json.ts";
import type { DatabaseObject } from "./object-types.ts";

export type * from "./object-types.ts";

/**
 * The model of a database: plain JSON, readonly, references by name. Places in source files live beside it, never inside.
 * A key such as `"users"` or `"auth.users"` names a table or an enum; `key.ts` makes and splits it.
 */
export interface Schema {
  /** PostgreSQL schemas other than the default one. */
  readonly namespaces: Named<Namespace>;
  readonly enums: Named<EnumType>;
  readonly tables: Named<Table>;
  /** Rows that the application cannot work without, by the key of their table. */
  readonly requiredRows: Named<RequiredRows>;
  /** Views, routines, triggers and all else, by `objectKey`: `"view active_users"`, `"trigger users.touch"`. */
  readonly objects: Named<DatabaseObject>;
}

export type Named<T> = Readonly<Record<string, T>>;

/** The kinds of objects a schema holds, as the names of its records. */
export type ObjectKind = keyof Schema;
export type SchemaObject = Schema[ObjectKind][string];

/** The required rows of a table, as JSON, in one order. */
export interface RequiredRows {
  readonly rows: readonly Named<Json>[];
}

export interface Namespace {
  readonly name: string;
}

export interface EnumType {
  readonly name: string;
  readonly schema?: string;
  readonly labels: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly schema?: string;
  readonly columns: readonly Column[];
  readonly primaryKey?: PrimaryKey;
  readonly uniques: readonly Unique[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly Check[];
  readonly indexes: readonly Index[];
  /** PostgreSQL; absent where there are none. */
  readonly exclusions?: readonly Exclusion[];
  readonly comment?: string;
  readonly facts?: TableFacts;
}

/** What one database or another knows of a table beside its columns and constraints. */
export interface TableFacts {
  /** PostgreSQL: keys of the tables that it inherits from. What it has of them alone is not among its own columns and checks. */
  readonly inherits?: readonly string[];
  readonly partitionBy?: PartitionKey;
  /**
   * PostgreSQL: the table that this one is a partition of, by key, and the bound as SQL: `FOR VALUES IN ('a')`, `DEFAULT`.
   * Its columns are the partitioned table's, so that only those which differ from them stand here; so with constraints and indexes.
   */
  readonly partitionOf?: { readonly table: string; readonly bound: string };
  /** MySQL and MariaDB: partitions within the table, as the SQL after PARTITION BY. */
  readonly partitions?: string;
  readonly rowSecurity?: "enabled" | "forced";
  /** Absent: the primary key. */
  readonly replicaIdentity?: "full" | "nothing" | { readonly index: string };
  /** The index by which CLUSTER orders the rows. */
  readonly clusteredOn?: string;
  readonly unlogged?: true;
  readonly accessMethod?: string;
  readonly tablespace?: string;
  /** Storage parameters of PostgreSQL (`fillfactor: "70"`); options of MySQL and MariaDB that have no name here (`ROW_FORMAT: "COMPRESSED"`). */
  readonly options?: Named<string>;
  /** SQLite. */
  readonly withoutRowid?: true;
  readonly strict?: true;
  /** MySQL and MariaDB. Absent: the database's own. */
  readonly engine?: string;
  readonly charset?: string;
  readonly collation?: string;
  /** MariaDB. */
  readonly systemVersioned?: true;
  /** MariaDB: the two columns of each period that the application keeps, by its name. SYSTEM_TIME is told by the columns' `rowPeriod`. */
  readonly periods?: Named<readonly [string, string]>;
}

export interface PartitionKey {
  readonly strategy: "range" | "list" | "hash";
  readonly parts: readonly IndexPart[];
}

export interface Exclusion extends Deferrable {
  readonly name: string;
  /** The access method; absent: btree. */
  readonly method?: string;
  readonly elements: readonly (IndexPart & { readonly operator: string })[];
  readonly include?: readonly string[];
  readonly where?: string;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly default?: Default;
  readonly identity?: Identity;
  /** The database counts up by its own means: SQLite's AUTOINCREMENT, MySQL's AUTO_INCREMENT, an identity on PostgreSQL. */
  readonly autoIncrement?: true;
  readonly generated?: Generated;
  readonly collation?: string;
  readonly comment?: string;
  readonly facts?: ColumnFacts;
}

/** What one database or another knows of a column. */
export interface ColumnFacts {
  /** MySQL and MariaDB: ON UPDATE. */
  readonly onUpdate?: string;
  /** MySQL and MariaDB: left out by `SELECT *`. */
  readonly invisible?: true;
  readonly charset?: string;
  /** MariaDB: no history is kept of it. */
  readonly withoutSystemVersioning?: true;
  /** MariaDB: it holds the beginning or the end of a row's life. It stands in the database while the table has system versioning. */
  readonly rowPeriod?: "start" | "end";
  /** MySQL: the reference system of a spatial column. */
  readonly srid?: number;
  /** PostgreSQL: `external`, `main`…, when it is not the type's own. */
  readonly storage?: string;
  readonly compression?: string;
  readonly statistics?: number;
  /** PostgreSQL: `{ n_distinct: "100" }`. */
  readonly options?: Named<string>;
}

export type ColumnType =
  | { readonly kind: "smallint" }
  | { readonly kind: "integer" }
  | { readonly kind: "bigint" }
  | { readonly kind: "numeric"; readonly precision?: number; readonly scale?: number }
  | { readonly kind: "real" }
  | { readonly kind: "double" }
  | { readonly kind: "boolean" }
  | { readonly kind: "char"; readonly length?: number }
  | { readonly kind: "varchar"; readonly length?: number }
  | { readonly kind: "text" }
  | { readonly kind: "date" }
  | { readonly kind: "time"; readonly precision?: number }
  | { readonly kind: "timestamp"; readonly precision?: number }
  | { readonly kind: "timestamptz"; readonly precision?: number }
  | { readonly kind: "interval" }
  | { readonly kind: "uuid" }
  | { readonly kind: "json" }
  | { readonly kind: "jsonb" }
  | { readonly kind: "binary"; readonly length?: number }
  /** `name` is the key of an enum of the schema. */
  | { readonly kind: "enum"; readonly name: string }
  | { readonly kind: "array"; readonly element: ColumnType }
  /** What the model does not know passes through as its SQL. */
  | { readonly kind: "sql"; readonly sql: string };

export type ColumnTypeKind = ColumnType["kind"];

/** SQL as its author wrote it. */
export interface SqlText {
  readonly sql: string;
}

/** A literal (JSON; dates, bytes and big integers as text) or an SQL expression. */
export type Default = { readonly value: string | number | boolean } | SqlText;

export interface Identity {
  readonly generation: "always" | "byDefault";
  readonly start?: number;
  readonly increment?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly cache?: number;
  readonly cycle?: true;
}

export interface Generated extends SqlText {
  readonly storage: "stored" | "virtual";
}

export interface PrimaryKey extends Deferrable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that its index carries along. */
  readonly include?: readonly string[];
  /** MariaDB: rows with the same columns may stand beside each other as long as their stretches of this period do not overlap. */
  readonly withoutOverlaps?: string;
}

export interface Unique extends Deferrable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly nullsNotDistinct?: true;
  readonly include?: readonly string[];
  /** MariaDB: as with a primary key. */
  readonly withoutOverlaps?: string;
}

export interface ForeignKey extends Deferrable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
  /** Absent means the standard's default, NO ACTION. */
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  /** Absent means MATCH SIMPLE. */
  readonly match?: "full";
  /** PostgreSQL: rows from before it were never looked at. */
  readonly notValid?: true;
  /** PostgreSQL: the columns that SET NULL or SET DEFAULT of ON DELETE sets, when it is not all of them. */
  readonly onDeleteColumns?: readonly string[];
}

export type ReferentialAction = "cascade" | "restrict" | "set null" | "set default";

export interface Deferrable {
  readonly deferrable?: "initially immediate" | "initially deferred";
}

export interface Check extends SqlText {
  readonly name: string;
  /** PostgreSQL: rows from before it were never looked at. */
  readonly notValid?: true;
  /** PostgreSQL: tables that inherit do not have it. */
  readonly noInherit?: true;
  /** MySQL: it is kept and not looked at. */
  readonly notEnforced?: true;
}

export interface Index {
  readonly name: string;
  readonly parts: readonly IndexPart[];
  readonly unique?: true;
  /** The access method, when it is not the dialect's own default (btree). */
  readonly method?: string;
  readonly include?: readonly string[];
  /** The predicate of a partial index. */
  readonly where?: string;
  readonly nullsNotDistinct?: true;
  /** MySQL and MariaDB: FULLTEXT, SPATIAL. */
  readonly type?: "fulltext" | "spatial";
  /** MySQL and MariaDB: the parser of a full text index. */
  readonly parser?: string;
  /** MySQL: the planner passes it over (MariaDB: IGNORED). */
  readonly invisible?: true;
  readonly comment?: string;
  /** PostgreSQL: storage parameters. */
  readonly options?: Named<string>;
  readonly tablespace?: string;
  /** PostgreSQL: targets of ANALYZE for its expressions, by the number of the part, from 1. */
  readonly statistics?: Named<number>;
}

export type IndexPart = ({ readonly column: string } | { readonly expression: string }) & {
  readonly order?: "desc";
  /** Absent means the dialect's own place for NULL. */
  readonly nulls?: "first" | "last";
  readonly operatorClass?: string;
  readonly collation?: string;
  /** MySQL and MariaDB: how many characters or bytes of the column. */
  readonly length?: number;
};

/** The parts of a table that carry a name of their own within it. */
export type ConstraintKind = "primaryKey" | "unique" | "foreignKey" | "check" | "exclusion";
export type TablePartKind = ConstraintKind | "index";

export const emptySchema: Schema = { namespaces: {}, enums: {}, tables: {}, requiredRows: {}, objects: {} };
