import { sameJson } from "../base/json.ts";
import { constraintsOf } from "../schema/find.ts";
import type { Column, ColumnType, Schema, Table } from "../schema/types.ts";

export type ChangeMark = "added" | "changed" | "removed";

/** One object that differs between two schemas, with its parts that differ. */
export interface ObjectDifference {
  readonly kind: "table" | "enum" | "schema" | "object";
  readonly name: string;
  readonly mark: ChangeMark;
  readonly parts: readonly { readonly mark: ChangeMark; readonly name: string; readonly what: string; readonly before?: string; readonly after?: string }[];
}

/** What differs between two schemas, as a person would list it. */
export function differenceOf(before: Schema, after: Schema): readonly ObjectDifference[] {
  return [
    ...pairs(before.namespaces, after.namespaces).map(({ name, mark }): ObjectDifference => ({ kind: "schema", name, mark, parts: [] })),
    ...pairs(before.enums, after.enums).map(({ name, mark, a, b }): ObjectDifference => ({ kind: "enum", name, mark, parts: names(a?.labels ?? [], b?.labels ?? [], "label") })),
    ...pairs(before.tables, after.tables).map(({ name, mark, a, b }): ObjectDifference => ({ kind: "table", name, mark, parts: tableParts(a, b) })),
    ...pairs(before.objects, after.objects).map(({ name, mark }): ObjectDifference => ({ kind: "object", name, mark, parts: [] })),
  ];
}

interface Pair<T> {
  readonly name: string;
  readonly mark: ChangeMark;
  readonly a: T | undefined;
  readonly b: T | undefined;
}

function pairs<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Pair<T>[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name): Pair<T>[] => {
    const [a, b] = [before[name], after[name]];
    if (a === b || (a !== undefined && b !== undefined && sameJson(a, b))) return [];
    return [{ name, mark: a === undefined ? "added" : b === undefined ? "removed" : "changed", a, b }];
  });
}

function names(before: readonly string[], after: readonly string[], what: string) {
  return [...before.filter((name) => !after.includes(name)).map((name) => ({ mark: "removed" as const, name, what })), ...after.filter((name) => !before.includes(name)).map((name) => ({ mark: "added" as const, name, what }))];
}

function tableParts(before: Table | undefined, after: Table | undefined): ObjectDifference["parts"] {
  const columns = (table: Table | undefined) => Object.fromEntries((table?.columns ?? []).map((column) => [column.name, column]));
  const others = (table: Table | undefined) => Object.fromEntries(table ? [...constraintsOf(table).map(({ kind, constraint }) => [constraint.name, { what: words[kind], part: constraint }] as const), ...table.indexes.map((index) => [index.name, { what: "index", part: index }] as const)] : []);
  return [
    ...pairs(columns(before), columns(after)).map(({ name, mark, a, b }) => ({ mark, name, what: "column", ...(a && { before: columnText(a) }), ...(b && { after: columnText(b) }) })),
    ...pairs<{ readonly what: string; readonly part: unknown }>(others(before), others(after)).map(({ name, mark, a, b }) => ({ mark, name, what: (b ?? a)!.what })),
  ];
}

const words = { primaryKey: "primary key", unique: "unique constraint", foreignKey: "foreign key", check: "check", exclusion: "exclusion constraint" } as const;

/** `varchar(80) not null default 'x'`. */
export function columnText({ type, nullable, default: given, generated, identity, autoIncrement }: Column): string {
  const value = given === undefined ? "" : ` default ${"sql" in given ? given.sql : JSON.stringify(given.value)}`;
  return `${typeText(type)}${nullable ? "" : " not null"}${value}${generated ? " computed" : ""}${identity || autoIncrement ? " counts up" : ""}`;
}

export function typeText(type: ColumnType): string {
  if (type.kind === "sql") return type.sql;
  if (type.kind === "enum") return type.name;
  if (type.kind === "array") return `${typeText(type.element)}[]`;
  const numbers = ["length", "precision", "scale"].map((key) => (type as unknown as Record<string, unknown>)[key]).filter((each) => each !== undefined);
  return numbers.length ? `${type.kind}(${numbers.join(", ")})` : type.kind;
}
