import { numbered } from "../../schema/names.ts";
import { partNames } from "../../schema/find.ts";
import type { Check, Column, ColumnType, Schema, Table } from "../../schema/types.ts";
import { literal } from "./literal.ts";
import { affinityOf } from "./types.ts";
import { quote } from "./spelling.ts";

/**
 * The table in terms of what SQLite has: an enum is text with a CHECK, an identity counts by AUTOINCREMENT, a key's columns are
 * NOT NULL, comments are gone. Expressions stay as their author wrote them.
 */
export function lowered(table: Table, schema: Schema): Table {
  const { comment: _, ...rest } = table;
  const taken = new Set(partNames(table).map(({ name }) => name));
  const enumChecks: Check[] = [];
  for (const column of table.columns) {
    if (column.type.kind !== "enum") continue;
    const name = numbered(enumCheckName(table.name, column.name), (each) => taken.has(each), (base, count) => `${base}${count}`, 1);
    taken.add(name);
    enumChecks.push({ name, sql: labelsSql(column.name, schema.enums[column.type.name]?.labels ?? []) });
  }
  return { ...rest, columns: table.columns.map((column) => loweredColumn(column, table)).map((column) => (table.facts?.strict ? { ...column, type: strictType(column.type) } : column)), checks: [...table.checks, ...enumChecks] };
}

/** A STRICT table takes six words as types: https://www.sqlite.org/stricttables.html */
function strictType(type: ColumnType): ColumnType {
  if (type.kind === "boolean") return { kind: "integer" };
  if (type.kind === "sql" && /^(int|integer|real|text|blob|any)$/i.test(type.sql)) return type;
  const kinds = { integer: "integer", text: "text", blob: "binary", real: "real" } as const;
  const affinity = affinityOf(type);
  if (affinity !== "numeric") return { kind: kinds[affinity] };
  // Dates are kept as text; a number of any size stays itself under ANY only.
  return type.kind === "numeric" ? { kind: "sql", sql: "ANY" } : { kind: "text" };
}

/** The name of the CHECK that holds an enum's labels. */
export function enumCheckName(table: string, column: string): string {
  return `${table}_${column}_enum`;
}

function labelsSql(column: string, labels: readonly string[]): string {
  return `${quote(column)} IN (${labels.map((label) => literal(label)).join(", ")})`;
}

function loweredColumn(column: Column, table: Table): Column {
  const { comment: _, identity, ...rest } = column;
  const counts = Boolean(identity) || Boolean(column.autoIncrement);
  return {
    ...rest,
    // AUTOINCREMENT is allowed on the word INTEGER only; the numbers have 64 bits all the same.
    type: counts ? { kind: "integer" } : column.type.kind === "enum" ? { kind: "text" } : column.type,
    nullable: column.nullable && !table.primaryKey?.columns.includes(column.name),
    ...(counts && { autoIncrement: true as const }),
  };
}
