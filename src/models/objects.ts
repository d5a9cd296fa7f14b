import { traceCall, type Trace } from "../base/trace.ts";
import { keyOf } from "../schema/key.ts";
import { objectFields } from "../schema/object-sql.ts";
import { withoutAbsent } from "../schema/edit.ts";
import { objectKey } from "../schema/object-key.ts";
import { normalGrant, normalTarget, targetOf } from "../schema/privileges.ts";
import type { Column, DatabaseObject, DatabaseObjectKind, DatabaseObjectOf, Grant, RoutineParameter, SqlText, TriggerEvent } from "../schema/types.ts";
import type { ColumnBuilder } from "./column.ts";
import type { EnumDeclaration, PartDeclaration } from "./declaration.ts";
import type { IndexPartBuilder, Part } from "./parts.ts";
import type { ColumnReference } from "./reference.ts";
import { declarationOf, isTable, type AnyTable } from "./table.ts";

/** A view, a routine, a trigger … as an author declares it. */
export class DeclaredObject<K extends DatabaseObjectKind = DatabaseObjectKind> {
  /** Known to the compiler only. */
  declare readonly kind: K;
  readonly declaration: ObjectDeclaration;

  constructor(declaration: ObjectDeclaration) {
    this.declaration = declaration;
  }
}

export interface ObjectDeclaration {
  readonly object: DatabaseObject;
  /** Indexes and checks with names still open. */
  readonly parts?: readonly PartDeclaration[];
  readonly enumerations: readonly EnumDeclaration[];
  readonly renamedFrom?: string;
  readonly trace: Trace;
}

/** SQL, as sql`…` or as plain text. */
type Text = SqlText | string;
/** A table or a view: itself, or its key. */
export type TableTarget = string | AnyTable | DeclaredObject<"view" | "materializedView">;

interface Common {
  /** The PostgreSQL schema it stands in. */
  readonly schema?: string;
  readonly comment?: string;
  /** Keys of what it needs and its SQL does not show: `"table job"`, `"function touch()"`. */
  readonly dependsOn?: readonly string[];
  /** Its former name, so that a rename is not taken for a drop and an addition. */
  readonly renamedFrom?: string;
  /** MySQL and MariaDB. */
  readonly definer?: string;
}

/** The fields of a kind, of which those that are SQL may be sql`…`; `Own` are read in another way. */
export type ObjectOptions<K extends DatabaseObjectKind, Own extends string = never> = Common & {
  readonly [F in keyof DatabaseObjectOf<K> as F extends "kind" | "name" | keyof Common | Own ? never : F]: DatabaseObjectOf<K>[F] extends string | undefined ? Widened<DatabaseObjectOf<K>[F]> : DatabaseObjectOf<K>[F];
};
type Widened<T> = string extends Exclude<T, undefined> ? T | SqlText : T;

/**
 * A view.
 * @example export const activeUser = view("active_user", sql`SELECT id, email FROM users WHERE active`);
 */
export function view(name: string, query: Text, options: ObjectOptions<"view", "query"> = {}): DeclaredObject<"view"> {
  return declared("view", name, { query, ...options }, traceCall(view));
}

/**
 * A materialised view of PostgreSQL, with its indexes.
 * @example materializedView("total", sql`SELECT day, sum(pay) AS pay FROM job GROUP BY day`, { indexes: [uniqueIndex("total_day").on("day")] });
 */
export function materializedView(name: string, query: Text, options: ObjectOptions<"materializedView", "query" | "indexes"> & { readonly indexes?: readonly IndexPartBuilder[] } = {}): DeclaredObject<"materializedView"> {
  const { indexes, ...rest } = options;
  return declared("materializedView", name, { query, ...rest }, traceCall(materializedView), indexes);
}

/**
 * A function.
 * @example fn("touch", { returns: "trigger", language: "plpgsql", body: sql`BEGIN NEW.updated_at := now(); RETURN NEW; END` });
 */
export function fn(name: string, options: RoutineOptions<"function">): DeclaredObject<"function"> {
  return declared("function", name, { parameters: [], ...options }, traceCall(fn));
}

/** A procedure. */
export function procedure(name: string, options: RoutineOptions<"procedure">): DeclaredObject<"procedure"> {
  return declared("procedure", name, { parameters: [], ...options }, traceCall(procedure));
}

type RoutineOptions<K extends "function" | "procedure"> = ObjectOptions<K, "parameters"> & { readonly parameters?: readonly RoutineParameter[] };

/**
 * A trigger: `execute` calls a function on PostgreSQL, `body` holds the statements elsewhere.
 * @example trigger("job_touch", { table: job, timing: "before", events: ["update"], execute: "touch()" });
 */
export function trigger(name: string, options: Omit<ObjectOptions<"trigger", "table" | "events">, "schema"> & { readonly table: TableTarget; readonly events: readonly (TriggerEvent["event"] | TriggerEvent)[] }): DeclaredObject<"trigger"> {
  const events = options.events.map((event) => (typeof event === "string" ? { event } : event));
  return declared("trigger", name, { ...options, table: keyOfTarget(options.table), events }, traceCall(trigger));
}

