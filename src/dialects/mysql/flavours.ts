import type { DialectName } from "../dialect.ts";

/** What MySQL 8 and MariaDB 10.11 do differently. Everything else in this folder is the same for both. */
export interface Flavour {
  readonly name: DialectName;
  readonly title: string;
  /** The name that the server gives a check which nobody named. */
  readonly checkName: (table: string, count: number) => string;
  /** A type for UUIDs; without one they are CHAR(36). */
  readonly uuidType: boolean;
  /** JSON is LONGTEXT with a check of its own, as the catalogue shows it. */
  readonly jsonIsText: boolean;
  /** It has sequences, and system versioned tables. */
  readonly sequences: boolean;
  /** OR REPLACE for routines, triggers and events as well as for views. */
  readonly orReplace: boolean;
  /** The SQL of a view's algorithm in information_schema.VIEWS. */
  readonly viewAlgorithm: string;
  /** The SQL of whether the planner passes over an index in information_schema.STATISTICS, and the words that make it do so, or not. */
  readonly ignoredIndex: { readonly query: string; readonly word: string; readonly usedWord: string };
  /** Text, BLOB and JSON take a literal as default; otherwise it must be an expression in brackets (MySQL 8.0.13). */
  readonly literalBlobDefaults: boolean;
  /** Index parts may be expressions (MySQL 8.0.13). */
  readonly expressionIndexes: boolean;
  /** A generated column may be NOT NULL. */
  readonly generatedNotNull: boolean;
  /** A check may belong to a column; it carries the column's name then and is part of its definition. */
  readonly columnChecks: boolean;
  /** A check may be kept and not looked at. */
  readonly suspendedChecks: boolean;
  /** The words that drop a check. */
  readonly dropCheck: "DROP CHECK" | "DROP CONSTRAINT";
  /** Checks and generated columns follow a renamed column by themselves; otherwise the server refuses (MySQL errors 3959 and 3108). */
  readonly renameFollowsExpressions: boolean;
  /** Renaming a table also renames its checks called `<table>_chk_…`. */
  readonly renamesChecksWithTable: boolean;
  /** The catalogue writes a default as SQL; otherwise a literal stands bare and only expressions are marked. */
  readonly defaultsAreSql: boolean;
  /** The catalogue puts backslashes before the quotes of an expression. */
  readonly expressionsAreEscaped: boolean;
  /** The catalogue is not utf8mb4: characters beyond the basic plane and bytes that are no text become `?` there, although the server keeps them. */
  readonly garblesCatalogue: boolean;
  /** What a column is sorted by when nothing is said, under the charset that our tables name. */
  readonly defaultCollation: string;
  /** The SQL of an index part's expression in information_schema.STATISTICS. */
  readonly indexExpression: string;
  /** The variable that limits the time of every statement, in seconds; absent where there is none. */
  readonly statementTimeout?: string;
  /** Reads checks as `table_name`, `name`, `clause` and whether they belong to a column. */
  readonly checksQuery: string;
}

/** MySQL 8.0.16 and later: checks are enforced. https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html */
export const mysqlFlavour: Flavour = {
  name: "mysql",
  title: "MySQL",
  checkName: (table, count) => `${table}_chk_${count}`,
  uuidType: false,
  jsonIsText: false,
  sequences: false,
  orReplace: false,
  viewAlgorithm: "''",
  ignoredIndex: { query: "IS_VISIBLE = 'NO'", word: "INVISIBLE", usedWord: "VISIBLE" },
  literalBlobDefaults: false,
  expressionIndexes: true,
  generatedNotNull: true,
  columnChecks: false,
  suspendedChecks: true,
  dropCheck: "DROP CHECK",
  renameFollowsExpressions: false,
  renamesChecksWithTable: true,
  defaultsAreSql: false,
  expressionsAreEscaped: true,
  garblesCatalogue: false,
  defaultCollation: "utf8mb4_0900_ai_ci",
  indexExpression: "EXPRESSION",
  checksQuery: `SELECT t.TABLE_NAME AS table_name, c.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS clause, 0 AS of_column, t.ENFORCED = 'NO' AS suspended
FROM information_schema.CHECK_CONSTRAINTS c
JOIN information_schema.TABLE_CONSTRAINTS t ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME AND t.CONSTRAINT_TYPE = 'CHECK'
WHERE c.CONSTRAINT_SCHEMA = DATABASE() ORDER BY t.TABLE_NAME, c.CONSTRAINT_NAME`,
};

/** MariaDB 10.11. https://mariadb.com/kb/en/constraint/ */
export const mariadbFlavour: Flavour = {
  name: "mariadb",
  title: "MariaDB",
  checkName: (_, count) => `CONSTRAINT_${count}`,
  uuidType: true,
  jsonIsText: true,
  sequences: true,
  orReplace: true,
  viewAlgorithm: "ALGORITHM",
  ignoredIndex: { query: "IGNORED = 'YES'", word: "IGNORED", usedWord: "NOT IGNORED" },
  literalBlobDefaults: true,
  expressionIndexes: false,
  generatedNotNull: false,
  columnChecks: true,
  suspendedChecks: false,
  dropCheck: "DROP CONSTRAINT",
  renameFollowsExpressions: true,
  renamesChecksWithTable: false,
  defaultsAreSql: true,
  expressionsAreEscaped: false,
  garblesCatalogue: true,
  statementTimeout: "max_statement_time",
  defaultCollation: "utf8mb4_general_ci",
  indexExpression: "NULL",
  checksQuery: `SELECT TABLE_NAME AS table_name, CONSTRAINT_NAME AS name, CHECK_CLAUSE AS clause, LEVEL = 'Column' AS of_column, 0 AS suspended
FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE() ORDER BY TABLE_NAME, CONSTRAINT_NAME`,
};
