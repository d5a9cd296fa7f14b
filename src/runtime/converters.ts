import { isTable, declarationOf, table, type AnyTable, type ColumnBuilders, type TableOptions, type TableParts } from "../models/table.ts";
import { buildTable, frozenNaming } from "../models/build.ts";
import { builtObject } from "../models/build-objects.ts";
import { ColumnBuilder } from "../models/column.ts";
import { isDeclaredObject } from "../models/objects.ts";
import type { EnumDeclaration } from "../models/declaration.ts";
import { constraintAttributes } from "../operations/alter-constraint.ts";
import { indexAttributes } from "../operations/alter-index.ts";
import type { Backfill } from "../operations/backfill.ts";
import type { ParameterType } from "../operations/definition.ts";
import type { Operation } from "../operations/index.ts";
import { keyOf } from "../schema/key.ts";
import { databaseObjectKinds, objectKey } from "../schema/object-key.ts";
import type { Column, DatabaseObject, SqlText, Table } from "../schema/types.ts";
import type { Arguments } from "./arguments.ts";
import { columnChanges } from "./column-changes.ts";
import type { Operations } from "./facade.ts";
import { builtColumnTable, builtPart } from "./parts.ts";
import { formerRows, rowKey, rows, stubColumns } from "./row-arguments.ts";
import { statements } from "./statements.ts";

/** Takes what an author wrote from the arguments and gives the plain field; `undefined` leaves the field out. */
type Converter = (given: Arguments, field: string) => unknown;

/** One converter per parameter type; the inverse of what codegen prints for it. */
export const converters: { readonly [T in ParameterType]: Converter } = {
  table: tableKey,
  name,
  tableDefinition,
  columnDefinition,
  columnChanges: (given) => columnChanges(given),
  indexDefinition: (given) => builtPart(given, "index").indexes[0],
  primaryKeyDefinition: (given) => builtPart(given, "primaryKey").primaryKey,
  uniqueDefinition: (given) => builtPart(given, "unique").uniques[0],
  foreignKeyDefinition: (given) => builtPart(given, "foreignKey").foreignKeys[0],
  checkDefinition: (given) => builtPart(given, "check").checks[0],
  exclusionDefinition: (given) => builtPart(given, "exclusion").exclusions?.[0],
  tableChanges: (given) => plainChanges(given, "table", '{ rowSecurity: "enabled" }'),
  indexChanges: (given) => plainChanges(given, "index", '{ comment: "By day" }', indexAttributes),
  constraintChanges: (given) => plainChanges(given, "constraint", '{ deferrable: "initially deferred" }', Object.values(constraintAttributes).flat()),
  objectDefinition,
  object: objectReference,
  labels,
  stubColumns,
  rows,
  rowKey,
  formerRows,
  assignments,
  text,
  options,
  statements: (given) => statements(given),
  function: callback,
  ownDefinition,
  ownOptions,
  operations: nestedOperations,
};

function tableKey(given: Arguments): string {
  const value = given.take();
  if (isTable(value)) {
    given.stub = value;
    return (given.table = keyOf(declarationOf(value)));
  }
  if (typeof value !== "string" || value === "") throw given.wrong("a table first: its name, or a stub of it");
  return (given.table = value);
}

function name(given: Arguments, field: string): string {
  const value = given.take();
  if (typeof value === "string" && value !== "") return value;
  const declaration = enumerationOf(value);
  if (!declaration) throw given.wrong(`a name as "${field}"`);
  given.labels = declaration.labels;
  return keyOf(declaration);
}

function tableDefinition(given: Arguments): Table {
  const first = given.take();
  const stub = isTable(first) ? first : declaredTable(given, first);
  given.result = stub;
  return buildTable(declarationOf(stub)).table;
}

function declaredTable(given: Arguments, tableName: unknown): AnyTable {
  const columns = given.take();
  if (typeof tableName !== "string" || typeof columns !== "object" || columns === null) throw given.wrong("a stub, or a name and columns");
  for (const [property, builder] of Object.entries(columns)) if (!isBuilder(builder)) throw given.wrong(`a column builder, such as integer(), for "${property}"`);
  const parts = typeof given.peek() === "function" ? (given.take() as TableParts<ColumnBuilders>) : () => [];
  return table(tableName, columns as ColumnBuilders, parts, (given.take() ?? {}) as TableOptions);
}

/** The column; what its builder says of constraints follows as operations of their own, with the names a revision gives them. */
function columnDefinition(given: Arguments): Column {
  const columnName = given.take();
  const builder = given.take();
  if (typeof columnName !== "string" || !isBuilder(builder)) throw given.wrong("a column's name and its builder, such as integer().notNull()");
  const built = builtColumnTable(given.table!, columnName, builder);
  const onTable = { table: given.table! };
  given.followers.push(
    ...(built.primaryKey ? [{ kind: "createPrimaryKey", ...onTable, primaryKey: built.primaryKey } satisfies Operation] : []),
    ...built.uniques.map((unique): Operation => ({ kind: "createUnique", ...onTable, unique })),
    ...built.foreignKeys.map((foreignKey): Operation => ({ kind: "createForeignKey", ...onTable, foreignKey })),
    ...built.checks.map((check): Operation => ({ kind: "createCheck", ...onTable, check })),
  );
  return built.columns[0]!;
}

