import type { Dialect } from "../dialects/dialect.ts";
import type { Operation } from "../operations/index.ts";
import { columnNamed } from "../schema/find.ts";
import type { Check, ColumnType, ForeignKey, Schema } from "../schema/types.ts";

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
  /** What such rows do: they make the step fail, or other rows go along with what it deletes. */
  readonly means?: "fails" | "reaches";
}

/** What to ask about an operation on a database that holds `before`. Each query reads only. */
export function questionsAbout(operation: Operation, before: Schema, { quote, tableName, literal }: Pick<Dialect, "quote" | "tableName" | "literal">): readonly Question[] {
  const count = (table: string, where?: string) => `SELECT count(*) AS n FROM ${tableName(table)}${where === undefined ? "" : ` WHERE ${where}`}`;
  const known = (table: string) => before.tables[table] !== undefined;
  switch (operation.kind) {
    case "alterColumn": {
      const { table, column, changes } = operation;
      const present = before.tables[table] && columnNamed(before.tables[table], column);
      if (!present) return [];
      const length = changes.type && "length" in changes.type ? changes.type.length : undefined;
      const beyond = changes.type && tooLarge(changes.type, quote(column));
      return [
        ...(changes.nullable === false && present.nullable ? [{ codes: ["set-not-null-data"], table, sql: count(table, `${quote(column)} IS NULL`), say: (n: number) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} NULL in "${column}"`, settles: true, means: "fails" as const }] : []),
        ...(length !== undefined && /^(text|varchar|char)$/.test(present.type.kind) ? [{ codes: ["lossy-type-change"], table, sql: count(table, `length(${quote(column)}) > ${length}`), say: (n: number) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} more than ${length} characters in "${column}"`, settles: true }] : []),
        ...(beyond !== undefined && /^(smallint|integer|bigint|numeric|real|double)$/.test(present.type.kind) ? [{ codes: ["lossy-type-change"], table, sql: count(table, beyond), say: (n: number) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} a number in "${column}" that does not fit`, settles: false, means: "fails" as const }] : []),
      ];
    }
    case "createUnique":
      // Equal values may stand side by side where a period keeps them apart.
      return known(operation.table) && operation.unique.withoutOverlaps === undefined && operation.options?.usingIndex === undefined ? [duplicates(operation.table, operation.unique.columns.map(quote), operation.unique.columns.join(", "), tableName, { nulls: operation.unique.nullsNotDistinct === true })] : [];
    case "createIndex": {
      const { table, index } = operation;
      if (!known(table) || !index.unique) return [];
      const parts = index.parts.map((part) => ("column" in part ? quote(part.column) : `(${part.expression})`));
      return [duplicates(table, parts, index.parts.map((part) => ("column" in part ? part.column : part.expression)).join(", "), tableName, { nulls: index.nullsNotDistinct === true, ...(index.where !== undefined && { where: index.where }) })];
    }
    case "createForeignKey": {
      const { table, foreignKey } = operation;
      if (!known(table) || !known(foreignKey.references.table)) return [];
      const given = foreignKey.columns.map((column) => `child.${quote(column)} IS NOT NULL`).join(" AND ");
      const meets = foreignKey.columns.map((column, at) => `parent.${quote(foreignKey.references.columns[at]!)} = child.${quote(column)}`).join(" AND ");
      const sql = `SELECT count(*) AS n FROM ${tableName(table)} child WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${tableName(foreignKey.references.table)} parent WHERE ${meets})`;
      return [{ codes: ["add-fk-validating"], table, sql, say: (n) => `${rowsText(n)} of "${table}" point${n < 2 ? "s" : ""} at nothing in "${foreignKey.references.table}"`, settles: false, means: "fails" }];
    }
    case "createCheck":
      return known(operation.table) ? [{ codes: ["add-check-validating"], table: operation.table, sql: count(operation.table, `NOT (${operation.check.sql})`), say: (n) => `${rowsText(n)} of "${operation.table}" ${n < 2 ? "does" : "do"} not meet "${operation.check.name}"`, settles: false, means: "fails" }] : [];
    case "dropColumn":
      return known(operation.table) ? [{ codes: ["drop-column"], table: operation.table, sql: count(operation.table, `${quote(operation.column)} IS NOT NULL`), say: (n) => `${rowsText(n)} of "${operation.table}" hold${n < 2 ? "s" : ""} a value in "${operation.column}"`, settles: true }] : [];
    case "dropTable":
      return known(operation.table) ? [{ codes: ["drop-table"], table: operation.table, sql: count(operation.table), say: (n) => `"${operation.table}" holds ${rowsText(n)}`, settles: true }] : [];
    case "addColumn":
      return known(operation.table) && !operation.column.nullable && !operation.column.default ? [{ codes: ["add-not-null-no-default", "add-not-null-implicit-zero"], table: operation.table, sql: count(operation.table), say: (n) => `"${operation.table}" holds ${rowsText(n)}`, settles: true }] : [];
    case "createPrimaryKey": {
      const { table, primaryKey } = operation;
      const nullable = known(table) ? primaryKey.columns.filter((column) => columnNamed(before.tables[table]!, column)?.nullable) : [];
      return known(table) ? [...nullable.map((column): Question => ({ codes: ["add-primary-key"], table, sql: count(table, `${quote(column)} IS NULL`), say: (n) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} NULL in "${column}"`, settles: false, means: "fails" })), ...(primaryKey.withoutOverlaps === undefined ? [{ ...duplicates(table, primaryKey.columns.map(quote), primaryKey.columns.join(", "), tableName), codes: ["add-primary-key"], settles: false }] : [])] : [];
    }
    case "validateConstraint": {
      const owner = before.tables[operation.table];
      const [check, foreignKey] = [owner?.checks, owner?.foreignKeys].map((some) => some?.find(({ name }) => name === operation.name));
      if (check) return questionsAbout({ kind: "createCheck", table: operation.table, check: check as Check }, before, { quote, tableName, literal });
      return foreignKey ? questionsAbout({ kind: "createForeignKey", table: operation.table, foreignKey: foreignKey as ForeignKey }, before, { quote, tableName, literal }) : [];
    }
    case "alterEnum": {
      const { name, labels, options } = operation;
      const gone = (before.enums[name]?.labels ?? []).filter((label) => !labels.includes(label) && !options?.replace?.[label]);
      const held = gone.map((label) => literal(label)).join(", ");
      return !gone.length ? [] : Object.entries(before.tables).flatMap(([table, { columns }]) => columns.filter(({ type }) => type.kind === "enum" && type.name === name).map((column): Question => ({ codes: ["enum-set-remove"], table, sql: count(table, `${quote(column.name)} IN (${held})`), say: (n) => `${rowsText(n)} of "${table}" hold${n < 2 ? "s" : ""} ${gone.map((label) => `'${label}'`).join(" or ")} in "${column.name}"`, settles: false, means: "fails" })));
    }
    default:
      return [];
  }
}

