/** A name as a query writes it; without quotes it is in lower case. */
export interface QueryName {
  readonly name: string;
  readonly schema?: string;
}

/** A piece of SQL that can be parsed by itself. */
export interface QueryText {
  readonly sql: string;
  /** An expression may name columns of the table that it stands on. */
  readonly as: "query" | "expression";
}

/** What a query uses, as its grammar tells: names are resolved through aliases, common table expressions and subqueries. */
export interface QueryUses {
  /** Tables and views; common table expressions are none. */
  readonly relations: readonly QueryName[];
  readonly functions: readonly QueryName[];
  /** The types of casts. */
  readonly types: readonly QueryName[];
  /** The texts of literals, which may name a sequence: `nextval('a_id_seq')`. */
  readonly strings: readonly string[];
  readonly columns: readonly ColumnUse[];
}

/** A column that is used, with where it may be from. Which of them has it, only the schema tells. */
export interface ColumnUse {
  /** Absent means all columns of the relation, as `*` does. */
  readonly column?: string;
  /** The relations by scope, from the innermost on: the first one with such a column is meant. */
  readonly scopes: readonly (readonly QueryName[])[];
  /** What qualifies it, where nothing in the query has that name: `new`, or the table that an expression stands on. */
  readonly qualifier?: string;
  /** The relation whose whole row is meant, where no column has the name: `row_to_json(account)`. */
  readonly row?: QueryName;
}

/** Parses a piece of SQL; nothing where it cannot, so that its words have to do. */
export type QueryReader = (text: QueryText) => QueryUses | undefined;
