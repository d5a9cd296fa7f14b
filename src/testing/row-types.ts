import type { Context } from "../commands/context.ts";
import { openHistory } from "../commands/project.ts";
import { parentsOf, type RevisionGraph } from "../revisions/graph.ts";
import { schemaAt } from "../revisions/store.ts";
import { enumOf } from "../schema/find.ts";
import type { Column, ColumnType, ColumnTypeKind, Schema, Table } from "../schema/types.ts";

export interface WrittenTypes {
  readonly file: string;
  readonly isChanged: boolean;
}

/** Writes the types of the rows that each revision's tables take, beside the snapshots that they come from. Throws SNP-00x. */
export async function writeRowTypes(context: Context): Promise<WrittenTypes> {
  const { store } = await openHistory(context);
  const schemas = new Map<string, Schema>();
  const at = async (ids: readonly string[]) => {
    const key = ids.join(" ");
    const schema = schemas.get(key) ?? (await schemaAt(store, ids)).schema;
    schemas.set(key, schema);
    return schema;
  };
  const revisions: RevisionTables[] = [];
  for (const id of store.graph.order) revisions.push({ id, before: await at(parentsOf(store.graph, id)), at: await at([id]) });
  const file = rowTypesFile(store.folder);
  const text = rowTypes(revisions, store.graph);
  const isChanged = text !== (await context.files.read(file));
  if (isChanged) await context.files.writeAll([{ path: file, text, replace: true }]);
  return { file, isChanged };
}

export function rowTypesFile(migrations: string): string {
  return `${migrations}/snapshots/rows.d.ts`;
}

/** A revision with the schemas before and after it. */
export interface RevisionTables {
  readonly id: string;
  readonly before: Schema;
  readonly at: Schema;
}

/** The text of the file: each shape of a table once, and by revision the tables that stand before and after it. */
export function rowTypes(revisions: readonly RevisionTables[], graph: Pick<RevisionGraph, "labels">): string {
  const shapes = new Map<string, string>();
  const taken = new Map<string, number>();
  const shape = (table: Table, schema: Schema): string => {
    const text = rowType(table, schema);
    const known = shapes.get(text);
    if (known !== undefined) return known;
    const base = pascal(table.name);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    const name = count === 1 ? base : `${base}${count}`;
    shapes.set(text, name);
    return name;
  };
  const tables = (schema: Schema) => {
    const entries = Object.entries(schema.tables).map(([key, table]) => `${JSON.stringify(key)}: ${shape(table, schema)}`);
    return entries.length ? `{ ${entries.join("; ")} }` : "{}";
  };
  const lines = revisions.map(({ id, before, at }) => `    ${JSON.stringify(id)}: { before: ${tables(before)}; at: ${tables(at)} };`);
  const labels = [...graph.labels].map(([label, id]) => `    ${JSON.stringify(label)}: ${JSON.stringify(id)};`);
  return [
    "// Written by `gen test --types`: the rows that the tables take before and at each revision. Do not edit.",
    'import "graven/testing";',
    "",
    ...[...shapes].map(([text, name]) => `type ${name} = ${text};`),
    ...(shapes.size ? [""] : []),
    'declare module "graven/testing" {',
    "  interface RevisionRows {",
    ...lines,
    "  }",
    "  interface RevisionLabels {",
    ...labels,
    "  }",
    "}",
    "",
  ].join("\n");
}

function rowType(table: Table, schema: Schema): string {
  const columns = table.columns.filter(({ generated }) => !generated).map((column) => `${property(column.name)}${isOptional(column) ? "?" : ""}: ${valueType(column.type, schema)}${column.nullable ? " | null" : ""}`);
  return columns.length ? `{ ${columns.join("; ")} }` : "{}";
}

/** A type alias may meet `exactOptionalPropertyTypes`: what may be left out may be `undefined` nowhere. */
function isOptional({ nullable, default: standard, autoIncrement, identity }: Column): boolean {
  return nullable || standard !== undefined || autoIncrement !== undefined || identity !== undefined;
}

const types: { readonly [K in ColumnTypeKind]: (type: Extract<ColumnType, { kind: K }>, schema: Schema) => string } = {
  smallint: () => "number",
  integer: () => "number",
  bigint: () => "string | number | bigint",
  numeric: () => "string | number",
  real: () => "number",
  double: () => "number",
  boolean: () => "boolean",
  char: () => "string",
  varchar: () => "string",
  text: () => "string",
  date: () => "Date | string",
  time: () => "string",
  timestamp: () => "Date | string",
  timestamptz: () => "Date | string",
  interval: () => "string",
  uuid: () => "string",
  json: () => "unknown",
  jsonb: () => "unknown",
  binary: () => "Uint8Array | string",
  enum: (type, schema) => schema.enums[enumOf(type) ?? ""]?.labels.map((label) => JSON.stringify(label)).join(" | ") ?? "string",
  array: ({ element }, schema) => `(${valueType(element, schema)})[]`,
  sql: () => "unknown",
};

function valueType(type: ColumnType, schema: Schema): string {
  return (types[type.kind] as (type: ColumnType, schema: Schema) => string)(type, schema);
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A name for a table's type: `list_type` as `ListTypeRow`. */
function pascal(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("").replace(/^(?=\d)/, "_") || "Table"}Row`;
}
