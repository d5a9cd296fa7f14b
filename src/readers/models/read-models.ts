import { GravenError } from "../../base/errors.ts";
import { buildSchema, type Naming, type ReadSchema } from "../../models/build.ts";
import type { EnumDeclaration, TableDeclaration } from "../../models/declaration.ts";
import type { RowsMemory } from "../../models/rows-source.ts";
import { isDeclaredObject, type ObjectDeclaration } from "../../models/objects.ts";
import { declarationOf, isTable, type AnyTable } from "../../models/table.ts";
import { withRowFiles } from "../rows/with-row-files.ts";

/** Loads a module and gives its exports. */
export type ModuleLoader = (path: string) => Promise<Record<string, unknown>>;

/** What other model sources declare, such as SQL files. */
export interface DeclaredBeside {
  readonly tables: readonly TableDeclaration[];
  readonly enums: readonly EnumDeclaration[];
  readonly objects: readonly ObjectDeclaration[];
  /** PostgreSQL schemas, be something in them or not. */
  readonly namespaces: readonly string[];
}

/**
 * Reads the tables and enumerations that model files export, as one schema, together with what stands `beside` them.
 * Throws MOD-033 where nothing is declared, and MOD-0xx for what is wrong with the models, with file and line.
 */
export async function readModels(paths: readonly string[], load: ModuleLoader, naming: Naming, options: { readonly beside?: DeclaredBeside | undefined; readonly allowEmpty?: boolean | undefined; readonly rowFiles?: readonly string[]; /** What is kept of many rows from one run to the next. */ readonly memory?: RowsMemory } = {}): Promise<ReadSchema> {
  const { beside, allowEmpty = false, rowFiles = [], memory } = options;
  const tables = new Set<TableDeclaration>(beside?.tables);
  const enums = new Set<EnumDeclaration>(beside?.enums);
  const objects = new Set<ObjectDeclaration>(beside?.objects);
  const empty: string[] = [];
  // One after the other: models that import each other are evaluated once, and the first fault is told alone.
  for (const path of paths) {
    const exported = Object.values(await load(path)).flatMap(declarationsIn);
    if (!exported.length) empty.push(path);
    for (const declaration of exported) {
      if ("object" in declaration) objects.add(declaration);
      else if ("labels" in declaration) enums.add(declaration);
      else tables.add(declaration);
    }
  }
  // A file of helpers among others is no fault; files without a single table are.
  if (!allowEmpty && !tables.size && !enums.size && !objects.size) {
    if (beside) throw new GravenError("SQL-004", "The SQL files declare nothing.", { hint: "An empty model drops everything that stands. If that is meant, say --allow-empty." });
    throw new GravenError("MOD-033", "The models export no table.", { ...(empty[0] !== undefined && { place: { file: empty[0] } }), hint: 'Export one, as in: export const user = table("user", { id: integer().primaryKey() });' });
  }
  const read = buildSchema(await withRowFiles([...tables], rowFiles), [...enums], naming, [...objects], memory);
  if (!beside?.namespaces.length) return read;
  const namespaces = { ...read.schema.namespaces, ...Object.fromEntries(beside.namespaces.map((name) => [name, { name }])) };
  return { ...read, schema: { ...read.schema, namespaces } };
}

/** The tables that a module exports. */
export function tablesIn(exports: Readonly<Record<string, unknown>>): readonly AnyTable[] {
  return Object.values(exports).flatMap(tablesWithin);
}

function tablesWithin(value: unknown): readonly AnyTable[] {
  if (isTable(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(tablesWithin);
  const isPlain = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.values(value).filter(isTable) : [];
}

/** The place of an object of a schema, or of the nearest thing that holds it. */
export function placeOfPath(read: ReadSchema, path: string) {
  return read.places.get(path) ?? read.places.get(path.slice(0, path.lastIndexOf(".")));
}

function declarationsIn(value: unknown): (TableDeclaration | EnumDeclaration | ObjectDeclaration)[] {
  if (isTable(value)) return [declarationOf(value)];
  if (isDeclaredObject(value)) return [value.declaration];
  if (typeof value === "function" && "declaration" in value && isEnumDeclaration(value.declaration)) return [value.declaration];
  // Helpers may export lists and records of tables.
  if (Array.isArray(value)) return value.flatMap(declarationsIn);
  if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype) return Object.values(value).filter((each) => isTable(each) || isDeclaredObject(each) || typeof each === "function").flatMap(declarationsIn);
  return [];
}

function isEnumDeclaration(value: unknown): value is EnumDeclaration {
  return typeof value === "object" && value !== null && "labels" in value && Array.isArray(value.labels) && "name" in value;
}
