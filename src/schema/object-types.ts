import type { Check, Column, ColumnType, Default, Deferrable, Index, Named } from "./types.ts";

/**
 * What a database holds beside tables and enums. Each is plain data by its `kind`, under the key that `objectKey` makes.
 * Texts of SQL stand as their author wrote them. A key such as `"auth.users"` names a table, a type or a sequence.
 */
export type DatabaseObject =
  | View
  | MaterializedView
  | Routine
  | Trigger
  | Sequence
  | Domain
  | CompositeType
  | RangeType
  | Extension
  | Aggregate
  | Operator
  | Cast
  | Rule
  | Policy
  | EventTrigger
  | Statistics
  | Collation
  | TextSearch
  | ScheduledEvent
  | Grant
  | Remark
  | RawObject;

export type DatabaseObjectKind = DatabaseObject["kind"];
export type DatabaseObjectOf<K extends DatabaseObjectKind> = Kinded<DatabaseObject, K>;
type Kinded<T, K> = T extends { readonly kind: infer Kinds } ? (K extends Kinds ? T & { readonly kind: K } : never) : never;

interface Common {
  readonly name: string;
  readonly schema?: string;
  readonly comment?: string;
  /** Keys of objects (`"function touch()"`) and tables that this one needs and whose need its SQL does not show. */
  readonly dependsOn?: readonly string[];
  /** MySQL and MariaDB; absent: whoever creates it. */
  readonly definer?: string;
}

/** What stands on a table, by the table's key; a trigger or a rule may stand on a view. */
interface OnTable extends Omit<Common, "schema"> {
  readonly table: string;
}

export interface View extends Common {
  readonly kind: "view";
  readonly query: string;
  /** Names of the columns, where the query does not give them. */
  readonly columns?: readonly string[];
  readonly recursive?: true;
  readonly checkOption?: "local" | "cascaded";
  /** PostgreSQL: `{ security_barrier: "true" }`. */
  readonly options?: Named<string>;
  /** MySQL and MariaDB. Absent: UNDEFINED. */
  readonly algorithm?: "merge" | "temptable";
  /** MySQL and MariaDB. Absent: DEFINER. */
  readonly sqlSecurity?: "invoker";
  readonly columnComments?: Named<string>;
}

export interface MaterializedView extends Common {
  readonly kind: "materializedView";
  readonly query: string;
  readonly columns?: readonly string[];
  /** Storage parameters. */
  readonly options?: Named<string>;
  readonly accessMethod?: string;
  readonly tablespace?: string;
  readonly indexes?: readonly Index[];
  readonly columnComments?: Named<string>;
}

/** A function or a procedure. It is told apart from others of its name by the types of its parameters. */
export interface Routine extends Common {
  readonly kind: "function" | "procedure";
  readonly parameters: readonly RoutineParameter[];
  /** The type, `SETOF t`, or `TABLE(a integer)`; absent for procedures, and where OUT parameters say it. */
  readonly returns?: string;
  /** Absent: SQL, as on MySQL. */
  readonly language?: string;
  /** The text within the quotes on PostgreSQL; the statement elsewhere. */
  readonly body: string;
  /** PostgreSQL: the body is SQL of the statement itself (`BEGIN ATOMIC …`, `RETURN …`), no quoted text. */
  readonly inline?: true;
  /** For a function in C: the object file, of which the body names the symbol. */
  readonly file?: string;
  readonly volatility?: "immutable" | "stable";
  /** Returns NULL for NULL without a call. */
  readonly strict?: true;
  readonly securityDefiner?: true;
  readonly leakproof?: true;
  readonly parallel?: "restricted" | "safe";
  readonly window?: true;
  readonly cost?: number;
  readonly rows?: number;
  readonly support?: string;
  /** `{ search_path: "pg_catalog, public" }`. */
  readonly settings?: Named<string>;
  /** MySQL and MariaDB. */
  readonly deterministic?: true;
  readonly dataAccess?: "no sql" | "reads sql data" | "modifies sql data";
  readonly sqlSecurity?: "invoker";
}

export interface RoutineParameter {
  readonly name?: string;
  /** Absent: IN. */
  readonly mode?: "out" | "inout" | "variadic";
  readonly type: string;
  readonly default?: string;
}

export interface Trigger extends OnTable {
  readonly kind: "trigger";
  readonly timing: "before" | "after" | "instead of";
  readonly events: readonly TriggerEvent[];
  /** Absent: once a row. */
  readonly forEach?: "statement";
  readonly when?: string;
  /** Transition tables. */
  readonly referencing?: { readonly old?: string; readonly new?: string };
  /** A constraint trigger. */
  readonly constraint?: Deferrable & { readonly from?: string };
  /** PostgreSQL: the call, as in `touch('updated_at')`. */
  readonly execute?: string;
  /** SQLite: the statements between BEGIN and END. MySQL and MariaDB: the statement. */
  readonly body?: string;
  /** MySQL and MariaDB: the place among the triggers of the same event. */
  readonly order?: { readonly follows: string } | { readonly precedes: string };
  /** PostgreSQL. Absent: it fires in ordinary sessions. */
  readonly enabled?: "disabled" | "replica" | "always";
}

export interface TriggerEvent {
  readonly event: "insert" | "update" | "delete" | "truncate";
  /** UPDATE OF these columns. */
  readonly columns?: readonly string[];
}

/** Absent numbers are the database's own for its type and direction. Numbers beyond JavaScript's are texts. */
export interface Sequence extends Common {
  readonly kind: "sequence";
  readonly type?: "smallint" | "integer";
  readonly start?: number | string;
  readonly increment?: number | string;
  readonly minValue?: number | string;
  readonly maxValue?: number | string;
  readonly cache?: number;
  readonly cycle?: true;
  readonly unlogged?: true;
  /** The column with which it goes. */
  readonly ownedBy?: { readonly table: string; readonly column: string };
}

