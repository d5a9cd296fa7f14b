import type { Dialect } from "../dialects/dialect.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import type { Schema } from "../schema/types.ts";

/** A question to the database about one operation: how many rows would make it fail, or be lost. */
export interface Question {
  /** The rules whose findings the answer settles. */
  readonly codes: readonly string[];
  readonly table: string;
  /** Gives one row with the number `n`. */
  readonly sql: string;
  /** Words for an answer. */
  readonly say: (n: number) => string;
  /** Whether no such row means that there is nothing to fear. */
  readonly settles: boolean;
}

/** What to ask about an operation on a database that holds `before`. Each query reads only. */
export function questionsAbout(operation: Operation, before: Schema, { quote, tableName }: Pick<Dialect, "quote" | "tableName">): readonly Question[] {
  const count = (table: string, where?: string) => `SELECT count(*) AS n FROM ${tableName(table)}${where === undefined ? "" : ` WHERE ${where}`}`;
  const known = (table: string) => before.tables[table] !== undefined;
  switch (operation.kind) {
    case "alterColumn": {
      const { table, column, changes } = operation;
      const present = before.tables[table] && columnNamed(before.tables[table], column);
      if (!present) return [];
      const length = changes.type && "length" in changes.type ? changes.type.length : undefined;
      return [
        ...(changes.nullable === false && present.nullable ? [{ codes: ["set-not-null-data"], table, sql: count(table, `${quote(column)} IS NULL`), say: (n: number) => `${rows(n)} of "${table}" hold${n < 2 ? "s" : ""} NULL in "${column}"`, settles: true }] : []),
        ...(length !== undefined && /^(text|varchar|char)$/.test(present.type.kind) ? [{ codes: ["lossy-type-change"], table, sql: count(table, `length(${quote(column)}) > ${length}`), say: (n: number) => `${rows(n)} of "${table}" hold${n < 2 ? "s" : ""} more than ${length} characters in "${column}"`, settles: true }] : []),
      ];
    }
    case "createUnique":
      return known(operation.table) ? [duplicates(operation.table, operation.unique.columns, tableName, quote)] : [];
    case "createIndex": {
      const columns = operation.index.parts.flatMap((part) => ("column" in part ? [part.column] : []));
      return known(operation.table) && operation.index.unique && columns.length === operation.index.parts.length && operation.index.where === undefined ? [duplicates(operation.table, columns, tableName, quote)] : [];
    }
    case "createForeignKey": {
      const { table, foreignKey } = operation;
      if (!known(table) || !known(foreignKey.references.table)) return [];
      const given = foreignKey.columns.map((column) => `child.${quote(column)} IS NOT NULL`).join(" AND ");
      const meets = foreignKey.columns.map((column, at) => `parent.${quote(foreignKey.references.columns[at]!)} = child.${quote(column)}`).join(" AND ");
      const sql = `SELECT count(*) AS n FROM ${tableName(table)} child WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${tableName(foreignKey.references.table)} parent WHERE ${meets})`;
      return [{ codes: ["add-fk-validating"], table, sql, say: (n) => `${rows(n)} of "${table}" point${n < 2 ? "s" : ""} at nothing in "${foreignKey.references.table}"`, settles: false }];
    }
    case "createCheck":
      return known(operation.table) ? [{ codes: ["add-check-validating"], table: operation.table, sql: count(operation.table, `NOT (${operation.check.sql})`), say: (n) => `${rows(n)} of "${operation.table}" ${n < 2 ? "does" : "do"} not meet "${operation.check.name}"`, settles: false }] : [];
    case "dropColumn":
      return known(operation.table) ? [{ codes: ["drop-column"], table: operation.table, sql: count(operation.table, `${quote(operation.column)} IS NOT NULL`), say: (n) => `${rows(n)} of "${operation.table}" hold${n < 2 ? "s" : ""} a value in "${operation.column}"`, settles: true }] : [];
    case "dropTable":
      return known(operation.table) ? [{ codes: ["drop-table"], table: operation.table, sql: count(operation.table), say: (n) => `"${operation.table}" holds ${rows(n)}`, settles: true }] : [];
    case "addColumn":
      return known(operation.table) && !operation.column.nullable && !operation.column.default ? [{ codes: ["add-not-null-no-default", "add-not-null-implicit-zero"], table: operation.table, sql: count(operation.table), say: (n) => `"${operation.table}" holds ${rows(n)}`, settles: true }] : [];
    case "deleteRows": {
      const cascading = Object.entries(before.tables).flatMap(([owner, { foreignKeys }]) => foreignKeys.filter(({ references, onDelete }) => references.table === operation.table && onDelete === "cascade").map((key) => ({ owner, key })));
      return cascading.map(({ owner, key }) => ({ codes: ["required-rows-edited"], table: owner, sql: count(owner, key.columns.map((column) => `${quote(column)} IS NOT NULL`).join(" AND ")), say: (n) => `${rows(n)} of "${owner}" point${n < 2 ? "s" : ""} at "${operation.table}" and may go along`, settles: false }));
    }
    default:
      return [];
  }
}

function duplicates(table: string, columns: readonly string[], tableName: (key: string) => string, quote: (name: string) => string): Question {
  const list = columns.map(quote).join(", ");
  const given = columns.map((column) => `${quote(column)} IS NOT NULL`).join(" AND ");
  return { codes: ["add-unique-data"], table, sql: `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${tableName(table)} WHERE ${given} GROUP BY ${list} HAVING count(*) > 1) doubled`, say: (n) => `${n === 0 ? "no value" : n === 1 ? "1 value" : `${n.toLocaleString("en-US")} values`} of ${columns.join(", ")} stand${n < 2 ? "s" : ""} in several rows of "${table}"`, settles: true };
}

function rows(n: number): string {
  return n === 0 ? "no row" : `${n.toLocaleString("en-US")} row${n === 1 ? "" : "s"}`;
}
