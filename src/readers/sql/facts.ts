import type { PrivilegeNoun } from "../../schema/privileges.ts";
import type { Check, ColumnFacts, DatabaseObject, Default, Deferrable, Exclusion, ForeignKey, Generated, Identity, Index, Named, TableFacts } from "../../schema/types.ts";

/**
 * What a statement says, as JSON, so that it can be kept in a cache by the hash of the statement's text.
 * `at` is an offset in that text. Names are as the database keeps them; whose schema is not said is left open.
 */
export type StatementFact =
  | CreateTableFact
  | AlterTableFact
  | CreateObjectFact
  | { readonly kind: "createIndex"; readonly at: number; readonly table: Name; readonly index: IndexFact; readonly ifNotExists?: true }
  | { readonly kind: "createEnum"; readonly at: number; readonly name: Name; readonly labels: readonly LabelFact[]; readonly renamedFrom?: string }
  | { readonly kind: "alterEnum"; readonly at: number; readonly name: Name; readonly change: EnumChange }
  | { readonly kind: "createSchema"; readonly at: number; readonly name: string }
  | { readonly kind: "alterObject"; readonly at: number; readonly what: ObjectWord; readonly name: Name; readonly change: ObjectChange; readonly ifExists?: true }
  | { readonly kind: "drop"; readonly at: number; readonly what: ObjectWord; readonly names: readonly Name[]; readonly ifExists?: true; readonly cascade?: true }
  | { readonly kind: "comment"; readonly at: number; readonly on: CommentTarget; readonly name: Name; readonly part?: string; readonly text: string | null }
  /** GRANT and REVOKE; without a statement, rights on what is no part of a schema. */
  | { readonly kind: "privileges"; readonly statement?: PrivilegesFact }
  | { readonly kind: "searchPath"; readonly schema: string | null }
  /** What means nothing for a schema, such as SET. */
  | { readonly kind: "nothing" }
  /** Rows that are changed: no part of a schema either, but the person is told. */
  | { readonly kind: "rows"; readonly table: string };

/** GRANT or REVOKE of privileges on objects. */
export interface PrivilegesFact {
  readonly verb: "grant" | "revoke";
  readonly at: number;
  /** As they are written: `SELECT`, `UPDATE (title)`, `ALL`. */
  readonly privileges: readonly string[];
  readonly noun: PrivilegeNoun;
  readonly names: readonly Name[];
  /** All objects of these schemas, in place of names. */
  readonly schemas?: readonly string[];
  /** On what these roles are yet to make, in place of names; without a name it is whoever runs the file. */
  readonly madeBy?: readonly (string | undefined)[];
  readonly roles: readonly string[];
  /** WITH GRANT OPTION, or GRANT OPTION FOR. */
  readonly grantable?: true;
}

/** The kinds of objects that DROP, ALTER and COMMENT name. A type is an enum, a composite or a range; a view may be a materialised one. */
export type ObjectWord = "table" | "index" | "type" | "schema" | "view" | "materializedView" | "sequence" | "domain" | "routine" | "trigger" | "rule" | "policy" | "extension" | "aggregate" | "operator" | "cast" | "eventTrigger" | "statistics" | "collation" | "textSearchConfiguration" | "textSearchDictionary" | "textSearchParser" | "textSearchTemplate" | "event";
export type CommentTarget = ObjectWord | "column" | "constraint" | "domain constraint";

export interface Name {
  readonly name: string;
  readonly schema?: string;
  readonly at: number;
  /** Of a routine: the types of its parameters. Of what stands on a table: that table. */
  readonly signature?: string;
  readonly table?: { readonly name: string; readonly schema?: string };
}

export interface CreateTableFact {
  readonly kind: "createTable";
  readonly at: number;
  readonly name: Name;
  readonly ifNotExists?: true;
  /** A table of the session alone. */
  readonly temporary?: true;
  readonly columns: readonly ColumnFact[];
  readonly parts: readonly PartFact[];
  readonly options: TableOptions;
  /** Tables that LIKE copies columns from. */
  readonly renamedFrom?: string;
  readonly like?: readonly { readonly table: Name; readonly including: readonly string[] }[];
}

export interface TableOptions {
  readonly comment?: string;
  readonly facts?: Omit<TableFacts, "inherits" | "partitionOf">;
  readonly inherits?: readonly Name[];
  readonly partitionOf?: { readonly table: Name; readonly bound: string };
}

export interface ColumnFact {
  readonly at: number;
  readonly name: string;
  /** The type as it is written; a column of a partition may say none. */
  readonly type?: string;
  readonly notNull?: true;
  readonly default?: Default;
  readonly identity?: Identity;
  readonly autoIncrement?: true;
  /** It counts by a sequence of its own, as `serial` says. */
  readonly serial?: true;
  /** MySQL's BINARY: it is sorted by the binary collation of its character set. */
  readonly binary?: true;
  readonly generated?: Generated;
  /** MariaDB: a history is kept of it, if of no other column. */
  readonly versioned?: true;
  readonly collation?: string;
  readonly comment?: string;
  readonly facts?: ColumnFacts;
  readonly renamedFrom?: string;
  /** Constraints that stand on the column. */
  readonly parts: readonly PartFact[];
}

interface Part {
  readonly at: number;
  readonly name?: string;
  readonly renamedFrom?: string;
}