/**
 * A sequence. `ownedBy` names the column with which it goes: `job.number`, or `{ table: "job", column: "number" }`.
 * @example sequence("invoice_number", { start: 1000 });
 */
export function sequence(name: string, options: ObjectOptions<"sequence", "ownedBy"> & { readonly ownedBy?: ColumnReference | { readonly table: string; readonly column: string } } = {}): DeclaredObject<"sequence"> {
  const { ownedBy, ...rest } = options;
  return declared("sequence", name, { ...rest, ...(ownedBy && { ownedBy: { table: ownedBy.table, column: ownedBy.column } }) }, traceCall(sequence));
}

/**
 * A domain of PostgreSQL: a type with a default and checks of its own. What NOT NULL, DEFAULT and COLLATE say stands on the builder.
 * @example export const email = domain("email", text().notNull(), { checks: [check("email_has_at", sql`VALUE LIKE '%@%'`)] });
 */
export function domain(name: string, type: ColumnBuilder<any>, options: Common & { readonly checks?: readonly Part<"check">[]; readonly checkComments?: Readonly<Record<string, string>> } = {}): DeclaredObject<"domain"> {
  const { checks, ...rest } = options;
  const { declaration } = type;
  return declared("domain", name, { ...rest, type: declaration.type, notNull: declaration.notNull, default: declaration.default, collation: declaration.collation }, traceCall(domain), checks, [type]);
}

/**
 * A composite type of PostgreSQL.
 * @example compositeType("address", { street: text(), zip: varchar(5) });
 */
export function compositeType(name: string, attributes: Readonly<Record<string, ColumnBuilder<any>>>, options: Common = {}): DeclaredObject<"compositeType"> {
  const listed = Object.entries(attributes).map(([property, { declaration }]) => withoutAbsent<Pick<Column, "name" | "type" | "collation" | "comment">>({ name: declaration.name ?? property, type: declaration.type, collation: declaration.collation, comment: declaration.comment }));
  return declared("compositeType", name, { attributes: listed, ...options }, traceCall(compositeType), undefined, Object.values(attributes));
}

/** A range type of PostgreSQL: `rangeType("hours", { subtype: "time" })`. */
export function rangeType(name: string, options: ObjectOptions<"rangeType">): DeclaredObject<"rangeType"> {
  return declared("rangeType", name, options, traceCall(rangeType));
}

/** An extension of PostgreSQL: `extension("pg_trgm")`. */
export function extension(name: string, options: ObjectOptions<"extension"> = {}): DeclaredObject<"extension"> {
  return declared("extension", name, options, traceCall(extension));
}

/** An aggregate: `aggregate("joined", { parameters: [{ type: "text" }], options: { sfunc: "textcat", stype: "text" } })`. */
export function aggregate(name: string, options: ObjectOptions<"aggregate">): DeclaredObject<"aggregate"> {
  return declared("aggregate", name, options, traceCall(aggregate));
}

/** An operator: `operator("===", { left: "text", right: "text", function: "texteq" })`. */
export function operator(name: string, options: ObjectOptions<"operator">): DeclaredObject<"operator"> {
  return declared("operator", name, options, traceCall(operator));
}

/** A cast: `cast("text", "mood", { function: null, context: "implicit" })`; `"inout"` goes by way of text. */
export function cast(source: string, target: string, options: Omit<ObjectOptions<"cast", "source" | "target">, "schema">): DeclaredObject<"cast"> {
  return declared("cast", `(${source} AS ${target})`, { source, target, ...options }, traceCall(cast));
}

/** A rewrite rule of PostgreSQL. */
export function rule(name: string, options: Omit<ObjectOptions<"rule", "table">, "schema"> & { readonly table: TableTarget }): DeclaredObject<"rule"> {
  return declared("rule", name, { ...options, table: keyOfTarget(options.table) }, traceCall(rule));
}

/**
 * A policy of row-level security; the table says `rowSecurity: "enabled"` beside it.
 * @example policy("own_rows", { table: job, command: "select", using: sql`owner = current_user` });
 */
export function policy(name: string, options: Omit<ObjectOptions<"policy", "table">, "schema"> & { readonly table: TableTarget }): DeclaredObject<"policy"> {
  return declared("policy", name, { ...options, table: keyOfTarget(options.table) }, traceCall(policy));
}

/** A trigger on events of the whole database. */
export function eventTrigger(name: string, options: Omit<ObjectOptions<"eventTrigger">, "schema">): DeclaredObject<"eventTrigger"> {
  return declared("eventTrigger", name, options, traceCall(eventTrigger));
}

