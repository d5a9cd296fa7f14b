import type { SqlSyntax } from "../sql-syntax.ts";

/** https://www.sqlite.org/lang.html */
export const syntax: SqlSyntax = {
  foldsNames: false,
  doubleQuotes: "name",
  backticks: true,
  brackets: true,
  backslashEscapes: false,
  escapeStrings: false,
  dollarQuotes: false,
  nestedComments: false,
  hashComments: false,
  dashNeedsSpace: false,
  delimiterCommand: false,
  clientLines: ".",
  joinsOperators: false,
  blockHead: /^CREATE\s+(?:TEMP\s+|TEMPORARY\s+)?TRIGGER\b/i,
  columnReferences: true,
  features: new Set(["autoincrement", "withoutRowid", "strict", "onConflict"]),
};