export type PartFact =
  | ({ readonly kind: "primaryKey"; readonly columns: readonly string[]; readonly include?: readonly string[]; readonly withoutOverlaps?: string } & Part & Deferrable)
  | ({ readonly kind: "unique"; readonly columns: readonly string[]; readonly nullsNotDistinct?: true; readonly include?: readonly string[]; readonly withoutOverlaps?: string } & Part & Deferrable)
  | ({ readonly kind: "foreignKey"; readonly columns: readonly string[] } & Part & ReferenceFact)
  | ({ readonly kind: "check"; readonly column?: string } & Part & Omit<Check, "name">)
  | ({ readonly kind: "exclusion" } & Part & Omit<Exclusion, "name">)
  | IndexFact;

export interface ReferenceFact extends Omit<ForeignKey, "name" | "columns" | "references"> {
  readonly table: Name;
  /** Absent means the key of that table. */
  readonly referred?: readonly string[];
}

export interface IndexFact extends Part, Omit<Index, "name"> {
  readonly kind: "index";
}

export interface LabelFact {
  readonly label: string;
  readonly renamedFrom?: string;
}

export type EnumChange =
  | { readonly kind: "add"; readonly label: string; readonly ifNotExists?: true; readonly before?: string; readonly after?: string }
  | { readonly kind: "renameLabel"; readonly from: string; readonly to: string };

/** An object whose own schema and table are still as they were written. */
export interface CreateObjectFact {
  readonly kind: "createObject";
  readonly at: number;
  readonly object: DatabaseObject;
  readonly replaces?: true;
  readonly ifNotExists?: true;
  /** Of the session alone. */
  readonly temporary?: true;
  /** The table that it stands on, and the tables that it names as keys. */
  readonly table?: Name;
  readonly ownedBy?: { readonly table: Name; readonly column: string } | "none";
  readonly renamedFrom?: string;
}

export type ObjectChange =
  | { readonly kind: "rename"; readonly to: string }
  | { readonly kind: "setSchema"; readonly schema: string }
  | { readonly kind: "sequence"; readonly options: Named<unknown>; readonly ownedBy?: { readonly table: Name; readonly column: string } | "none" }
  | { readonly kind: "set"; readonly values: Named<unknown> }
  | { readonly kind: "columnDefault"; readonly column: string }
  | { readonly kind: "domain"; readonly change: { readonly notNull?: boolean; readonly default?: Default | null; readonly addCheck?: Extract<PartFact, { kind: "check" }>; readonly dropCheck?: string } }
  | { readonly kind: "mapping"; readonly tokens: readonly string[]; readonly dictionaries: readonly string[]; readonly mode: "add" | "alter" | "drop" }
  | { readonly kind: "attachIndex"; readonly index: Name }
  | { readonly kind: "indexStatistics"; readonly part: number; readonly target: number };

export interface AlterTableFact {
  readonly kind: "alterTable";
  readonly at: number;
  readonly table: Name;
  readonly ifExists?: true;
  readonly actions: readonly AlterAction[];
}

export type AlterAction = { readonly at: number } & (
  | { readonly kind: "addColumn"; readonly column: ColumnFact; readonly ifNotExists?: true; readonly place?: ColumnPlace }
  | { readonly kind: "dropColumn"; readonly column: string; readonly ifExists?: true }
  | { readonly kind: "changeColumn"; readonly from: string; readonly column: ColumnFact; readonly place?: ColumnPlace }
  | { readonly kind: "alterColumn"; readonly column: string; readonly change: ColumnChange }
  | { readonly kind: "addPart"; readonly part: PartFact; readonly usingIndex?: string; readonly ifNotExists?: true }
  | { readonly kind: "dropPart"; readonly of: "constraint" | "index" | "primaryKey" | "foreignKey" | "check"; readonly name?: string; readonly ifExists?: true }
  | { readonly kind: "validate"; readonly name: string }
  | { readonly kind: "alterConstraint"; readonly name: string; readonly deferrable: Deferrable["deferrable"] | null }
  | { readonly kind: "renameColumn"; readonly from: string; readonly to: string }
  | { readonly kind: "renamePart"; readonly from: string; readonly to: string }
  | { readonly kind: "renameTable"; readonly to: Name }
  | { readonly kind: "setSchema"; readonly schema: string }
  | { readonly kind: "setOptions"; readonly options: TableOptions }
  /** Facts of the table; `null` takes one away. */
  | { readonly kind: "setFacts"; readonly facts: { readonly [K in keyof TableFacts]?: TableFacts[K] | null } }
  /** The two are said apart, in either order. */
  | { readonly kind: "rowSecurity"; readonly enabled?: boolean; readonly forced?: boolean }
  /** MariaDB: a period that the application keeps comes, or goes. SYSTEM_TIME is told by its columns. */
  | { readonly kind: "period"; readonly name: string; readonly columns: readonly [string, string] | null }
  | { readonly kind: "resetOptions"; readonly names: readonly string[] }
  | { readonly kind: "inherit"; readonly parent: Name; readonly remove?: true }
  | { readonly kind: "attachPartition"; readonly partition: Name; readonly bound: string }
  | { readonly kind: "detachPartition"; readonly partition: Name }
  | { readonly kind: "enableTrigger"; readonly what: "trigger" | "rule"; readonly name: string; readonly enabled: "disabled" | "replica" | "always" | null }
  | { readonly kind: "indexVisibility"; readonly name: string; readonly invisible: boolean }
  | { readonly kind: "nothing" }
);

export type ColumnPlace = "first" | { readonly after: string };

/** What ALTER COLUMN changes; `null` takes away. */
export interface ColumnChange {
  readonly type?: string;
  readonly collation?: string;
  readonly notNull?: boolean;
  readonly default?: Default | null;
  readonly identity?: Identity | null;
  /** Changes some of the identity's options. */
  readonly identityOptions?: Partial<Identity>;
  readonly generated?: null;
  readonly facts?: { readonly [K in keyof ColumnFacts]?: ColumnFacts[K] | null };
}
