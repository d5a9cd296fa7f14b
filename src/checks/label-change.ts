import { sqlTokens } from "../base/sql-tokens.ts";
import type { AlterAction } from "../dialects/ansi/statement.ts";
import { columnNamed } from "../schema/find.ts";
import type { ColumnType, Schema } from "../schema/types.ts";
import type { ActionScene } from "./rule.ts";

/** The labels of an ENUM or SET column, before and after. */
export interface LabelChange {
  readonly word: "ENUM" | "SET";
  readonly column: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What MODIFY COLUMN does to the labels of a column. Nothing where an operation on the enumeration stands behind it: that one is asked itself. */
export function labelChange({ from, column }: Extract<AlterAction, { kind: "modifyColumn" }>, { present, table, operations, step }: ActionScene): LabelChange | undefined {
  const { kind } = operations[step.operation]!.operation;
  const standing = present.tables[table] && columnNamed(present.tables[table], from);
  if ((kind !== "execute" && kind !== "alterColumn") || !standing) return undefined;
  const [before, after] = [labelsOf(standing.type, present), labelsIn(column.type)];
  return before && after ? { word: after.word, column: `${table}.${column.name}`, before: before.labels, after: after.labels } : undefined;
}

function labelsOf(type: ColumnType, { enums }: Schema) {
  if (type.kind === "sql") return labelsIn(type.sql);
  const found = type.kind === "enum" ? enums[type.name] : undefined;
  return found && { word: "ENUM" as const, labels: found.labels };
}

function labelsIn(sql: string): { readonly word: "ENUM" | "SET"; readonly labels: readonly string[] } | undefined {
  const word = /^(enum|set)\s*\(/i.exec(sql)?.[1]?.toUpperCase() as "ENUM" | "SET" | undefined;
  return word && { word, labels: sqlTokens(sql).filter(({ kind }) => kind === "string").map(({ value }) => value) };
}
