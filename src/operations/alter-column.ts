import { editTable, withColumn } from "../schema/edit.ts";
import { enumOf, findColumn, findEnum, findTable } from "../schema/find.ts";
import type { Column, ColumnFacts, ColumnType, Default, Generated, Identity } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";
import type { Online } from "./online.ts";

/** Changes a column in place. An absent key leaves its property, `null` removes it. */
export interface AlterColumn {
  readonly kind: "alterColumn";
  readonly table: string;
  readonly column: string;
  readonly changes: ColumnChanges;
  readonly options?: Online;
}

export interface ColumnChanges {
  readonly type?: ColumnType;
  /** How the values become the new type, as SQL; absent means the database's own cast. Not part of the schema. */
  readonly using?: string;
  readonly nullable?: boolean;
  readonly default?: Default | null;
  readonly identity?: Identity | null;
  readonly autoIncrement?: true | null;
  readonly generated?: Generated | null;
  readonly collation?: string | null;
  readonly comment?: string | null;
  /** All of them, as they are afterwards. */
  readonly facts?: ColumnFacts | null;
}

export const alterColumn: OperationDefinition<AlterColumn> = {
  parameters: { table: "table", column: "name", changes: "columnChanges", options: "options" },
  apply: (draft, { table, column, changes }) => {
    const enumKey = changes.type && enumOf(changes.type);
    if (enumKey !== undefined) findEnum(draft, enumKey);
    editTable(draft, table, (each) => {
      findColumn(each, column);
      return withColumn(each, column, (present) => changedColumn(present, changes));
    });
  },
  invert: ({ table, column, changes }, before) => [{ kind: "alterColumn", table, column, changes: formerValues(findColumn(findTable(before, table), column), changes) }],
  describe: ({ table, column, changes }) => `alter column ${table}.${column} (${Object.keys(changes).filter((key) => key !== "using").join(", ")})`,
  warn: ({ table, column, changes }, before) => {
    const present = findColumn(findTable(before, table), column);
    const found: Warning[] = [];
    if (changes.type && narrows(present.type, changes.type)) {
      found.push({ code: "lossy-type-change", message: `Column "${table}.${column}" goes from ${typeName(present.type)} to ${typeName(changes.type)}: values that do not fit are refused or cut.` });
    }
    return found;
  },
};

/** The column after the changes. */
export function changedColumn(column: Column, changes: ColumnChanges): Column {
  const { using: _, ...properties } = changes;
  const result: Record<string, unknown> = { ...column };
  for (const [key, value] of Object.entries(properties)) {
    if (value === null) delete result[key];
    else if (value !== undefined) result[key] = value;
  }
  return result as unknown as Column;
}

function formerValues(column: Column, changes: ColumnChanges): ColumnChanges {
  const { using: _, ...properties } = changes;
  return Object.fromEntries(Object.keys(properties).map((key) => [key, column[key as keyof Column] ?? null])) as ColumnChanges;
}

/** Whether some values of `from` have no equal in `to`. */
function narrows(from: ColumnType, to: ColumnType): boolean {
  const integers = ["smallint", "integer", "bigint"];
  const texts = ["char", "varchar", "text"];
  const [fromRank, toRank] = [integers.indexOf(from.kind), integers.indexOf(to.kind)];
  if (fromRank >= 0 && toRank >= 0) return toRank < fromRank;
  if (texts.includes(from.kind) && texts.includes(to.kind)) {
    const [fromLength, toLength] = [lengthOf(from), lengthOf(to)];
    return toLength < fromLength;
  }
  if (from.kind === "real" && to.kind === "double") return false;
  if (fromRank >= 0 && (to.kind === "numeric" || to.kind === "double")) return to.kind === "numeric" && to.precision !== undefined && to.precision - (to.scale ?? 0) < [5, 10, 19][fromRank]!;
  if (from.kind === "numeric" && to.kind === "numeric") {
    if (to.precision === undefined) return false;
    if (from.precision === undefined) return true;
    return (to.scale ?? 0) < (from.scale ?? 0) || to.precision - (to.scale ?? 0) < from.precision - (from.scale ?? 0);
  }
  if (to.kind === "text") return false;
  if (from.kind === to.kind) return "precision" in from && "precision" in to && (to.precision ?? 6) < (from.precision ?? 6);
  if ((from.kind === "json" && to.kind === "jsonb") || (from.kind === "jsonb" && to.kind === "json")) return false;
  return !(from.kind === "date" && (to.kind === "timestamp" || to.kind === "timestamptz"));
}

function lengthOf(type: ColumnType): number {
  if (type.kind === "char") return type.length ?? 1;
  return type.kind === "varchar" ? (type.length ?? Infinity) : Infinity;
}

function typeName(type: ColumnType): string {
  if (type.kind === "sql") return type.sql;
  if (type.kind === "enum") return type.name;
  if (type.kind === "array") return `${typeName(type.element)}[]`;
  const details = "length" in type ? [type.length] : "scale" in type || "precision" in type ? [type.precision, "scale" in type ? type.scale : undefined] : [];
  const given = details.filter((detail) => detail !== undefined);
  return given.length ? `${type.kind}(${given.join(", ")})` : type.kind;
}
