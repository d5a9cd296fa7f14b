import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import { objectKey, splitObjectKey } from "./object-key.ts";
import type { Check, Column, ConstraintKind, DatabaseObject, EnumType, Exclusion, ForeignKey, Index, PrimaryKey, Schema, Table, TablePartKind, Unique } from "./types.ts";

/** The table with this key. Throws MOD-010 with the nearest name. */
export function findTable(schema: Schema, key: string): Table {
  const table = schema.tables[key];
  if (!table) throw missing("MOD-010", `Table "${key}" is not in the schema.`, key, Object.keys(schema.tables));
  return table;
}

/** The column of this name. Throws MOD-011 with the nearest name. */
export function findColumn(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (!column) throw missing("MOD-011", `Column "${table.name}.${name}" is not in the schema.`, name, table.columns.map((each) => each.name));
  return column;
}

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The enum with this key. Throws MOD-012 with the nearest name. */
export function findEnum(schema: Schema, key: string): EnumType {
  const found = schema.enums[key];
  if (!found) throw missing("MOD-012", `Enum "${key}" is not in the schema.`, key, Object.keys(schema.enums));
  return found;
}

/** The object with this key, such as `"view active_users"`. Throws MOD-050 with the nearest name. */
export function findObject(schema: Schema, key: string): DatabaseObject {
  const found = schema.objects[key];
  if (!found) throw missing("MOD-050", `There is no ${key} in the schema.`, key, Object.keys(schema.objects).filter((each) => splitObjectKey(each).kind === splitObjectKey(key).kind));
  return found;
}

/** The objects that stand on a table or a view: triggers, rules, policies, statistics, by key. */
export function objectsOn(schema: Schema, table: string): string[] {
  return Object.values(schema.objects).filter((object) => "table" in object && object.table === table).map(objectKey);
}

/** The keys of the grants on something, as `targetOf` calls it: `"table job"`. */
export function grantsOn(schema: Schema, target: string): string[] {
  return Object.keys(schema.objects).filter((key) => {
    const object = schema.objects[key]!;
    return object.kind === "grant" && object.on === target;
  });
}

/** The sequences that go with a table, or with one of its columns, by key. */
export function ownedSequences(schema: Schema, table: string, column?: string): string[] {
  return Object.values(schema.objects).filter((object) => object.kind === "sequence" && object.ownedBy?.table === table && (column === undefined || object.ownedBy.column === column)).map(objectKey);
}

/** The index of this name. Throws MOD-013 with the nearest name. */
export function findIndex(table: Table, name: string): Index {
  const index = table.indexes.find((each) => each.name === name);
  if (!index) throw missing("MOD-013", `Table "${table.name}" has no index "${name}".`, name, table.indexes.map((each) => each.name));
  return index;
}

/** A constraint with its kind, as data that says what it is. */
export type NamedConstraint =
  | { readonly kind: "primaryKey"; readonly constraint: PrimaryKey }
  | { readonly kind: "unique"; readonly constraint: Unique }
  | { readonly kind: "foreignKey"; readonly constraint: ForeignKey }
  | { readonly kind: "check"; readonly constraint: Check }
  | { readonly kind: "exclusion"; readonly constraint: Exclusion };

/** All constraints of a table: primary key, uniques, foreign keys, checks, exclusions. */
export function constraintsOf(table: Table): NamedConstraint[] {
  return [
    ...(table.primaryKey ? [{ kind: "primaryKey", constraint: table.primaryKey } as const] : []),
    ...table.uniques.map((constraint) => ({ kind: "unique", constraint }) as const),
    ...table.foreignKeys.map((constraint) => ({ kind: "foreignKey", constraint }) as const),
    ...table.checks.map((constraint) => ({ kind: "check", constraint }) as const),
    ...(table.exclusions ?? []).map((constraint) => ({ kind: "exclusion", constraint }) as const),
  ];
}

/** The constraint of this name. Throws MOD-014 with the nearest name. */
export function findConstraint(table: Table, name: string): NamedConstraint {
  const found = constraintsOf(table).find(({ constraint }) => constraint.name === name);
  if (!found) throw missing("MOD-014", `Table "${table.name}" has no constraint "${name}".`, name, constraintsOf(table).map(({ constraint }) => constraint.name));
  return found;
}

/** Every name a table's parts take, with the kind of the part. */
export function partNames(table: Table): { kind: TablePartKind; name: string }[] {
  return [
    ...constraintsOf(table).map(({ kind, constraint }) => ({ kind: kind satisfies ConstraintKind, name: constraint.name })),
    ...table.indexes.map(({ name }) => ({ kind: "index" as const, name })),
  ];
}

/** The tables, by key, that use an enum in one of their columns. */
export function tablesUsingEnum(schema: Schema, key: string): string[] {
  return Object.keys(schema.tables).filter((table) => schema.tables[table]!.columns.some((column) => enumOf(column.type) === key));
}

/** The key of the enum that a type is, or is an array of. */
export function enumOf(type: Column["type"]): string | undefined {
  if (type.kind === "array") return enumOf(type.element);
  return type.kind === "enum" ? type.name : undefined;
}

function missing(code: string, message: string, name: string, candidates: readonly string[]): GravenError {
  return new GravenError(code, message, { hint: didYouMean(name, candidates) });
}