/** Extended statistics: `statistics("job_city_zip", { table: job, on: ["city", "zip"] })`. */
export function statistics(name: string, options: ObjectOptions<"statistics", "table"> & { readonly table: TableTarget }): DeclaredObject<"statistics"> {
  return declared("statistics", name, { ...options, table: keyOfTarget(options.table) }, traceCall(statistics));
}

/** A collation: `collation("german", { options: { provider: "icu", locale: "'de'" } })`. */
export function collation(name: string, options: ObjectOptions<"collation">): DeclaredObject<"collation"> {
  return declared("collation", name, options, traceCall(collation));
}

/** A configuration, dictionary, parser or template of PostgreSQL's text search. */
export function textSearch(kind: "configuration" | "dictionary" | "parser" | "template", name: string, options: ObjectOptions<"textSearchConfiguration">): DeclaredObject<"textSearchConfiguration" | "textSearchDictionary" | "textSearchParser" | "textSearchTemplate"> {
  const kinds = { configuration: "textSearchConfiguration", dictionary: "textSearchDictionary", parser: "textSearchParser", template: "textSearchTemplate" } as const;
  return declared(kinds[kind], name, options, traceCall(textSearch));
}

/** An event of MySQL's or MariaDB's scheduler: `event("clean", { schedule: "EVERY 1 DAY", body: sql`DELETE FROM log` })`. */
export function event(name: string, options: ObjectOptions<"event">): DeclaredObject<"event"> {
  return declared("event", name, options, traceCall(event));
}

/**
 * Privileges of a role on one object of PostgreSQL; PUBLIC is `"public"`. `on` is a model, or its noun and key: `"table job"`,
 * `"function tally(integer)"`, `"schema auth"`, `"type mood"`, or what is yet to be made: `"default tables in audit"`,
 * `"default functions by app"`. No privileges take away what PUBLIC has by itself.
 * @example grant("reader", { on: job, privileges: ["SELECT", "UPDATE (title, body)"] });
 */
export function grant(role: string, options: GrantOptions): DeclaredObject<"grant"> {
  const { on, ...rest } = options;
  const given: Grant = { kind: "grant", name: role, on: targetText(on), ...rest };
  const { kind: _, name, ...normal } = normalTarget(given.on) === undefined ? given : normalGrant(given);
  return declared("grant", name, normal, traceCall(grant));
}

interface GrantOptions extends Omit<ObjectOptions<"grant", "on">, "schema" | "comment" | "definer" | "renamedFrom"> {
  readonly on: string | AnyTable | DeclaredObject;
}

function targetText(on: GrantOptions["on"]): string {
  if (typeof on === "string") return on;
  return isTable(on) ? `table ${keyOf(declarationOf(on))}` : (targetOf(on.declaration.object) ?? objectKey(on.declaration.object));
}

/**
 * A comment of PostgreSQL on an enum type, a schema or a constraint; everything else takes its comment among its own options.
 * @example comment("constraint job.job_city_key", "One in a city");
 */
export function comment(on: string, text: string): DeclaredObject<"comment"> {
  return declared("comment", on, { text }, traceCall(comment));
}

/** What there is no builder for: `raw("FOREIGN TABLE", "remote", sql`CREATE FOREIGN TABLE …`)`. */
export function raw(noun: string, name: string, text: Text, options: ObjectOptions<"raw", "noun" | "sql"> = {}): DeclaredObject<"raw"> {
  return declared("raw", name, { noun, sql: text, ...options }, traceCall(raw));
}

/** By its shape, as a project may load two copies of the package. */
export function isDeclaredObject(value: unknown): value is DeclaredObject {
  return value instanceof DeclaredObject || (typeof value === "object" && value !== null && value.constructor?.name === DeclaredObject.name && "declaration" in value);
}

function declared<K extends DatabaseObjectKind>(kind: K, name: string, options: object, trace: Trace, parts?: readonly { readonly declaration: PartDeclaration }[], builders: readonly ColumnBuilder<any>[] = []): DeclaredObject<K> {
  const { renamedFrom, ...fields } = options as Record<string, unknown> & { renamedFrom?: string };
  const texts: Readonly<Record<string, string>> = objectFields[kind];
  const plain = Object.entries(fields).map(([field, value]) => [field, texts[field] !== undefined && texts[field] !== "data" ? plainText(value) : value] as const);
  const object = withoutAbsent(Object.fromEntries([["kind", kind], ["name", name], ...plain])) as unknown as DatabaseObject;
  const enumerations = builders.flatMap(({ declaration }) => (declaration.enumeration ? [declaration.enumeration] : []));
  return new DeclaredObject<K>({ object, enumerations, trace, ...(parts?.length && { parts: parts.map(({ declaration }) => declaration) }), ...(renamedFrom !== undefined && { renamedFrom }) });
}

function plainText(value: unknown): unknown {
  return typeof value === "object" && value !== null && "sql" in value ? value.sql : value;
}

function keyOfTarget(target: TableTarget): string {
  if (typeof target === "string") return target;
  return keyOf(isTable(target) ? declarationOf(target) : target.declaration.object);
}
