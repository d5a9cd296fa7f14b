import type { SqlSyntax } from "../sql-syntax.ts";

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
export const syntax: SqlSyntax = {
  foldsNames: true,
  doubleQuotes: "name",
  backticks: false,
  brackets: false,
  backslashEscapes: false,
  escapeStrings: true,
  dollarQuotes: true,
  nestedComments: true,
  hashComments: false,
  returnEndsComment: true,
  dashNeedsSpace: false,
  delimiterCommand: false,
  clientLines: "\\",
  joinsOperators: true,
  // Bodies stand in quotes, but for those of BEGIN ATOMIC (PostgreSQL 14). psql reads on in the brackets of a rule.
  blockHead: /^CREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b/i,
  blockWord: "ATOMIC",
  defaultSchema: "public",
  columnReferences: true,
  features: new Set(["identity", "arrays", "casts", "include", "exclude", "enumTypes", "inherits", "storageParameters", "concurrently", "unlogged", "extensions", "sequences"]),
};
