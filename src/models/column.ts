import { traceCall, type Trace } from "../base/trace.ts";
import { keyOf } from "../schema/key.ts";
import type { ColumnFacts, ColumnType, Identity, SqlText } from "../schema/types.ts";
import type { ColumnDeclaration, EnumDeclaration, ReferenceOptions, ReferenceTarget, UniqueOptions } from "./declaration.ts";
import { Sql } from "./sql.ts";

/** What the compiler knows of a column. */
export interface ColumnSpec {
  /** The name in the database, when it is not the property's. */
  name: string | undefined;
  select: unknown;
  insert: unknown;
  notNull: boolean;
  /** The database fills it in where a row leaves it out. */
  hasDefault: boolean;
  /** Only the database writes it. */
  generated: boolean;
}

type With<S extends ColumnSpec, Change extends Partial<ColumnSpec>> = { [K in keyof ColumnSpec]: K extends keyof Change ? Change[K] : S[K] } & ColumnSpec;

/** A column without the name of its property. */
export type UnboundColumn = Omit<ColumnDeclaration, "property" | "name"> & { readonly name?: string };

/** Options of `identity()`; the rest of the sequence is the database's default. */
export interface IdentityOptions extends Partial<Omit<Identity, "cycle">> {
  readonly cycle?: boolean;
}

/** A column under declaration. Each call gives a new builder, so a half-made column can be shared by helpers. */
export class ColumnBuilder<S extends ColumnSpec = ColumnSpec> {
  /** Known to the compiler only. */
  declare readonly _: S;
  readonly declaration: UnboundColumn;

  constructor(declaration: UnboundColumn) {
    this.declaration = declaration;
  }

  /** The column refuses NULL. */
  notNull(): ColumnBuilder<With<S, { notNull: true }>> {
    return this.with({ notNull: true });
  }

  /** The value of rows that name none: a literal, or sql`…` for an expression. */
  default(value: S["insert"] | SqlText): ColumnBuilder<With<S, { hasDefault: true }>> {
    return this.with({ default: defaultOf(value) });
  }

  /** The time of the insertion: `CURRENT_TIMESTAMP`. */
  defaultNow(): ColumnBuilder<With<S, { hasDefault: true }>> {
    const { kind } = this.declaration.type;
    const keyword = kind === "date" ? "CURRENT_DATE" : kind === "time" ? "CURRENT_TIME" : "CURRENT_TIMESTAMP";
    return this.with({ default: { sql: keyword } });
  }

  /** The table's primary key is this column alone. A key of several columns is `primaryKey().on(…)` among the table's parts. */
  primaryKey(options: { readonly name?: string } = {}): ColumnBuilder<With<S, { notNull: true }>> {
    return this.with({ primaryKey: options, notNull: true });
  }

  /** The database counts up: AUTOINCREMENT on SQLite, AUTO_INCREMENT on MySQL, an identity on PostgreSQL. */
  autoIncrement(): ColumnBuilder<With<S, { hasDefault: true; notNull: true }>> {
    return this.with({ autoIncrement: true, notNull: true });
  }

  /** An identity column of the SQL standard. */
  identity(options: IdentityOptions = {}): ColumnBuilder<With<S, { hasDefault: true; notNull: true }>> {
    const { generation = "byDefault", cycle, ...rest } = options;
    return this.with({ identity: { generation, ...rest, ...(cycle && { cycle }) }, notNull: true });
  }

  unique(options: UniqueOptions & { readonly name?: string } = {}): ColumnBuilder<S> {
    return this.with({ unique: options });
  }

  /** A foreign key: `.references(() => listType.id, { onDelete: "cascade" })`, or by name as `"list_type.id"`. */
  references(target: ReferenceTarget, options: ReferenceOptions = {}): ColumnBuilder<S> {
    return this.with({ references: { target, options } });
  }

  /** A condition every row must meet, with or without a name. */
  check(expression: SqlText, options: { readonly name?: string } = {}): ColumnBuilder<S> {
    return this.with({ checks: [...(this.declaration.checks ?? []), { ...options, expression }] });
  }

  /** The value is computed by the database. Virtual ones are computed when read, stored ones when written. */
  generated(expression: SqlText, options: { readonly stored?: boolean } = {}): ColumnBuilder<With<S, { generated: true }>> {
    return this.with({ generated: { sql: expression.sql, storage: (options.stored ?? true) ? "stored" : "virtual" } });
  }

