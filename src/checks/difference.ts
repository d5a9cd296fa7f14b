import { sameJson } from "../base/json.ts";
import type { Operation } from "../operations/index.ts";
import { constraintsOf } from "../schema/find.ts";
import type { Column, ColumnType, Schema, Table } from "../schema/types.ts";

export type ChangeMark = "added" | "changed" | "removed";

/** One object that differs between two schemas, with its parts that differ. */
export interface ObjectDifference {
  readonly kind: "table" | "enum" | "schema" | "object";
  readonly name: string;
  readonly mark: ChangeMark;
  /** Its name before, where it was renamed. */
  readonly was?: string;
  readonly parts: readonly { readonly mark: ChangeMark; readonly name: string; readonly was?: string; readonly what: string; readonly before?: string; readonly after?: string }[];
}

/** Former names by the later ones: of tables by their keys, of columns by `table.column`. */
export type FormerNames = ReadonlyMap<string, string>;

/** What the tables and columns were called that operations rename. */
export function formerNames(operations: readonly Operation[]): FormerNames {
  const found = new Map<string, string>();
  const move = (from: string, to: string, former: string) => {
    found.set(to, found.get(from) ?? former);
    found.delete(from);
  };
  for (const operation of operations) {
    if (operation.kind === "renameColumn") move(`${operation.table}.${operation.from}`, `${operation.table}.${operation.to}`, operation.from);
    if (operation.kind !== "renameTable") continue;
    move(operation.from, operation.to, operation.from);
    for (const key of Array.from(found.keys())) if (key.startsWith(`${operation.from}.`)) move(key, `${operation.to}${key.slice(operation.from.length)}`, "");
  }
  return found;
}

/** What differs between two schemas, as a person would list it. */
export function differenceOf(before: Schema, after: Schema, former: FormerNames = new Map()): readonly ObjectDifference[] {
  return [
    ...pairs(before.namespaces, after.namespaces).map(({ name, mark }): ObjectDifference => ({ kind: "schema", name, mark, parts: [] })),
    ...pairs(before.enums, after.enums).map(({ name, mark, a, b }): ObjectDifference => ({ kind: "enum", name, mark, parts: names(a?.labels ?? [], b?.labels ?? [], "label") })),
    ...pairs(before.tables, after.tables, (name) => former.get(name)).map(({ name, mark, a, b, was }): ObjectDifference => ({ kind: "table", name, mark, ...(was !== undefined && { was }), parts: tableParts(a, b, (column) => former.get(`${name}.${column}`)) })),
    ...pairs(before.objects, after.objects).map(({ name, mark }): ObjectDifference => ({ kind: "object", name, mark, parts: [] })),
  ];
}

interface Pair<T> {
  readonly name: string;
  readonly mark: ChangeMark;
  readonly a: T | undefined;
  readonly b: T | undefined;
  readonly was?: string;
}

function pairs<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>, former: (name: string) => string | undefined = () => undefined): Pair<T>[] {
  // A name that was taken from something and given to something else stands for two.
  const renamed = new Set(Object.keys(after).flatMap((name) => former(name) ?? []));
  return [...new Set([...Object.keys(before).filter((name) => !renamed.has(name)), ...Object.keys(after)])].sort().flatMap((name): Pair<T>[] => {
    const was = Object.hasOwn(after, name) ? former(name) : undefined;
    const [a, b] = [renamed.has(name) && was === undefined ? undefined : before[was ?? name], after[name]];
    if (was === undefined && (a === b || (a !== undefined && b !== undefined && sameJson(a, b)))) return [];
    const pair: Pair<T> = { name, mark: a === undefined ? "added" : b === undefined ? "removed" : "changed", a, b, ...(was !== undefined && a !== undefined && { was }) };
    const gone = was !== undefined && !renamed.has(name) ? before[name] : undefined;
    return gone === undefined ? [pair] : [{ name, mark: "removed", a: gone, b: undefined }, pair];
  });
}

function names(before: readonly string[], after: readonly string[], what: string) {
  return [...before.filter((name) => !after.includes(name)).map((name) => ({ mark: "removed" as const, name, what })), ...after.filter((name) => !before.includes(name)).map((name) => ({ mark: "added" as const, name, what }))];
}

function tableParts(before: Table | undefined, after: Table | undefined, former: (column: string) => string | undefined): ObjectDifference["parts"] {
  const columns = (table: Table | undefined) => Object.fromEntries((table?.columns ?? []).map((column) => [column.name, column]));
  const others = (table: Table | undefined) => Object.fromEntries(table ? [...constraintsOf(table).map(({ kind, constraint }) => [constraint.name, { what: words[kind], part: constraint }] as const), ...table.indexes.map((index) => [index.name, { what: "index", part: index }] as const)] : []);
  return [
    ...pairs(columns(before), columns(after), former).map(({ name, mark, a, b, was }) => ({ mark, name, ...(was !== undefined && { was }), what: "column", ...(a && { before: columnText(a) }), ...(b && { after: columnText(b) }) })),
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

/** `column name → full_name: varchar(80)`: a part in words. */
export function partText({ what, name, was, before, after }: ObjectDifference["parts"][number]): string {
  const called = was === undefined ? name : `${was} → ${name}`;
  if (before !== undefined && after !== undefined) return `${what} ${called}: ${before === after ? after : `${before} → ${after}`}`;
  return after === undefined ? `${what} ${called}` : `${what} ${called}: ${after}`;
}

/** `table post → article`. */
export function objectText({ kind, name, was }: ObjectDifference): string {
  return `${kind} ${was === undefined ? name : `${was} → ${name}`}`;
}
