import type { ColumnType as KyselyColumnType } from "kysely";
import { traceCall } from "../base/trace.ts";
import { keyOf } from "../schema/key.ts";
import type { TableFacts } from "../schema/types.ts";
import type { ColumnBuilder, ColumnSpec } from "./column.ts";
import type { PartDeclaration, TableDeclaration } from "./declaration.ts";
import { ColumnReference } from "./reference.ts";

/** Under this key a table keeps its declaration; shared by every copy of the package that a process may load. */
const declarationKey: unique symbol = Symbol.for("graven.table") as never;

export type ColumnBuilders = Readonly<Record<string, ColumnBuilder<any>>>;

/** A declared table: its columns as properties, for references and indexes. */
export type TableOf<Name extends string = string, Columns extends ColumnBuilders = ColumnBuilders> = {
  readonly [K in keyof Columns]: ColumnReference;
} & { readonly [declarationKey]: TypedDeclaration<Name, Columns> };

interface TypedDeclaration<Name extends string, Columns extends ColumnBuilders> extends TableDeclaration {
  readonly name: Name;
  /** Known to the compiler only. */
  readonly builders: Columns;
}

/** Any declared table. */
export interface AnyTable {
  readonly [declarationKey]: TableDeclaration & { readonly builders: ColumnBuilders };
}

export interface TableOptions {
  /** The PostgreSQL schema the table stands in. */
  readonly schema?: string;
  readonly comment?: string;
  /** What one database or another knows of a table: `{ rowSecurity: "enabled" }`, `{ engine: "MyISAM" }`, `{ strict: true }`. */
  readonly facts?: TableFacts;
  /** The table's former name, so that a rename is not taken for a drop and an add. */
  readonly renamedFrom?: string;
}

/** A constraint or an index that is fully said. */
export interface TablePart {
  readonly declaration: PartDeclaration;
}

/** Constraints and indexes, given the table's columns. */
export type TableParts<Columns extends ColumnBuilders> = (columns: { readonly [K in keyof Columns]: ColumnReference }) => readonly TablePart[];

/**
 * Declares a table. One vocabulary serves models, `op.createTable` and frozen stubs.
 * @example
 * export const job = table("job", {
 *   id: integer().primaryKey().autoIncrement(),
 *   createdAt: timestamp("created_at").notNull().defaultNow(),
 * }, (t) => [index("ix_job_created_at").on(t.createdAt)]);
 */
export function table<const Name extends string, Columns extends ColumnBuilders>(name: Name, columns: Columns, options?: TableOptions): TableOf<Name, Columns>;
export function table<const Name extends string, Columns extends ColumnBuilders>(name: Name, columns: Columns, parts: TableParts<Columns>, options?: TableOptions): TableOf<Name, Columns>;
export function table<const Name extends string, Columns extends ColumnBuilders>(
  name: Name,
  columns: Columns,
  third?: TableParts<Columns> | TableOptions,
  fourth?: TableOptions,
): TableOf<Name, Columns> {
  const trace = traceCall(table);
  const parts = typeof third === "function" ? third : undefined;
  const options = (typeof third === "function" ? fourth : third) ?? {};
  const key = keyOf({ name, schema: options.schema });
  const references: Record<string, ColumnReference> = {};
  const declared = Object.entries(columns).map(([property, { declaration }]) => {
    const bound = { ...declaration, property, name: declaration.name ?? property };
    references[property] = new ColumnReference(key, bound.name, {}, declaration.trace);
    return bound;
  });
  const declaration: TypedDeclaration<Name, Columns> = {
    name,
    ...options,
    columns: declared,
    builders: columns,
    parts: () => (parts ? parts(references as { [K in keyof Columns]: ColumnReference }).map((part) => part.declaration) : []),
    required: [],
    trace,
  };
  return Object.defineProperty(references, declarationKey, { value: declaration }) as unknown as TableOf<Name, Columns>;
}

/** Whether a value is a declared table, of this copy of the package or another. */
export function isTable(value: unknown): value is AnyTable {
  return typeof value === "object" && value !== null && declarationKey in value;
}

export function declarationOf(value: AnyTable): TableDeclaration {
  return value[declarationKey];
}

/** The columns of a declared table. */
export type ColumnsOf<T extends AnyTable> = T[typeof declarationKey]["builders"];
export type NameOf<T extends AnyTable> = T[typeof declarationKey]["name"];

type SpecOf<C> = C extends ColumnBuilder<infer S extends ColumnSpec> ? S : never;
type SelectOf<C> = SpecOf<C>["select"] | (SpecOf<C>["notNull"] extends true ? never : null);
type InsertOf<C> = SpecOf<C>["insert"] | (SpecOf<C>["notNull"] extends true ? never : null);
type RequiredKeys<C extends ColumnBuilders> = { [K in keyof C]: SpecOf<C[K]> extends { notNull: true; hasDefault: false; generated: false } ? K : never }[keyof C];
type OptionalKeys<C extends ColumnBuilders> = { [K in keyof C]: SpecOf<C[K]> extends { generated: true } ? never : K extends RequiredKeys<C> ? never : K }[keyof C];
type Flat<T> = { [K in keyof T]: T[K] } & {};

/** A row as it is read: `Row<typeof job>`. Keys are the properties. */
export type Row<T extends AnyTable> = { [K in keyof ColumnsOf<T>]: SelectOf<ColumnsOf<T>[K]> };

/** A row as it is inserted: columns with a default or NULL may be left out, generated ones must be. Keys are the properties. */
export type NewRow<T extends AnyTable> = Flat<
  { [K in RequiredKeys<ColumnsOf<T>>]: InsertOf<ColumnsOf<T>[K]> } & { [K in OptionalKeys<ColumnsOf<T>>]?: InsertOf<ColumnsOf<T>[K]> }
>;

type DatabaseName<K, C> = SpecOf<C>["name"] extends infer N extends string ? N : K;
type InsertSlot<C> = SpecOf<C> extends { generated: true } ? never : SpecOf<C> extends { hasDefault: true } ? InsertOf<C> | undefined : InsertOf<C>;
type UpdateSlot<C> = SpecOf<C> extends { generated: true } ? never : InsertOf<C>;

/** A table as Kysely wants it: keys are the columns' names in the database. */
export type KyselyTable<T extends AnyTable> = {
  [K in keyof ColumnsOf<T> as DatabaseName<K, ColumnsOf<T>[K]> & string]: KyselyColumnType<SelectOf<ColumnsOf<T>[K]>, InsertSlot<ColumnsOf<T>[K]>, UpdateSlot<ColumnsOf<T>[K]>>;
};

/** Kysely's `Database` for a set of tables: `new Kysely<Database<typeof models>>(…)` with `import * as models`. What is no table is left out. */
export type Database<Models> = {
  [K in keyof Models as Models[K] extends AnyTable ? NameOf<Models[K]> : never]: Models[K] extends AnyTable ? KyselyTable<Models[K]> : never;
};