  collate(collation: string): ColumnBuilder<S> {
    return this.with({ collation });
  }

  comment(comment: string): ColumnBuilder<S> {
    return this.with({ comment });
  }

  /** What one database or another knows of a column: `{ invisible: true }`, `{ storage: "external" }`. */
  facts(facts: ColumnFacts): ColumnBuilder<S> {
    return this.with({ facts });
  }

  /** The column's former name, so that a renamed property is not taken for a drop and an add. May be removed once the revision is written. */
  renamedFrom(name: string): ColumnBuilder<S> {
    return this.with({ renamedFrom: name });
  }

  /** A list of values of this type. */
  array(): ColumnBuilder<With<S, { select: S["select"][]; insert: S["insert"][] }>> {
    return this.with({ type: { kind: "array", element: this.declaration.type } });
  }

  /** Narrows the TypeScript type of the values, such as the shape of a JSON column. */
  $type<Select, Insert = Select>(): ColumnBuilder<With<S, { select: Select; insert: Insert }>> {
    return this.with({});
  }

  private with<Changed extends ColumnSpec>(change: Partial<UnboundColumn>): ColumnBuilder<Changed> {
    return new ColumnBuilder<Changed>({ ...this.declaration, ...change });
  }
}

type Typed<N extends string | undefined, Select, Insert = Select> = ColumnBuilder<{ name: N; select: Select; insert: Insert; notNull: false; hasDefault: false; generated: false }>;

/** A makes-a-column function whose only argument is the column's name in the database. */
const plain = <T>(type: ColumnType) =>
  function make<const N extends string | undefined = undefined>(name?: N): Typed<N, T> {
    return built(type, name, traceCall(make));
  };

export const smallint = plain<number>({ kind: "smallint" });
export const integer = plain<number>({ kind: "integer" });
/** 64 bits: more than a JavaScript number holds exactly, so drivers may hand out strings. */
export const bigint = plain<string | number | bigint>({ kind: "bigint" });
export const real = plain<number>({ kind: "real" });
export const double = plain<number>({ kind: "double" });
export const boolean = plain<boolean>({ kind: "boolean" });
export const text = plain<string>({ kind: "text" });
export const date = plain<Date | string>({ kind: "date" });
export const interval = plain<string>({ kind: "interval" });
export const uuid = plain<string>({ kind: "uuid" });
export const json = plain<unknown>({ kind: "json" });
export const jsonb = plain<unknown>({ kind: "jsonb" });

/** `numeric(10, 2)`: ten digits, two of them after the point; `numeric()` is as exact as the database can. */
export function numeric(precision?: number, scale?: number): Typed<undefined, string | number>;
export function numeric<const N extends string>(name: N, precision?: number, scale?: number): Typed<N, string | number>;
export function numeric(...args: readonly (string | number | undefined)[]): Typed<string | undefined, string | number> {
  const { name, numbers } = split(args);
  const [precision, scale] = numbers;
  return built({ kind: "numeric", ...(precision !== undefined && { precision }), ...(scale !== undefined && { scale }) }, name, traceCall(numeric));
}

/** Text of a fixed number of characters, padded by the database. */
export function char(length?: number): Typed<undefined, string>;
export function char<const N extends string>(name: N, length?: number): Typed<N, string>;
export function char(...args: readonly (string | number | undefined)[]): Typed<string | undefined, string> {
  return built(withLength("char", args), split(args).name, traceCall(char));
}

/** Text of at most so many characters. */
export function varchar(length?: number): Typed<undefined, string>;
export function varchar<const N extends string>(name: N, length?: number): Typed<N, string>;
export function varchar(...args: readonly (string | number | undefined)[]): Typed<string | undefined, string> {
  return built(withLength("varchar", args), split(args).name, traceCall(varchar));
}

/** Bytes, at most so many where the database keeps a limit. */
export function binary(length?: number): Typed<undefined, Uint8Array>;
export function binary<const N extends string>(name: N, length?: number): Typed<N, Uint8Array>;
export function binary(...args: readonly (string | number | undefined)[]): Typed<string | undefined, Uint8Array> {
  return built(withLength("binary", args), split(args).name, traceCall(binary));
}

