import type { ReferentialAction } from "../../schema/types.ts";

/**
 * What a statement of SQL does, as far as its words tell. Table names are keys. What is not told apart here is `other`.
 * It is read from tokens: enough to say what is locked, scanned and lost, for every statement that our own plans write and for
 * those that authors write by hand.
 */
export type Statement =
  | CreateTableStatement
  | AlterTableStatement
  | CreateIndexStatement
  | { readonly kind: "dropTable"; readonly tables: readonly string[]; readonly ifExists: boolean; readonly cascade: boolean }
  | { readonly kind: "dropIndex"; readonly indexes: readonly string[]; readonly table?: string; readonly concurrently: boolean; readonly ifExists: boolean; readonly cascade: boolean }
  | { readonly kind: "renameTables"; readonly pairs: readonly { readonly from: string; readonly to: string }[] }
  | { readonly kind: "alterIndex"; readonly index: string; readonly words: string }
  | { readonly kind: "createTrigger"; readonly table: string; readonly name: string; readonly definer: boolean }
  | { readonly kind: "dropTrigger"; readonly table?: string; readonly name: string }
  | { readonly kind: "createRoutine"; readonly noun: string; readonly name: string; readonly body: string; readonly definer: boolean }
  | { readonly kind: "createType"; readonly name: string; readonly labels?: readonly string[] }
  | { readonly kind: "createDomain"; readonly name: string; readonly hasConstraint: boolean }
  | { readonly kind: "alterDomain"; readonly name: string; readonly addsConstraint: boolean; readonly notValid: boolean; readonly validates: boolean }
  | { readonly kind: "addEnumLabel"; readonly name: string; readonly label: string; readonly placed: boolean }
  | { readonly kind: "renameEnumLabel"; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: "truncate"; readonly tables: readonly string[]; readonly cascade: boolean }
  | { readonly kind: "insert"; readonly table: string; /** As they are listed; none where the statement lists none. */ readonly columns: readonly string[] }
  | { readonly kind: "update"; readonly table: string; readonly hasWhere: boolean; /** The columns that it assigns. */ readonly columns: readonly string[] }
  | { readonly kind: "delete"; readonly table: string; readonly hasWhere: boolean }
  | { readonly kind: "select"; readonly locks: boolean }
  | { readonly kind: "comment"; readonly on: string; readonly table?: string }
  | { readonly kind: "reindex"; readonly what: string; readonly name: string; readonly concurrently: boolean }
  | { readonly kind: "vacuum"; readonly full: boolean; readonly table?: string }
  | { readonly kind: "cluster"; readonly table?: string }
  | { readonly kind: "analyze"; readonly table?: string }
  | { readonly kind: "refresh"; readonly name: string; readonly concurrently: boolean }
  | { readonly kind: "lockTable"; readonly tables: readonly string[]; readonly mode: string }
  | { readonly kind: "transaction"; readonly verb: "begin" | "commit" | "rollback" }
  | { readonly kind: "set"; readonly name: string; readonly value: string }
  | { readonly kind: "grant"; readonly verb: string }
  | { readonly kind: "policy"; readonly table: string }
  /** A rule that rewrites queries on a table (PostgreSQL). */
  | { readonly kind: "rule"; readonly table: string }
  | { readonly kind: "drop"; readonly noun: string; readonly name: string; readonly cascade: boolean; readonly ifExists: boolean }
  | { readonly kind: "create"; readonly noun: string; readonly name: string; /** The table of statistics. */ readonly table?: string; readonly replaces?: true; /** A view says by whose rights it reads. */ readonly definer?: true }
  | { readonly kind: "alter"; readonly noun: string; readonly name: string; readonly words: string; /** The table of a trigger or a rule. */ readonly table?: string }
  | { readonly kind: "block"; readonly body: string }
  | { readonly kind: "other"; readonly verb: string };

export type StatementOf<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

export interface CreateTableStatement {
  readonly kind: "createTable";
  readonly table: string;
  readonly temporary: boolean;
  readonly ifNotExists: boolean;
  /** Filled from a query. */
  readonly fromQuery: boolean;
  readonly columns: readonly ColumnWords[];
  readonly constraints: readonly ConstraintWords[];
  readonly partitionOf?: string;
  /** Tables that it inherits from. */
  readonly inherits?: readonly string[];
  readonly partitioned: boolean;
}

export interface AlterTableStatement {
  readonly kind: "alterTable";
  readonly table: string;
  readonly ifExists: boolean;
  readonly actions: readonly AlterAction[];
  /** MySQL's ALGORITHM and LOCK, in upper case. */
  readonly algorithm?: string;
  readonly lock?: string;
}

