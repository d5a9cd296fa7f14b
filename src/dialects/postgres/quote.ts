import { tableName as qualified } from "../ansi/table-sql.ts";

/** An identifier in double quotes: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A table's or enum's key as SQL: `"auth"."users"`. */
export function tableName(key: string): string {
  return qualified(quote, key);
}

/** A text as a literal. Backslashes mean themselves, as standard_conforming_strings has been on by default since 9.1. */
export function textLiteral(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
