import { tableName as standardTableName } from "../ansi/table-sql.ts";

/** An identifier in backticks. */
export function quote(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** A table's key as SQL. */
export function tableName(key: string): string {
  return standardTableName(quote, key);
}

/**
 * A text as a string literal. A backslash escapes in the server's default sql_mode, so it is doubled as quotes are.
 * https://dev.mysql.com/doc/refman/8.0/en/string-literals.html
 */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\r", "\\r")}'`;
}

const PIECES = /(?<string>'(?:[^'\\]|\\[\s\S]|'')*')|(?<name>"(?:[^"]|"")*")|`(?:[^`]|``)*`|--[^\n]*|\/\*[\s\S]*?\*\//g;
const ESCAPES: Readonly<Record<string, string>> = { "0": "\0", b: "\b", n: "\n", r: "\r", t: "\t", Z: "\x1a" };

/**
 * An author's expression as the server reads it: `"name"`, which is a column in standard SQL and in what graven writes,
 * stands in backticks, as double quotes would make it a string here.
 */
export function serverSql(sql: string): string {
  if (!sql.includes('"')) return sql;
  return sql.replace(PIECES, (piece, _string: string | undefined, name: string | undefined) => (name === undefined ? piece : quote(name.slice(1, -1).replaceAll('""', '"'))));
}

const INTRODUCER = /^_(?:utf8mb4|utf8mb3|utf8|latin1|ascii)\s*$/i;
const SPELLED = /(?<introducer>(?<![\w$`])_[a-z0-9]+\s*(?='))|(?<string>'(?:[^'\\]|\\[\s\S]|'')*')|(?<double>"(?:[^"\\]|\\[\s\S]|"")*")|`(?:[^`]|``)*`/gi;

/**
 * The server's spelling of an expression in standard strings: backslashes resolved and charset introducers gone, so that
 * a reader of standard SQL understands it.
 */
export function standardSql(sql: string): string {
  return sql.replace(SPELLED, (...found) => {
    const piece = found[0] as string;
    const { introducer, string } = found.at(-1) as Record<string, string | undefined>;
    if (introducer !== undefined) return INTRODUCER.test(introducer) ? "" : piece;
    return string?.includes("\\") ? `'${unescaped(string.slice(1, -1).replaceAll("''", "'")).replaceAll("'", "''")}'` : piece;
  });
}

/** The inverse of `standardSql`'s first half: backslashes within strings are doubled again. */
export function escapedSql(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (piece) => (piece[0] === "'" ? piece.replaceAll("\\", "\\\\") : piece));
}

/** Resolves backslash escapes as the server does; an unknown one stands for its own character. */
export function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character);
}

/** Whether an expression uses `||`, which joins texts in standard SQL and means OR in the server's default sql_mode. */
export function meansOr(sql: string): boolean {
  return sql.replace(PIECES, " ").includes("||");
}
