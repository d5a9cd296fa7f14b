import { GravenError } from "../base/errors.ts";
import { sameJson } from "../base/json.ts";
import { buildTable, frozenNaming } from "../models/build.ts";
import type { ColumnDeclaration, ExpressionPart, PartDeclaration, TableDeclaration } from "../models/declaration.ts";
import { ColumnReference } from "../models/reference.ts";
import { withoutAbsent } from "../schema/edit.ts";
import { keyOf } from "../schema/key.ts";
import { fitName } from "../schema/names.ts";
import type { Check, Column, Exclusion, ForeignKey, Index, IndexPart, PrimaryKey, Table, TablePartKind, Unique } from "../schema/types.ts";
import { propertyNames } from "./identifiers.ts";

/** A table as its author would have declared it. */
export interface DeclaredTable extends TableDeclaration {
  readonly listedParts: readonly PartDeclaration[];
}

const trace = {};

/**
 * The declaration that builds this very table: what concerns one column stands on the column, and a name stands
 * only where it differs from the one that a revision file gives by itself. Throws GEN-005 when there is none.
 */
export function declare(table: Table): DeclaredTable {
  const declared = declaredTable(table);
  if (!sameJson(buildTable(declared, frozenNaming).table, table)) throw inexpressible(table);
  return declared;
}

function declaredTable(table: Table): DeclaredTable {
  const names = new DerivedNames(table.name);
  const primaryKey = table.primaryKey && declaredPrimaryKey(table.primaryKey, names);
  const uniques = splitInline(table, table.uniques, (unique) => declaredUnique(unique, names), (unique) => unique.withoutOverlaps === undefined);
  const foreignKeys = splitInline(table, table.foreignKeys, (foreignKey) => declaredForeignKey(foreignKey, names), fitsOnColumn);
  const checks = declaredChecks(table, names);
  const exclusions = (table.exclusions ?? []).map((exclusion) => declaredExclusion(exclusion, names));
  const indexes = table.indexes.map((index) => declaredIndex(index, names));
  const isInline = primaryKey?.columns.length === 1 && !primaryKey.include && !primaryKey.deferrable && primaryKey.withoutOverlaps === undefined;
  const properties = propertyNames(table.columns.map(({ name }) => name));

  const columns = table.columns.map(
    (column): ColumnDeclaration =>
      withoutAbsent<ColumnDeclaration>({
        ...declaredColumn(column, properties.get(column.name)),
        primaryKey: isInline && primaryKey.columns[0] === column.name ? nameOf(primaryKey) : undefined,
        unique: inlineUnique(uniques.byColumn.get(column.name)),
        references: inlineReference(foreignKeys.byColumn.get(column.name)),
        checks: checks.byColumn.get(column.name),
      }),
  );
  const listedParts = [...(primaryKey && !isInline ? [primaryKey] : []), ...uniques.listed, ...foreignKeys.listed, ...checks.listed, ...exclusions, ...indexes];
  const { name, schema, comment, facts } = table;
  return { ...withoutAbsent<Pick<Table, "name" | "schema" | "comment" | "facts">>({ name, schema, comment, facts }), columns, listedParts, parts: () => listedParts, trace };
}

/** A column without its constraints. */
export function declaredColumn({ nullable, ...column }: Column, property: string = column.name): ColumnDeclaration {
  const notNull = !nullable || countsUp(column);
  return { ...column, property, trace, ...(notNull && { notNull }) };
}

/** Whether a column says NOT NULL by the way in which its values come about. */
export function countsUp(column: Pick<Column, "autoIncrement" | "identity">): boolean {
  return column.autoIncrement !== undefined || column.identity !== undefined;
}

export function declaredPrimaryKey({ name, columns, ...options }: PrimaryKey, names?: DerivedNames): PartOf<"primaryKey"> {
  return { kind: "primaryKey", trace, columns, ...options, ...given(names, "primaryKey", name, columns) };
}

export function declaredUnique({ name, ...rest }: Unique, names?: DerivedNames): PartOf<"unique"> {
  return { kind: "unique", trace, ...rest, ...given(names, "unique", name, rest.columns) };
}

export function declaredForeignKey({ name, columns, references, ...options }: ForeignKey, names?: DerivedNames): PartOf<"foreignKey"> {
  return { kind: "foreignKey", trace, columns, target: references, options, ...given(names, "foreignKey", name, columns) };
}

export function declaredCheck({ name, sql, ...options }: Check, names?: DerivedNames): PartOf<"check"> {
  return { kind: "check", trace, expression: { sql }, ...options, ...given(names, "check", name, []) };
}