/** A time of day; the precision counts the digits of the seconds' fraction. */
export function time(precision?: number): Typed<undefined, string>;
export function time<const N extends string>(name: N, precision?: number): Typed<N, string>;
export function time(...args: readonly (string | number | undefined)[]): Typed<string | undefined, string> {
  return built(withPrecision("time", args), split(args).name, traceCall(time));
}

/** A date with a time and no zone. */
export function timestamp(precision?: number): Typed<undefined, Date | string>;
export function timestamp<const N extends string>(name: N, precision?: number): Typed<N, Date | string>;
export function timestamp(...args: readonly (string | number | undefined)[]): Typed<string | undefined, Date | string> {
  return built(withPrecision("timestamp", args), split(args).name, traceCall(timestamp));
}

/** A moment: a date with a time, kept in UTC. */
export function timestamptz(precision?: number): Typed<undefined, Date | string>;
export function timestamptz<const N extends string>(name: N, precision?: number): Typed<N, Date | string>;
export function timestamptz(...args: readonly (string | number | undefined)[]): Typed<string | undefined, Date | string> {
  return built(withPrecision("timestamptz", args), split(args).name, traceCall(timestamptz));
}

/** Any type by its SQL, such as `sqlType("citext")`. */
export function sqlType<T = string, const N extends string | undefined = undefined>(sqlText: string, name?: N): Typed<N, T> {
  return built({ kind: "sql", sql: sqlText }, name, traceCall(sqlType));
}

/** Makes columns of an enumeration: `mood().notNull()`. */
export interface Enumeration<Labels extends readonly string[] = readonly string[]> {
  <const N extends string | undefined = undefined>(name?: N): Typed<N, Labels[number]>;
  readonly declaration: EnumDeclaration;
}

/**
 * A closed list of labels.
 * @example
 * export const mood = enumeration("mood", ["sad", "ok", "happy"]);
 * export const person = table("person", { mood: mood().notNull().default("ok") });
 */
export function enumeration<const Labels extends readonly string[]>(
  name: string,
  labels: Labels,
  options: { readonly schema?: string; readonly renamedFrom?: string; readonly renamedLabels?: Readonly<Record<string, string>> } = {},
): Enumeration<Labels> {
  const declaration: EnumDeclaration = { name, labels, ...options, trace: traceCall(enumeration) };
  const make = (columnName?: string) => {
    const builder = built<Labels[number], string | undefined>({ kind: "enum", name: keyOf(declaration) }, columnName, traceCall(make));
    return new ColumnBuilder({ ...builder.declaration, enumeration: declaration });
  };
  return Object.assign(make, { declaration }) as unknown as Enumeration<Labels>;
}

function built<T, N extends string | undefined>(type: ColumnType, name: N | undefined, trace: Trace): Typed<N, T> {
  return new ColumnBuilder({ type, trace, ...(name !== undefined && { name }) }) as Typed<N, T>;
}

function split(args: readonly (string | number | undefined)[]): { name?: string; numbers: readonly (number | undefined)[] } {
  const [first, ...rest] = args;
  if (typeof first === "string") return { name: first, numbers: rest as (number | undefined)[] };
  return { numbers: args as (number | undefined)[] };
}

function withLength(kind: "char" | "varchar" | "binary", args: readonly (string | number | undefined)[]): ColumnType {
  const length = split(args).numbers[0];
  return length === undefined ? { kind } : { kind, length };
}

function withPrecision(kind: "time" | "timestamp" | "timestamptz", args: readonly (string | number | undefined)[]): ColumnType {
  const precision = split(args).numbers[0];
  return precision === undefined ? { kind } : { kind, precision };
}

/** A default as plain data. A date, bytes, a big integer and JSON are kept as text; the dialect writes them by the column's type. */
function defaultOf(value: unknown): NonNullable<ColumnDeclaration["default"]> {
  if (value instanceof Sql) return { sql: value.sql };
  if (value === null) return { sql: "NULL" };
  if (typeof value === "string" || typeof value === "boolean") return { value };
  if (typeof value === "number") return Number.isFinite(value) ? { value } : { value: String(value) };
  if (typeof value === "bigint") return { value: String(value) };
  if (value instanceof Date) return { value: value.toISOString() };
  if (value instanceof Uint8Array) return { value: `\\x${[...value].map((byte) => byte.toString(16).padStart(2, "0")).join("")}` };
  if (typeof value === "object" && "sql" in value && typeof value.sql === "string" && Object.keys(value).length === 1) return { sql: value.sql };
  return { value: JSON.stringify(value) };
}