function duplicates(table: string, parts: readonly string[], names: string, tableName: (key: string) => string, { nulls = false, where }: { readonly nulls?: boolean; readonly where?: string } = {}): Question {
  const given = [...(nulls ? [] : parts.map((part) => `${part} IS NOT NULL`)), ...(where === undefined ? [] : [`(${where})`])].join(" AND ");
  return { codes: ["add-unique-data"], table, sql: `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${tableName(table)}${given && ` WHERE ${given}`} GROUP BY ${parts.join(", ")} HAVING count(*) > 1) doubled`, say: (n) => `${n === 0 ? "no value" : n === 1 ? "1 value" : `${n.toLocaleString("en-US")} values`} of ${names} stand${n < 2 ? "s" : ""} in several rows of "${table}"`, settles: true, means: "fails" };
}

/** The values that a narrower number would refuse. */
function tooLarge(type: ColumnType, column: string): string | undefined {
  const ends = { smallint: "32768", integer: "2147483648", bigint: "9223372036854775808" } as const;
  if (type.kind === "smallint" || type.kind === "integer" || type.kind === "bigint") return `${column} >= ${ends[type.kind]} OR ${column} < -${ends[type.kind]}`;
  return type.kind === "numeric" && type.precision !== undefined ? `${column} >= 1e${type.precision - (type.scale ?? 0)} OR ${column} <= -1e${type.precision - (type.scale ?? 0)}` : undefined;
}

/** `3 rows`. */
export function rowsText(n: number): string {
  return n === 0 ? "no row" : `${n.toLocaleString("en-US")} row${n === 1 ? "" : "s"}`;
}