export function declaredExclusion({ name, elements, ...options }: Exclusion, names?: DerivedNames): PartOf<"exclusion"> {
  const declared = elements.map(({ operator, ...part }) => ({ part: declaredPart(part), operator }));
  return { kind: "exclusion", trace, elements: declared, options, ...given(names, "exclusion", name, elements.map((part) => ("column" in part ? part.column : "expr"))) };
}

function declaredPart(part: IndexPart): ColumnReference | ExpressionPart {
  if ("column" in part) {
    const { column, ...rest } = part;
    return new ColumnReference("", column, rest);
  }
  const { expression, ...rest } = part;
  return { expression: { sql: expression }, options: rest };
}

export function declaredIndex({ name, parts, ...options }: Index, names?: DerivedNames): PartOf<"index"> {
  const declared = parts.map(declaredPart);
  return { kind: "index", trace, parts: declared, options, ...given(names, "index", name, parts.map((part) => ("column" in part ? part.column : "expr"))) };
}

/**
 * The constraints that can stand on their column and those that are listed below. The builder takes the columns' own
 * first, in the order of the columns, so only a beginning of the list in that order goes to the columns.
 */
function splitInline<T extends { readonly columns: readonly string[] }, D>(table: Table, constraints: readonly T[], declareOne: (constraint: T) => D, fits: (constraint: T) => boolean) {
  const byColumn = new Map<string, D>();
  const listed: D[] = [];
  let last = -1;
  for (const constraint of constraints) {
    const position = constraint.columns.length === 1 && fits(constraint) ? table.columns.findIndex(({ name }) => name === constraint.columns[0]) : -1;
    if (listed.length || position <= last) listed.push(declareOne(constraint));
    else byColumn.set(constraint.columns[0]!, declareOne(constraint));
    last = position;
  }
  return { byColumn, listed };
}

/** A target in one text is cut at its last dot. */
function fitsOnColumn({ references }: ForeignKey): boolean {
  return references.columns.length === 1 && !references.columns[0]!.includes(".");
}

function inlineUnique(part: PartOf<"unique"> | undefined): ColumnDeclaration["unique"] {
  return part && withoutAbsent<NonNullable<ColumnDeclaration["unique"]>>({ name: part.name, nullsNotDistinct: part.nullsNotDistinct, include: part.include, deferrable: part.deferrable });
}

function inlineReference(part: PartOf<"foreignKey"> | undefined): ColumnDeclaration["references"] {
  if (!part || typeof part.target === "function") return undefined;
  const { table, columns } = part.target;
  return { target: `${table}.${columns[0]!}`, options: { ...nameOf(part), ...part.options } };
}

/** Checks have no columns of their own; one that bears the name of a column's check was written on that column. */
function declaredChecks(table: Table, names: DerivedNames) {
  const byColumn = new Map<string, readonly OwnCheck[]>();
  const listed: PartOf<"check">[] = [];
  let last = 0;
  for (const check of table.checks) {
    const { name: _name, sql: _sql, ...options } = check;
    const position = listed.length || Object.keys(options).length || names.isDerived("check", check.name, []) ? -1 : table.columns.findIndex(({ name }, index) => index >= last && names.isDerived("check", check.name, [name]));
    if (position < 0) {
      listed.push(declaredCheck(check, names));
      continue;
    }
    const { name } = table.columns[position]!;
    byColumn.set(name, [...(byColumn.get(name) ?? []), { expression: { sql: check.sql }, ...given(names, "check", check.name, [name]) }]);
    last = position;
  }
  return { byColumn, listed };
}

type OwnCheck = NonNullable<ColumnDeclaration["checks"]>[number];
type PartOf<K extends PartDeclaration["kind"]> = Extract<PartDeclaration, { kind: K }>;

/** The names that a revision file gives to the parts of a table by itself, asked for in the order in which it gives them. */
export class DerivedNames {
  private readonly table: string;
  private readonly taken = new Set<string>();

  constructor(table: string) {
    this.table = table;
  }

  isDerived(kind: TablePartKind, name: string, columns: readonly string[]): boolean {
    return fitName(frozenNaming.names({ kind, table: this.table, columns }, (each) => this.taken.has(each)), frozenNaming.limit) === name;
  }

  take(name: string): void {
    this.taken.add(name);
  }
}

/** The name as a field, when it must be said. */
function given(names: DerivedNames | undefined, kind: TablePartKind, name: string, columns: readonly string[]): { readonly name?: string } {
  const isDerived = names?.isDerived(kind, name, columns) ?? false;
  names?.take(name);
  return isDerived ? {} : { name };
}

function nameOf({ name }: { readonly name?: string }): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

function inexpressible(table: Table): GravenError {
  return new GravenError("GEN-005", `Table "${keyOf(table)}" is in a state that a revision file cannot say exactly.`, {
    hint: "A column of a primary key, or one that counts up, cannot allow NULL.",
  });
}
