import { numbered } from "../../schema/names.ts";
import { physicalObject } from "./objects.ts";
import { partNames } from "../../schema/find.ts";
import type { Check, Column, EnumType, ForeignKey, Index, IndexPart, Schema, Table } from "../../schema/types.ts";
import { enumCheckName, lowered } from "./lower.ts";
import { byNormalForm, labelsOf, normalDefault, normalForm } from "./normal.ts";
import { physicalType } from "./types.ts";

interface Kept {
  readonly enums: readonly (EnumType | undefined)[];
  readonly table: Table;
}

const cache = new WeakMap<Table, Kept>();

/** The schema as SQLite keeps it: no enums, types by what they read back as, expressions in one form. */
export function physical(schema: Schema): Schema {
  const tables = Object.fromEntries(Object.entries(schema.tables).map(([key, table]) => [key, cachedTable(table, schema)]));
  return { namespaces: {}, enums: {}, tables, requiredRows: {}, objects: physicalObjects(schema.objects) };
}

function physicalObjects(objects: Schema["objects"]): Schema["objects"] {
  return Object.fromEntries(Object.entries(objects).map(([key, object]) => [key, physicalObject(object)]));
}

function cachedTable(table: Table, schema: Schema): Table {
  const enums = table.columns.flatMap(({ type }) => (type.kind === "enum" ? [schema.enums[type.name]] : []));
  const known = cache.get(table);
  if (known && known.enums.length === enums.length && known.enums.every((each, index) => each === enums[index])) return known.table;
  const result = physicalTable(table, schema);
  cache.set(table, { enums, table: result });
  return result;
}

/** One table as SQLite keeps it. */
export function physicalTable(table: Table, schema: Schema): Table {
  const { facts, ...low } = lowered(table, schema);
  const { withoutRowid, strict } = facts ?? {};
  const own = withoutRowid || strict ? { facts: { ...(withoutRowid && { withoutRowid }), ...(strict && { strict }) } } : {};
  // A default is written by the type the author gave, so the normal form is taken before the type becomes SQLite's.
  const columns = low.columns.map((column, index) => physicalColumn(column, table.columns[index]!));
  return { ...low, ...own, columns, foreignKeys: low.foreignKeys.map(physicalForeignKey), checks: physicalChecks(low), indexes: low.indexes.map(physicalIndex) };
}

function physicalColumn(lowColumn: Column, declared: Column): Column {
  const { default: _, collation, ...column } = lowColumn;
  const normal = normalDefault(declared.default, declared.type);
  const kept = physicalCollation(collation);
  return {
    ...column,
    type: physicalType(column.type),
    ...(normal !== undefined && { default: { sql: normal } }),
    ...(kept !== undefined && { collation: kept }),
    ...(column.generated && { generated: { sql: normalForm(column.generated.sql), storage: column.generated.storage } }),
  };
}

const ownCollations = ["BINARY", "NOCASE", "RTRIM"];

/** SQLite's own collations are known by any case, and BINARY is what a column has that names none. */
function physicalCollation(collation: string | undefined): string | undefined {
  const upper = collation?.toUpperCase();
  if (upper === "BINARY") return undefined;
  return upper !== undefined && ownCollations.includes(upper) ? upper : collation;
}

function physicalForeignKey(foreignKey: ForeignKey): ForeignKey {
  const { match: _, ...kept } = foreignKey;
  return kept;
}

/** A renamed table or column leaves the names of its enums' CHECKs behind, so those are told by their form and named anew. */
function physicalChecks(table: Table): readonly Check[] {
  const columnOf = (check: Check) => (check.name.endsWith("_enum") ? labelsOf(check.sql)?.column : undefined);
  const own = table.checks.filter((check) => columnOf(check) === undefined);
  const enumChecks = table.checks.filter((check) => columnOf(check) !== undefined).sort(byNormalForm);
  const taken = new Set(partNames({ ...table, checks: own }).map(({ name }) => name));
  return [...own, ...enumChecks].map((check) => {
    const column = columnOf(check);
    if (column === undefined) return { name: check.name, sql: normalForm(check.sql) };
    const name = numbered(enumCheckName(table.name, column), (each) => taken.has(each), (base, count) => `${base}${count}`, 1);
    taken.add(name);
    return { name, sql: normalForm(check.sql) };
  });
}

function physicalIndex(index: Index): Index {
  const { method: _, comment: __, ...kept } = index;
  return { ...kept, parts: index.parts.map(physicalPart), ...(index.where !== undefined && { where: normalForm(index.where) }) };
}

function physicalPart(part: IndexPart): IndexPart {
  const upper = part.collation?.toUpperCase();
  return {
    ...part,
    ...("expression" in part && { expression: normalForm(part.expression) }),
    ...(upper !== undefined && ownCollations.includes(upper) && { collation: upper }),
  };
}