/** Changes as they stand. Where `known` tells what can change, another word is refused. */
function plainChanges(given: Arguments, noun: string, example: string, known?: readonly string[]): object {
  const value = given.take();
  if (typeof value !== "object" || value === null || !Object.keys(value).length) throw given.wrong(`an object of changes after the ${noun}, such as ${example}`);
  const stranger = known && Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) throw given.wrong(`changes of ${known!.join(", ")}`, `There is no "${stranger}" that a standing ${noun} could change: drop it and make it anew.`);
  return value;
}

function objectDefinition(given: Arguments): DatabaseObject {
  const value = given.take();
  if (!isDeclaredObject(value)) throw given.wrong('an object, such as view("name", sql`…`)');
  return builtObject(value.declaration, frozenNaming).object;
}

function objectReference(given: Arguments): string {
  const value = given.take();
  if (isDeclaredObject(value)) return objectKey(value.declaration.object);
  if (typeof value === "string" && (databaseObjectKinds as readonly string[]).includes(value.slice(0, value.indexOf(" ")))) return value;
  throw given.wrong('an object, or its kind and name in one text, such as "view active_users"', typeof value === "string" ? `The kinds are ${databaseObjectKinds.join(", ")}.` : undefined);
}

function labels(given: Arguments): readonly string[] {
  if (given.labels && given.peek() === undefined) return given.labels;
  const value = given.take();
  if (!Array.isArray(value) || value.some((label) => typeof label !== "string")) throw given.wrong("a list of labels");
  return value as string[];
}

function assignments(given: Arguments): Backfill["assignments"] {
  const { set, where, batchSize, pause, ...rest } = (given.take() ?? {}) as { set?: Record<string, unknown>; where?: unknown; batchSize?: unknown; pause?: unknown };
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) throw given.wrong("{ set, where, batchSize, pause }", `There is no "${stranger}".`);
  if (batchSize !== undefined && !isCount(batchSize, 1)) throw given.wrong("a whole number of rows from 1 on as batchSize");
  if (pause !== undefined && !isCount(pause, 0)) throw given.wrong("a whole number of milliseconds as pause");
  if (pause !== undefined && batchSize === undefined) throw given.wrong("a batchSize beside pause", "Without one all rows change in one statement.");
  if (typeof set !== "object" || set === null || !Object.keys(set).length) throw given.wrong("{ set: { column: sql`…` } }");
  const columns = new Map(given.stub ? declarationOf(given.stub).columns.map((column) => [column.property, column.name]) : []);
  const plain = Object.entries(set).map(([key, value]) => [columns.get(key) ?? key, sqlOf(given, value, `the value of "${key}"`)] as const);
  return { set: Object.fromEntries(plain), ...(where !== undefined && { where: sqlOf(given, where, "where") }), ...(batchSize !== undefined && { batchSize }), ...(pause !== undefined && { pause }) };
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least;
}

function sqlOf(given: Arguments, value: unknown, noun: string): SqlText {
  if (typeof value === "object" && value !== null && "sql" in value && typeof value.sql === "string") return { sql: value.sql };
  throw given.wrong(`sql\`…\` for ${noun}`, "A text literal is sql`'text'`.");
}

function text(given: Arguments, field: string): string | null {
  const value = given.take();
  if (typeof value === "string" || (value === null && field === "comment")) return value;
  throw given.wrong(`a text as "${field}"`);
}

function options(given: Arguments): object | undefined {
  const value = given.take();
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object") throw given.wrong("an object of options last");
  return Object.keys(value).length ? value : undefined;
}

/** A function, before which stubs may stand: those speak to the compiler only. */
function callback(given: Arguments): unknown {
  const first = given.take();
  const value = typeof first === "function" ? first : given.take();
  if (typeof value !== "function") throw given.wrong("a function that receives the database");
  return value;
}

function ownDefinition(given: Arguments): unknown {
  const value = given.take();
  if (typeof value !== "object" || value === null || !("sql" in value) || typeof value.sql !== "function") throw given.wrong("an operation made with defineOperation()");
  return value;
}

function ownOptions(given: Arguments): object {
  const value = given.take();
  if (typeof value !== "object" || value === null) throw given.wrong("the operation's options as an object");
  return value;
}

function nestedOperations(given: Arguments): readonly Operation[] | undefined {
  const value = given.take();
  if (typeof value === "function") return given.nested(value as (op: Operations) => unknown);
  if (value === undefined && given.kind !== "withoutTransaction" && given.kind !== "withTimeouts") return undefined;
  if (typeof value !== "object" || value === null) throw given.wrong("a function that calls op");
  const { schema, ...rest } = value as { schema?: unknown };
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) throw given.wrong("{ schema }", `There is no "${stranger}".`);
  if (schema === undefined) return undefined;
  if (typeof schema !== "function") throw given.wrong("a function as `schema`");
  return given.nested(schema as (op: Operations) => unknown);
}

function enumerationOf(value: unknown): EnumDeclaration | undefined {
  if (typeof value !== "function" || !("declaration" in value)) return undefined;
  return value.declaration as EnumDeclaration;
}

/** A builder of this copy of the package or another. */
function isBuilder(value: unknown): value is ColumnBuilder {
  return value instanceof ColumnBuilder || (typeof value === "object" && value !== null && "declaration" in value && "notNull" in value);
}