export interface CreateIndexStatement {
  readonly kind: "createIndex";
  readonly name: string;
  readonly table: string;
  readonly unique: boolean;
  readonly concurrently: boolean;
  readonly ifNotExists: boolean;
  readonly columns: readonly string[];
  readonly type?: "FULLTEXT" | "SPATIAL";
  readonly algorithm?: string;
  readonly lock?: string;
}

/** A column as CREATE TABLE, ADD COLUMN or MODIFY COLUMN writes it. */
export interface ColumnWords {
  readonly name: string;
  /** As written, such as `varchar(80)`. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default?: string;
  readonly generated?: "stored" | "virtual";
  /** Identity, serial or AUTO_INCREMENT. */
  readonly counts: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly check: boolean;
  readonly references?: string;
  readonly onDelete?: ReferentialAction;
  readonly collation?: string;
  /** MySQL's FIRST or AFTER. */
  readonly placed: boolean;
}

export interface ConstraintWords {
  readonly kind: "primaryKey" | "unique" | "foreignKey" | "check" | "exclusion";
  readonly name?: string;
  readonly columns: readonly string[];
  readonly references?: { readonly table: string; readonly columns: readonly string[] };
  readonly onDelete?: ReferentialAction;
  readonly expression?: string;
  readonly notValid: boolean;
  readonly usingIndex?: string;
  /** A key of a period, which is not among the columns. */
  readonly withoutOverlaps?: true;
}

export type AlterAction =
  | { readonly kind: "addColumn"; readonly column: ColumnWords; readonly ifNotExists: boolean }
  | { readonly kind: "dropColumn"; readonly column: string; readonly cascade: boolean }
  | { readonly kind: "modifyColumn"; readonly from: string; readonly column: ColumnWords }
  | { readonly kind: "setType"; readonly column: string; readonly type: string; readonly using?: string; readonly collation?: string }
  | { readonly kind: "setNotNull" | "dropNotNull" | "dropDefault" | "dropExpression" | "addIdentity" | "dropIdentity" | "setIdentity" | "setColumnOptions" | "setStatistics" | "setStorage"; readonly column: string }
  | { readonly kind: "setDefault"; readonly column: string; readonly expression: string }
  | { readonly kind: "addConstraint"; readonly constraint: ConstraintWords }
  | { readonly kind: "dropConstraint"; readonly name: string; readonly cascade: boolean; readonly noun?: "primaryKey" | "foreignKey" | "check" }
  /** `suspends`: whether a check is looked at no more (MySQL); absent where it says nothing of that. */
  | { readonly kind: "alterConstraint"; readonly name: string; readonly suspends?: boolean }
  | { readonly kind: "validateConstraint"; readonly name: string }
  | { readonly kind: "renameColumn"; readonly from: string; readonly to: string }
  | { readonly kind: "renameTable"; readonly to: string }
  | { readonly kind: "renameConstraint" | "renameIndex"; readonly from: string; readonly to: string }
  | { readonly kind: "setSchema"; readonly schema: string }
  | { readonly kind: "addIndex"; readonly name: string; readonly unique: boolean; readonly columns: readonly string[]; /** What stands in its brackets. */ readonly parts: string; readonly type?: "FULLTEXT" | "SPATIAL" }
  /** Whether the planner uses it. */
  | { readonly kind: "indexVisibility"; readonly name: string }
  | { readonly kind: "dropIndex"; readonly name: string }
  | { readonly kind: "attachPartition" | "detachPartition"; readonly partition: string; readonly concurrently: boolean }
  | { readonly kind: "inherit" | "noInherit"; readonly parent: string }
  | { readonly kind: "setLogged" | "setUnlogged" | "setAccessMethod" | "setTablespace" | "replicaIdentity" | "rowSecurity" | "rule" | "trigger" | "owner" | "setStorageParameters" }
  | { readonly kind: "engine"; readonly engine: string }
  /** MySQL's DROP PARTITION, and TRUNCATE PARTITION, which keeps the partition. */
  | { readonly kind: "dropPartition"; readonly keeps: boolean }
  /** `edge`: a partition is added beside the others or exchanged with a table, so that no row moves. */
  | { readonly kind: "partitioning"; readonly edge: boolean }
  /** `defaultOnly`: columns that stand keep their character set, those to come take the new one. */
  | { readonly kind: "convertCharset"; readonly defaultOnly: boolean }
  | { readonly kind: "tableComment" | "autoIncrement" }
  | { readonly kind: "unknown"; readonly words: string };
