import type { Json } from "../base/json.ts";

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
  readonly comment?: string;
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

export interface PrimaryKey {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Unique extends Deferrable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly nullsNotDistinct?: true;
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
}

export type ReferentialAction = "cascade" | "restrict" | "set null" | "set default";

export interface Deferrable {
  readonly deferrable?: "initially immediate" | "initially deferred";
}

export interface Check extends SqlText {
  readonly name: string;
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
}

export type IndexPart = ({ readonly column: string } | { readonly expression: string }) & {
  readonly order?: "desc";
  /** Absent means the dialect's own place for NULL. */
  readonly nulls?: "first" | "last";
  readonly operatorClass?: string;
  readonly collation?: string;
};

/** The parts of a table that carry a name of their own within it. */
export type ConstraintKind = "primaryKey" | "unique" | "foreignKey" | "check";
export type TablePartKind = ConstraintKind | "index";

export const emptySchema: Schema = { namespaces: {}, enums: {}, tables: {}, requiredRows: {} };
