import { applyOperations } from "../../operations/apply.ts";
import type { Operation } from "../../operations/index.ts";
import { findEnum, tablesUsingEnum } from "../../schema/find.ts";
import type { Column, Schema } from "../../schema/types.ts";
import type { Compilers } from "../ansi/compilers.ts";
import { alterSql, modifyClause } from "./alter-table.ts";
import { aroundLabelChange } from "./foreign-key-types.ts";
import type { Flavour } from "./flavours.ts";
import { quote, tableName, textLiteral } from "./quoting.ts";

type EnumCompilers = Pick<Compilers, "createEnum" | "dropEnum" | "renameEnum" | "addEnumLabel" | "renameEnumLabel" | "alterEnum">;

/** An enumeration has no life of its own here: the columns that use it carry its labels. */
export function enumCompilers(flavour: Flavour): EnumCompilers {
  return {
    createEnum: () => [],
    dropEnum: () => [],
    renameEnum: () => [],
    addEnumLabel: (operation, before) => detached(operation.name, before, modified(flavour, operation.name, applyOperations(before, [operation]))),
    renameEnumLabel: (operation, before) => detached(operation.name, before, relabelled(flavour, operation, before, { [operation.from]: operation.to })),
    alterEnum: (operation, before) => detached(operation.name, before, relabelled(flavour, operation, before, operation.options?.replace ?? {})),
  };
}

/** The server changes no column that a foreign key holds, and no label of one end before the other's. */
function detached(name: string, before: Schema, statements: readonly string[]): string[] {
  return aroundLabelChange(before, (key, column) => columnsOf(before, key, name).some((each) => each.name === column), statements);
}

/** Every column that uses the enumeration, with its labels as they stand in `schema`. */
function modified(flavour: Flavour, name: string, schema: Schema): string[] {
  return tablesUsingEnum(schema, name).map((key) => alterSql(key, columnsOf(schema, key, name).map((column) => modifyClause(flavour, schema.tables[key]!, column.name, schema))));
}

/** Rows move while the columns take the old labels and the new ones; then the old ones go. */
function relabelled(flavour: Flavour, operation: Operation & { readonly name: string }, before: Schema, replace: { readonly [label: string]: string }): string[] {
  const { name } = operation;
  const after = applyOperations(before, [operation]);
  const narrow = modified(flavour, name, after);
  const moves = Object.entries(replace);
  if (!moves.length) return narrow;
  const [old, fresh] = [findEnum(before, name), findEnum(after, name).labels];
  const union = [...old.labels, ...fresh.filter((label) => !old.labels.includes(label))];
  // Labels that differ in case only are one label to the server: it finds the new one for the old by itself.
  if (new Set(union.map((label) => label.toLowerCase())).size < union.length) return narrow;
  const wide: Schema = { ...before, enums: { ...before.enums, [name]: { ...old, labels: union } } };
  const widen = union.length > old.labels.length ? modified(flavour, name, wide) : [];
  return [...widen, ...tablesUsingEnum(before, name).flatMap((key) => columnsOf(before, key, name).map((column) => moveSql(key, column, moves))), ...narrow];
}

/** One UPDATE with all replacements, so that labels can change places. */
function moveSql(key: string, { name }: Column, moves: readonly (readonly [string, string])[]): string {
  const column = quote(name);
  const cases = moves.map(([from, to]) => `WHEN ${textLiteral(from)} THEN ${textLiteral(to)}`).join(" ");
  return `UPDATE ${tableName(key)} SET ${column} = CASE ${column} ${cases} END WHERE ${column} IN (${moves.map(([from]) => textLiteral(from)).join(", ")})`;
}

function columnsOf(schema: Schema, key: string, name: string): readonly Column[] {
  return schema.tables[key]!.columns.filter(({ type }) => type.kind === "enum" && type.name === name);
}