export interface Domain extends Common {
  readonly kind: "domain";
  readonly type: ColumnType;
  readonly notNull?: true;
  readonly default?: Default;
  readonly collation?: string;
  readonly checks?: readonly Check[];
  /** Comments on checks, by name. */
  readonly checkComments?: Named<string>;
}

export interface CompositeType extends Common {
  readonly kind: "compositeType";
  readonly attributes: readonly Pick<Column, "name" | "type" | "collation" | "comment">[];
}

export interface RangeType extends Common {
  readonly kind: "rangeType";
  readonly subtype: string;
  readonly operatorClass?: string;
  readonly collation?: string;
  readonly canonical?: string;
  readonly subtypeDiff?: string;
  /** Absent: the name that the server makes. */
  readonly multirange?: string;
}

/** `schema` is where its objects stand. */
export interface Extension extends Common {
  readonly kind: "extension";
  readonly version?: string;
}

export interface Aggregate extends Common {
  readonly kind: "aggregate";
  readonly parameters: readonly RoutineParameter[];
  /** An ordered-set aggregate's parameters after ORDER BY. */
  readonly orderBy?: readonly RoutineParameter[];
  /** `{ sfunc: "int4pl", stype: "integer", initcond: "'0'" }`; a bare word such as HYPOTHETICAL has the value `"true"`. */
  readonly options: Named<string>;
}

export interface Operator extends Common {
  readonly kind: "operator";
  readonly left?: string;
  readonly right?: string;
  readonly function: string;
  /** `{ commutator: "===", hashes: "true" }`. */
  readonly options?: Named<string>;
}

/** Its name is made from its types: `(text AS integer)`. */
export interface Cast extends Omit<Common, "schema"> {
  readonly kind: "cast";
  readonly source: string;
  readonly target: string;
  /** The function's signature, `"inout"`, or `null` for a cast without a function. */
  readonly function: string | null;
  /** Absent: only when asked for. */
  readonly context?: "assignment" | "implicit";
}

export interface Rule extends OnTable {
  readonly kind: "rule";
  readonly event: "select" | "insert" | "update" | "delete";
  readonly where?: string;
  readonly instead?: true;
  /** One command or several in brackets, or `NOTHING`. */
  readonly action: string;
  readonly enabled?: "disabled" | "replica" | "always";
}

export interface Policy extends OnTable {
  readonly kind: "policy";
  /** Absent: ALL. */
  readonly command?: "select" | "insert" | "update" | "delete";
  readonly restrictive?: true;
  /** Absent: PUBLIC. */
  readonly roles?: readonly string[];
  readonly using?: string;
  readonly check?: string;
}

export interface EventTrigger extends Omit<Common, "schema"> {
  readonly kind: "eventTrigger";
  readonly event: string;
  readonly tags?: readonly string[];
  /** The call, as in `refuse()`. */
  readonly execute: string;
  readonly enabled?: "disabled" | "replica" | "always";
}

/** Extended statistics. */
export interface Statistics extends Common {
  readonly kind: "statistics";
  readonly table: string;
  /** Absent: all kinds. */
  readonly kinds?: readonly ("ndistinct" | "dependencies" | "mcv")[];
  /** Columns as they are named, expressions in brackets. */
  readonly on: readonly string[];
  readonly target?: number;
}

export interface Collation extends Common {
  readonly kind: "collation";
  /** `{ provider: "icu", locale: "'de'", deterministic: "false" }`. */
  readonly options: Named<string>;
}

/** A configuration, dictionary, parser or template of the text search. */
export interface TextSearch extends Common {
  readonly kind: "textSearchConfiguration" | "textSearchDictionary" | "textSearchParser" | "textSearchTemplate";
  /** `{ parser: "pg_catalog.default" }`, `{ template: "simple", stopwords: "'english'" }`. */
  readonly options: Named<string>;
  /** A configuration's dictionaries by the type of token. */
  readonly mappings?: Named<readonly string[]>;
}

/** An event of MySQL's or MariaDB's scheduler. */
export interface ScheduledEvent extends Common {
  readonly kind: "event";
  /** `EVERY 1 DAY STARTS …` or `AT …`. */
  readonly schedule: string;
  readonly body: string;
  /** It stays when its time is over. */
  readonly preserve?: true;
  readonly status?: "disabled" | "disabled on replica";
}

/** Privileges of one role on one object, in the form that `normalGrant` gives. `name` is the role; PUBLIC is `public`. */
export interface Grant extends Omit<Common, "schema" | "comment" | "definer"> {
  readonly kind: "grant";
  /** `table job` (or a view), `sequence counter`, `function tally(integer)`, `procedure …`, `schema auth`, `type mood` (or a domain). */
  readonly on: string;
  /** `["SELECT", "UPDATE (title)"]`. None: what PUBLIC may do without a grant, such as to call a function, is taken from it. */
  readonly privileges: readonly string[];
  /** Those among them that the role may grant to others. */
  readonly grantable?: readonly string[];
}

/**
 * PostgreSQL: a comment on what holds none in its own definition. `name` is what it is on: `type mood` (an enum), `schema auth`,
 * `constraint job.job_city_key`.
 */
export interface Remark extends Omit<Common, "schema" | "comment" | "definer"> {
  readonly kind: "comment";
  readonly text: string;
}

/** What the model does not know: its statement, carried as it is. */
export interface RawObject extends Common {
  readonly kind: "raw";
  /** The words that name its kind, as in `FOREIGN TABLE`. */
  readonly noun: string;
  readonly sql: string;
  /** What drops it; absent: `DROP <noun> <name>`. */
  readonly drop?: string;
}
