import { editTable, withColumn } from "../schema/edit.ts";
import { enumOf, findColumn, findEnum, findTable } from "../schema/find.ts";
import type { Column, ColumnFacts, ColumnType, Default, Generated, Identity, Schema } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";
import { narrows } from "./narrows.ts";
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
    if (changes.type && (narrows(present.type, changes.type) || losesLabels(present.type, changes.type, before))) {
      found.push({ code: "lossy-type-change", message: `Column "${table}.${column}" goes from ${typeName(present.type)} to ${typeName(changes.type)}: values that do not fit are refused or cut.` });
    }
    return found;
  },
};

/** Whether an enumeration takes the place of one with labels that it has not. */
function losesLabels(from: ColumnType, to: ColumnType, { enums }: Schema): boolean {
  if (from.kind !== "enum" || to.kind !== "enum" || from.name === to.name) return false;
  const labels = enums[to.name]?.labels ?? [];
  return (enums[from.name]?.labels ?? []).some((label) => !labels.includes(label));
}

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

function typeName(type: ColumnType): string {
  if (type.kind === "sql") return type.sql;
  if (type.kind === "enum") return type.name;
  if (type.kind === "array") return `${typeName(type.element)}[]`;
  const details = "length" in type ? [type.length] : "scale" in type || "precision" in type ? [type.precision, "scale" in type ? type.scale : undefined] : [];
  const given = details.filter((detail) => detail !== undefined);
  return given.length ? `${type.kind}(${given.join(", ")})` : type.kind;
}
