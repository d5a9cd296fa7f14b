import type { WritableQuery } from "../operations/execute.ts";
import type { Operation } from "../operations/index.ts";
import type { NameMaker } from "../schema/names.ts";
import type { Column, ColumnType, DatabaseObject, Default, Schema, TableFacts } from "../schema/types.ts";
import type { SqlSyntax } from "./sql-syntax.ts";
import type { Limits, Running } from "./running.ts";

export type DialectName = "postgres" | "sqlite" | "mysql" | "mariadb";

/** Knowledge of one database, without any I/O. Nobody outside `src/dialects` compares its name. */
export interface Dialect {
  readonly name: DialectName;
  /** As its makers spell it: `PostgreSQL`. */
  readonly title: string;
  /** The dialect that this one comes from, whose manual tells what its own does not. */
  readonly kin?: DialectName;
  readonly capabilities: Capabilities;
  /** How its SQL is written, for those who read files of it. */
  readonly syntax: SqlSyntax;
  /**
   * The database's own names for what nobody named, how many bytes a name may have, and within what a name must be its own:
   * an index's name in its schema, or in its table.
   */
  readonly naming: { readonly names: NameMaker; readonly limit: number; readonly scope: "schema" | "table" };

  /** What of a schema this database cannot have, each with a sentence. */
  refuse(schema: Schema): readonly Refusal[];

  /** A type in its normal form: synonyms and raw SQL that name a known type become that type. */
  normalType(type: ColumnType): ColumnType;
  /** What is said of a table, each fact in one spelling; a fact that every table has may be left out. */
  normalFacts(facts: TableFacts): TableFacts;
  /** Whether two columns count alike; absent where there is one spelling of it. */
  sameCounting?(a: Column, b: Column): boolean;
  /** The type of a routine's parameter or result in one spelling, where more counts than what tells routines apart. */
  routineType?(type: string): string;
  sameDefault(a: Default | undefined, b: Default | undefined, type: ColumnType): boolean;
  /** Whether two expressions mean the same, whatever their spelling. */
  sameExpression(a: string, b: string): boolean;

  /** Whether an object can take another definition where it stands, whatever stands on it. `schema` is the one before. */
  canReplace(before: DatabaseObject, after: DatabaseObject, schema: Schema): boolean;

  /**
   * The schema as this database keeps it: types it lacks become those that stand for them, expressions and defaults
   * take one normal form. What `readCatalogue` gives equals this, once it has been through `physical` itself.
   */
  physical(schema: Schema): Schema;

  /** Statements for operations on a database that holds `before`. Pure; throws RUN-0xx for what the database lacks. */
  plan(operations: readonly Operation[], before: Schema, options?: PlanOptions): Plan;

  /** What the database does while statements run: limits, locks, errors. */
  readonly running: Running;
  /** A query whose only row says, as `rows`, about how many rows a table has. */
  rowEstimateSql(key: string): string;
  /**
   * An aggregate over the rows of a table with the alias `t`: the same for the same rows in the same columns. Absent where reading
   * the rows costs no more.
   */
  readonly rowDigest?: string;
  /** A query that gives, as `at`, the places in the list of those tables that may hold rows: all others have never been written to. */
  readonly mayHoldRowsSql?: (keys: readonly string[]) => string;

  /** Reads a database's schema through `query`. Tables in `ignoreTables` (by key) are left out. */
  readCatalogue(query: CatalogueQuery, options?: CatalogueOptions): Promise<Schema>;
  /** A query that gives, as `noun` and `name`, what stands in a database and has no words in a model; absent where there is no such thing. */
  readonly leftOutSql?: string;

  /** An identifier in quotes. */
  quote(name: string): string;
  /** A table's key as SQL: `"auth"."users"`. */
  tableName(key: string): string;
  /** A value as an SQL literal; the column's type says how a date, bytes or JSON are written. Throws DAT-0xx for what has no literal. */
  literal(value: unknown, type?: ColumnType): string;
  /** A query that an author built as SQL, with its values as literals. */
  compile(query: WritableQuery): string;
}

export interface Capabilities {
  /** DDL is undone by a rollback. */
  readonly transactionalDdl: boolean;
  /** Schemas within the database. */
  readonly namespaces: boolean;
  /**
   * What a view or a trigger keeps the columns that it uses from: from changing their type and from going, from going alone,
   * or from nothing.
   */
  readonly boundObjects: "types" | "names" | "nothing";
  /** A constraint on a table that stands has a form beside readers and writers: not valid and validated later, or over an index that was built before. */
  readonly onlineConstraints: boolean;
  /** RESTRICT does what NO ACTION does, as every foreign key is looked at at once. */
  readonly restrictIsNoAction: boolean;
}

export interface Refusal {
  /** `table`, `table.column`, `table.part` or an enum's key. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

export interface PlanOptions {
  /** What runs in the same transaction afterwards, in revisions that follow. */
  readonly later?: readonly Operation[];
  /** Whether the schema is a draft that the operations shall change, so that a path is planned at a cost that follows what it does. */
  readonly inPlace?: boolean;
}

