import type { SqlSyntax } from "../sql-syntax.ts";
import type { Flavour } from "./flavours.ts";

/** The versions that comments such as `/*!80023 … *\/` are read by: MySQL 8.4, and MariaDB 10.11. */
const versions = { mysql: 80_400, mariadb: 101_100 };

/**
 * Comments that the server runs: https://dev.mysql.com/doc/refman/8.0/en/comments.html, https://mariadb.com/kb/en/comment-syntax/.
 * MariaDB steps over what is meant for MySQL 5.7 and later.
 */
const runsComment: { readonly [name: string]: NonNullable<SqlSyntax["runsComment"]> } = {
  mysql: (mark, version) => mark === "!" && (version === undefined || version <= versions.mysql),
  mariadb: (mark, version) => version === undefined || (version <= versions.mariadb && !(mark === "!" && version >= 50_700 && version <= 99_999)),
};

/** https://dev.mysql.com/doc/refman/8.0/en/language-structure.html */
export function syntaxOf({ name, defaultCollation }: Flavour): SqlSyntax {
  return {
    foldsNames: false,
    doubleQuotes: "text",
    backticks: true,
    brackets: false,
    backslashEscapes: true,
    escapeStrings: false,
    dollarQuotes: false,
    nestedComments: false,
    hashComments: true,
    dashNeedsSpace: true,
    runsComment: runsComment[name]!,
    delimiterCommand: true,
    joinsOperators: false,
    blockHead: /^CREATE\s+(?:OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+(?:\s*@\s*\S+)?\s+)?(?:AGGREGATE\s+)?(?:TRIGGER|PROCEDURE|FUNCTION|EVENT|PACKAGE)\b/i,
    usualFacts: { engine: "innodb", charset: "utf8mb4", collation: defaultCollation },
    columnReferences: name === "mariadb",
    ...(name === "mariadb" && { columnChecks: true }),
    features: new Set(["autoIncrement", "keyInTable", "tableOptions", "unsigned", "onUpdate", "columnComments", ...(name === "mariadb" ? (["sequences", "systemVersioning", "withoutOverlaps"] as const) : [])]),
  };
}
