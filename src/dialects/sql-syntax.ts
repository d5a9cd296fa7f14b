/**
 * How a database's SQL is written, as facts: what a reader of files has to know to split and read it.
 * The server's grammar of objects is not here; these are its letters.
 */
export interface SqlSyntax {
  /** A bare name means itself in lower case, as on PostgreSQL. Elsewhere a name is kept as it is written. */
  readonly foldsNames: boolean;
  /** What stands in double quotes. */
  readonly doubleQuotes: "name" | "text";
  readonly backticks: boolean;
  /** `[name]`. */
  readonly brackets: boolean;
  /** `'it\'s'`. On PostgreSQL only after `SET standard_conforming_strings = off`. */
  readonly backslashEscapes: boolean;
  /** `E'it\'s'`. */
  readonly escapeStrings: boolean;
  /** `$$ … $$`. */
  readonly dollarQuotes: boolean;
  readonly nestedComments: boolean;
  /** `# comment`. */
  readonly hashComments: boolean;
  /** A carriage return alone ends a dash comment. */
  readonly returnEndsComment?: true;
  /** A dash comment wants a space after it: `5--3` is arithmetic. */
  readonly dashNeedsSpace: boolean;
  /** Whether the server runs what stands in a comment such as `/*!40101 … *\/`; `mark` is `!` or `M!`. */
  readonly runsComment?: (mark: string, version: number | undefined) => boolean;
  /** The client's `DELIMITER ;;`. */
  readonly delimiterCommand: boolean;
  /** The first character of a line that the client itself reads: psql's `\connect`, the `.headers on` of SQLite's shell. */
  readonly clientLines?: "\\" | ".";
  /** Letters that make an operator of several signs one word, as PostgreSQL reads them. */
  readonly joinsOperators: boolean;
  /** Statements whose body holds semicolons between BEGIN and END. */
  readonly blockHead: RegExp;
  /** The word after BEGIN without which it opens no block. */
  readonly blockWord?: string;
  /** The schema that a bare name stands in. */
  readonly defaultSchema?: string;
  /** A foreign key that is written on its column is one; MySQL reads and forgets it. */
  readonly columnReferences: boolean;
  /** A check on a column is part of it and bears its name; JSON is text with such a check (MariaDB). */
  readonly columnChecks?: true;
  /** What a table has where its statement says nothing, in lower case: saying it is saying nothing. */
  readonly usualFacts?: { readonly [K in "engine" | "charset" | "collation"]: string };
  /** What this database has and another lacks, for messages about a file in another dialect's words. */
  readonly features: ReadonlySet<SqlFeature>;
}

/** Words that tell one dialect's files from another's. */
export type SqlFeature = "autoIncrement" | "autoincrement" | "keyInTable" | "tableOptions" | "identity" | "arrays" | "withoutRowid" | "strict" | "onConflict" | "casts" | "include" | "exclude" | "unsigned" | "onUpdate" | "columnComments" | "enumTypes" | "inherits" | "storageParameters" | "concurrently" | "unlogged" | "extensions" | "sequences" | "systemVersioning" | "withoutOverlaps";

/** How a feature is written and where it belongs. */
export const featureWords: { readonly [K in SqlFeature]: { readonly words: string; readonly of: string } } = {
  autoIncrement: { words: "AUTO_INCREMENT", of: "MySQL and MariaDB" },
  autoincrement: { words: "AUTOINCREMENT", of: "SQLite" },
  keyInTable: { words: "KEY and INDEX inside CREATE TABLE", of: "MySQL and MariaDB" },
  tableOptions: { words: "ENGINE, CHARSET and other table options", of: "MySQL and MariaDB" },
  identity: { words: "GENERATED … AS IDENTITY", of: "PostgreSQL" },
  arrays: { words: "array types", of: "PostgreSQL" },
  withoutRowid: { words: "WITHOUT ROWID", of: "SQLite" },
  strict: { words: "STRICT tables", of: "SQLite" },
  onConflict: { words: "ON CONFLICT in a constraint", of: "SQLite" },
  casts: { words: "the cast ::", of: "PostgreSQL" },
  include: { words: "INCLUDE columns", of: "PostgreSQL" },
  exclude: { words: "EXCLUDE constraints", of: "PostgreSQL" },
  unsigned: { words: "UNSIGNED and ZEROFILL", of: "MySQL and MariaDB" },
  onUpdate: { words: "ON UPDATE on a column", of: "MySQL and MariaDB" },
  columnComments: { words: "COMMENT on a column", of: "MySQL and MariaDB" },
  enumTypes: { words: "CREATE TYPE", of: "PostgreSQL" },
  inherits: { words: "INHERITS", of: "PostgreSQL" },
  storageParameters: { words: "WITH (…) after a table", of: "PostgreSQL" },
  concurrently: { words: "CONCURRENTLY", of: "PostgreSQL" },
  unlogged: { words: "UNLOGGED tables", of: "PostgreSQL" },
  extensions: { words: "CREATE EXTENSION", of: "PostgreSQL" },
  sequences: { words: "CREATE SEQUENCE", of: "PostgreSQL and MariaDB" },
  systemVersioning: { words: "SYSTEM VERSIONING", of: "MariaDB" },
  withoutOverlaps: { words: "WITHOUT OVERLAPS", of: "MariaDB" },
};