/** What runs for a revision, in order. */
export interface Plan {
  /** Statements before the transaction begins, such as a PRAGMA that a transaction would ignore. */
  readonly setup: readonly string[];
  readonly steps: readonly Step[];
  /** Queries at the end of the transaction that must find nothing. */
  readonly verify: readonly Verification[];
  /** Statements after the transaction, run whether it succeeded or not. */
  readonly cleanup: readonly string[];
}

export type Step = {
  /** The index of the operation it belongs to. */
  readonly operation: number;
  /** `false`: the statement refuses to run inside a transaction. */
  readonly transaction: boolean;
  /** Limits of this step, in place of those of the run. */
  readonly limits?: Limits;
} & (
  /**
   * `mend` is a query whose first column holds SQL to run before: what an earlier failure of the statement left is cleared away.
   * `undo` takes the statement back by itself, whether it was done or not, where its operation stopped half-way.
   */
  | { readonly kind: "sql"; readonly sql: string; readonly mend?: string; readonly undo?: string }
  /** Calls an author's function with the open database. */
  | { readonly kind: "run"; readonly callback: (database: never) => Promise<void> }
  /** Runs a query whose first column holds SQL, and remembers those texts under a name. Online only. */
  | { readonly kind: "keep"; readonly name: string; readonly query: string; /** Finds only what the schema does not know. */ readonly unknownQuery: string }
  /** Runs the remembered texts. */
  | { readonly kind: "restore"; readonly name: string; /** What of it the schema knows, as statements. */ readonly known: readonly string[] }
  /** Looks at rows before they are written, and tells of those that are not as the revision expects them. */
  | { readonly kind: "inspect"; readonly query: string; readonly inspection: RowInspection }
  /** Changes the rows of a table in batches, each in a transaction of its own. */
  | { readonly kind: "batches"; readonly batches: Batches }
  /** Inserts many rows: by the client's bulk path where that does the same, else by statements. */
  | { readonly kind: "load"; readonly load: RowLoad }
);

/** Many rows on their way into a table, made into what the database reads while they are sent: they never stand in memory as SQL. */
export interface RowLoad {
  readonly table: string;
  readonly rows: number;
  /** The statement of the first row. */
  readonly sample: string;
  /** INSERT statements for some of the rows at a time, for offline SQL and where there is no bulk path. */
  readonly statements: () => Iterable<LoadStatements>;
  /** The rows as values, where a bulk path keeps each of them as its literal would be kept. */
  readonly runs?: readonly LoadRun[];
  /** A query that finds something where a rollback to a savepoint would leave rows. */
  readonly remainsSql?: string;
}

export interface LoadStatements {
  readonly sql: readonly string[];
  readonly rows: number;
}

/** Neighbours with the same columns. */
export interface LoadRun {
  /** The table and its columns, as SQL. */
  readonly target: { readonly table: string; readonly columns: readonly { readonly name: string; readonly type: ColumnType }[] };
  readonly rows: number;
  /** Some of the rows as lists of values, one list a column. */
  readonly lists: (from: number, count: number) => readonly (readonly unknown[])[];
}

/** The statements of an UPDATE in batches. A key that was `reached` is given as the literals of its columns. */
export interface Batches {
  readonly table: string;
  readonly size: number;
  /** Milliseconds between two batches. */
  readonly pause: number;
  /** All in one statement, for offline SQL. */
  readonly wholeSql: string;
  /** Counts, as `total`, the rows that are left. */
  readonly countSql: (reached: readonly string[] | undefined) => string;
  /** Gives the last key of the next batch, as `k0`, `k1` …, and how many rows it has as `counted`; no row when there is none. */
  readonly nextSql: (reached: readonly string[] | undefined) => string;
  readonly updateSql: (reached: readonly string[] | undefined, last: readonly string[]) => string;
}

/** Rows that an operation is about to write, and what becomes of those that were changed by hand. */
export interface RowInspection {
  /** What the operation does with the rows. An insert of new rows expects none of them. */
  readonly doing: "insert" | "insertNew" | "update" | "delete";
  readonly table: string;
  readonly policy: "keep" | "overwrite" | "fail";
  /** The rows by their keys, as in `name "admin"`: the query gives their `position` here, and whether each `differs`. */
  readonly rows: readonly string[];
}

export interface Verification {
  readonly query: string;
  /** What it means when there are rows. */
  readonly message: string;
}

/** Runs a query and gives its rows. Parameters are given only by readers that have a memory. */
export type CatalogueQuery = <Row extends Record<string, unknown> = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]) => Promise<readonly Row[]>;

/** What a reader found, so that it can read less the next time; of one session with one database that nobody else changes. */
export interface CatalogueMemory {
  kept?: unknown;
}

export interface CatalogueOptions {
  /** PostgreSQL schemas to read; the default is all but the system's. */
  readonly schemas?: readonly string[];
  readonly ignoreTables?: readonly string[];
  /** Whether grants are read too. */
  readonly privileges?: boolean;
  /**
   * Objects of revisions, by key. What a database has by itself counts as there where they say it: what was granted to an object's
   * owner, as far as he has it, and the comment that an extension brings along.
   */
  readonly recorded?: Schema["objects"];
  /** From one read to the next: what is known there to be unchanged may be left unread, and what comes out is the same. */
  readonly memory?: CatalogueMemory;
}
