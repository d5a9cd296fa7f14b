import type { Trace } from "../base/trace.ts";
import type { ColumnFacts, ColumnType, Default, Deferrable, Exclusion, Generated, Identity, Index, ReferentialAction, SqlText, TableFacts } from "../schema/types.ts";
import type { ColumnReference } from "./reference.ts";

/** What the builders gather: a schema's parts with names still open, and where each was written. */
export interface TableDeclaration {
  readonly name: string;
  readonly schema?: string;
  readonly columns: readonly ColumnDeclaration[];
  /** Called once every table is declared, so that parts may name columns of tables further down. */
  readonly parts: () => readonly PartDeclaration[];
  readonly comment?: string;
  readonly facts?: TableFacts;
  readonly renamedFrom?: string;
  /** What `requiredRows` was called with for this table. */
  readonly required?: readonly RequiredDeclaration[];
  readonly trace: Trace;
}

export interface RequiredDeclaration {
  readonly options: { readonly key: string | readonly string[]; readonly ignore?: readonly string[]; readonly onConflict?: string; readonly drift?: string };
  /** By the properties of the table. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** A file that holds the rows, to be read from the folder of the module that names it. */
  readonly csv?: { readonly path: string; readonly trace: Trace };
  /** The text that `rows` are read from when they are asked for, where it is long. */
  readonly text?: string;
  /** What tells that text from others without reading it, where something does. */
  readonly identity?: string;
  readonly trace: Trace;
}

export interface ColumnDeclaration {
  readonly property: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly enumeration?: EnumDeclaration;
  readonly notNull?: true;
  readonly default?: Default;
  readonly identity?: Identity;
  readonly autoIncrement?: true;
  readonly generated?: Generated;
  readonly collation?: string;
  readonly comment?: string;
  readonly facts?: ColumnFacts;
  readonly renamedFrom?: string;
  readonly primaryKey?: { readonly name?: string };
  readonly unique?: UniqueOptions & { readonly name?: string };
  readonly references?: { readonly target: ReferenceTarget; readonly options: ReferenceOptions };
  readonly checks?: readonly { readonly name?: string; readonly expression: SqlText }[];
  readonly trace: Trace;
}

export interface EnumDeclaration {
  readonly name: string;
  readonly schema?: string;
  readonly labels: readonly string[];
  readonly renamedFrom?: string;
  /** Former names of labels, by the present name. */
  readonly renamedLabels?: Readonly<Record<string, string>>;
  readonly trace: Trace;
}

export interface UniqueOptions extends Deferrable {
  readonly nullsNotDistinct?: true;
  readonly include?: readonly string[];
  readonly withoutOverlaps?: string;
}

/** A column of another table: `() => listType.id`, or `"list_type.id"`. */
export type ReferenceTarget = (() => ColumnReference) | string;

export interface ReferenceOptions extends Deferrable {
  readonly name?: string;
  readonly onDelete?: ReferentialAction | "no action";
  readonly onUpdate?: ReferentialAction | "no action";
  readonly match?: "simple" | "full";
  /** PostgreSQL: rows that are there are not looked at. */
  readonly notValid?: boolean;
  /** PostgreSQL: the columns that SET NULL or SET DEFAULT sets, when it is not all of them. */
  readonly onDeleteColumns?: readonly string[];
}

export interface CheckOptions {
  /** PostgreSQL: rows that are there are not looked at. */
  readonly notValid?: true;
  /** PostgreSQL: tables that inherit do not have it. */
  readonly noInherit?: true;
  /** MySQL: it is kept and not looked at. */
  readonly notEnforced?: true;
}

/** A column named by itself or as a column of the table. */
export type ColumnName = string | ColumnReference;

export type PartDeclaration =
  | ({ readonly kind: "primaryKey"; readonly name?: string; readonly renamedFrom?: string; readonly columns: readonly ColumnName[]; readonly include?: readonly string[]; readonly withoutOverlaps?: string; readonly trace: Trace } & Deferrable)
  | ({ readonly kind: "unique"; readonly name?: string; readonly renamedFrom?: string; readonly columns: readonly ColumnName[]; readonly trace: Trace } & UniqueOptions)
  | {
      readonly kind: "foreignKey";
      readonly name?: string;
      readonly renamedFrom?: string;
      readonly columns: readonly ColumnName[];
      readonly target: (() => readonly ColumnReference[]) | { readonly table: string; readonly columns: readonly string[] };
      readonly options: Omit<ReferenceOptions, "name">;
      readonly trace: Trace;
    }
  | ({ readonly kind: "check"; readonly name?: string; readonly renamedFrom?: string; readonly expression: SqlText; readonly trace: Trace } & CheckOptions)
  | { readonly kind: "exclusion"; readonly name?: string; readonly renamedFrom?: string; readonly elements: readonly ExclusionElement[]; readonly options: Omit<Exclusion, "name" | "elements">; readonly trace: Trace }
  | { readonly kind: "index"; readonly name?: string; readonly renamedFrom?: string; readonly parts: readonly (ColumnName | SqlText | ExpressionPart)[]; readonly options: Omit<Index, "name" | "parts">; readonly trace: Trace };

/** A column or an expression of an exclusion constraint, with the operator that compares two rows. */
export interface ExclusionElement {
  readonly part: ColumnName | SqlText | ExpressionPart;
  readonly operator: string;
}

/** An expression in an index with an order of its own. */
export interface ExpressionPart {
  readonly expression: SqlText;
  readonly options: { readonly order?: "desc"; readonly nulls?: "first" | "last"; readonly operatorClass?: string; readonly collation?: string; readonly length?: number };
}
