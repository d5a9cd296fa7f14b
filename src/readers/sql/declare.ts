import type { ColumnDeclaration, EnumDeclaration, PartDeclaration, TableDeclaration } from "../../models/declaration.ts";
import type { ObjectDeclaration } from "../../models/objects.ts";
import { ColumnReference } from "../../models/reference.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { keyOf } from "../../schema/key.ts";
import type { ColumnType, DatabaseObject, TableFacts } from "../../schema/types.ts";
import { grantsOf } from "./fold-privileges.ts";
import { onlyColumn, type WorkColumn, type WorkPart, type WorkSchema, type WorkTable } from "./work-schema.ts";

/** What SQL files declare, in the form in which TypeScript models declare it. */
export interface SqlDeclarations {
  readonly tables: readonly TableDeclaration[];
  readonly enums: readonly EnumDeclaration[];
  readonly objects: readonly ObjectDeclaration[];
  /** Schemas that files create by name. */
  readonly namespaces: readonly string[];
}

/** Turns what the statements came to into declarations. */
export function declarationsOf(work: WorkSchema): SqlDeclarations {
  const enums = new Map([...work.enums].map(([key, each]) => [key, withoutAbsent<EnumDeclaration>({ name: each.name, schema: each.schema, labels: each.labels, renamedFrom: each.renamedFrom, renamedLabels: Object.keys(each.renamedLabels).length ? each.renamedLabels : undefined, trace: each.trace })]));
  const types = typesOf(work, enums);
  return {
    tables: [...work.tables.values()].map((table) => tableDeclaration(work, table, types, enums)),
    enums: [...enums.values()],
    objects: [
      ...[...work.objects.values()].map(({ object, trace, renamedFrom }) => withoutAbsent<ObjectDeclaration>({ object: typedObject(object, types), enumerations: [], renamedFrom, trace })),
      ...grantsOf(work).map(({ object, trace }): ObjectDeclaration => ({ object, enumerations: [], trace })),
    ],
    namespaces: [...work.namespaces.keys()],
  };
}

type PartHead = Pick<PartDeclaration, "name" | "renamedFrom" | "trace">;
type TypeReader = (sql: string) => ColumnType;

/** Reads types by the dialect's rules, and names of the files' own enums as those. */
function typesOf(work: WorkSchema, enums: ReadonlyMap<string, EnumDeclaration>): TypeReader {
  const known = new Map<string, ColumnType>();
  const prefix = work.dialect.syntax.defaultSchema === undefined ? undefined : `${work.dialect.syntax.defaultSchema}.`;
  const ofEnum = (sql: string): ColumnType | undefined => {
    const parts = sql.split(".").map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase()));
    if (parts.length > 2 || !enums.size) return undefined;
    const name = parts.at(-1)!;
    const key = work.find(enums, parts.length > 1 ? { schema: parts[0]!, name } : { name });
    return key === undefined ? undefined : { kind: "enum", name: key };
  };
  const resolved = (type: ColumnType): ColumnType => {
    if (type.kind === "array") return { kind: "array", element: resolved(type.element) };
    if (type.kind !== "sql") return type;
    const found = ofEnum(type.sql);
    if (found) return found;
    return prefix !== undefined && type.sql.startsWith(prefix) ? { kind: "sql", sql: type.sql.slice(prefix.length) } : type;
  };
  return (sql) => {
    let type = known.get(sql);
    if (!type) known.set(sql, (type = resolved(work.dialect.normalType({ kind: "sql", sql }))));
    return type;
  };
}

function typedObject(object: DatabaseObject, types: TypeReader): DatabaseObject {
  if (object.kind === "domain" && object.type.kind === "sql") return { ...object, type: types(object.type.sql) };
  if (object.kind === "compositeType") return { ...object, attributes: object.attributes.map((each) => ({ ...each, type: each.type.kind === "sql" ? types(each.type.sql) : each.type })) };
  return object;
}

function tableDeclaration(work: WorkSchema, table: WorkTable, types: TypeReader, enums: ReadonlyMap<string, EnumDeclaration>): TableDeclaration {
  const present = table.parts.filter((part) => !isUnderForeignKey(work, table, part));
  const parts = (work.dialect.syntax.columnChecks ? withChecksApart(present) : present).map((part) => partDeclaration(work, table, part));
  return withoutAbsent<TableDeclaration>({
    name: table.name,
    schema: table.schema,
    columns: table.columns.map((column) => columnDeclaration(column, types, enums)),
    parts: () => parts,
    comment: table.comment,
    facts: withoutUsual(work, table.facts),
    renamedFrom: table.renamedFrom,
    trace: table.trace,
  });
}

/** Facts without those that a table has anyway. */
function withoutUsual({ dialect }: WorkSchema, facts: TableFacts | undefined): TableFacts | undefined {
  const { usualFacts } = dialect.syntax;
  if (!facts || !usualFacts) return facts;
  const kept = Object.entries(facts).filter(([key, value]) => !(typeof value === "string" && usualFacts[key as keyof typeof usualFacts] === value.toLowerCase()));
  return kept.length ? (Object.fromEntries(kept) as TableFacts) : undefined;
}

/**
 * MariaDB calls a column's check as the column, and a key by its first column, each in a space of names of its own. Here the names of
 * a table tell its parts apart: where the two would be one, the check takes a name of its own.
 */
function withChecksApart(parts: readonly WorkPart[]): readonly WorkPart[] {
  const keys = new Set(parts.flatMap((part) => (part.kind === "check" ? [] : [part.name ?? firstColumn(part)])));
  return parts.map((part) => {
    if (part.kind !== "check" || part.name === undefined || part.name !== part.column || !keys.has(part.name)) return part;
    const { name: _, ...unnamed } = part;
    return unnamed;
  });
}

function firstColumn(part: Exclude<WorkPart, { kind: "check" }>): string | undefined {
  if ("columns" in part) return part.columns[0];
  const first = "parts" in part ? part.parts[0] : undefined;
  return first && "column" in first ? first.column : undefined;
}

/** MySQL makes an index of a foreign key's name under it, and its dumps write it out: the model has the key alone. */
function isUnderForeignKey(work: WorkSchema, table: WorkTable, part: WorkPart): boolean {
  if (part.kind !== "index" || part.name === undefined || !work.dialect.syntax.features.has("keyInTable")) return false;
  const columns = part.parts.map((each) => ("column" in each ? each.column : ""));
  return table.parts.some((other) => other.kind === "foreignKey" && other.name !== undefined && work.same(other.name, part.name!) && other.columns.every((column, at) => work.same(column, columns[at] ?? "")));
}

function columnDeclaration(written: WorkColumn, types: TypeReader, enums: ReadonlyMap<string, EnumDeclaration>): ColumnDeclaration {
  const { at: _at, parts: _parts, serial: _serial, binary: _binary, type: sql, ...column } = written;
  const type = types(sql ?? "");
  const name = enumName(type);
  const enumeration = name === undefined ? undefined : enums.get(name);
  return { ...column, property: column.name, type, ...(enumeration && { enumeration }) };
}

function enumName(type: ColumnType): string | undefined {
  if (type.kind === "array") return enumName(type.element);
  return type.kind === "enum" ? type.name : undefined;
}

function partDeclaration(work: WorkSchema, table: WorkTable, part: WorkPart): PartDeclaration {
  const common = { ...(part.name !== undefined && { name: part.name }), ...(part.renamedFrom !== undefined && { renamedFrom: part.renamedFrom }), trace: part.trace };
  // Elsewhere than on PostgreSQL a name is found in any case; the model has it as the table declares it.
  const spelled = (name: string) => table.columns.find((column) => work.same(column.name, name))?.name ?? name;
  const element = ({ column, expression, ...options }: { readonly column?: string; readonly expression?: string } & object) =>
    column === undefined ? { expression: { sql: expression! }, options } : Object.keys(options).length ? new ColumnReference("", spelled(column), options) : spelled(column);
  switch (part.kind) {
    case "primaryKey":
      return { kind: "primaryKey", ...common, columns: part.columns.map(spelled), ...(part.include && { include: part.include }), ...(part.withoutOverlaps !== undefined && { withoutOverlaps: part.withoutOverlaps }), ...deferrable(part) };
    case "unique":
      return { kind: "unique", ...common, columns: part.columns.map(spelled), ...(part.include && { include: part.include }), ...(part.nullsNotDistinct && { nullsNotDistinct: true }), ...(part.withoutOverlaps !== undefined && { withoutOverlaps: part.withoutOverlaps }), ...deferrable(part) };
    case "foreignKey":
      return foreignKeyDeclaration(work, part, common, spelled);
    case "check": {
      const column = part.column ?? onlyColumn(table, part.sql);
      const { notValid, noInherit, notEnforced } = part;
      return withoutAbsent<PartDeclaration & { readonly column?: string }>({ kind: "check", ...common, expression: { sql: part.sql }, notValid, noInherit, notEnforced, column } as never);
    }
    case "exclusion": {
      const { kind, at: _, elements, name: __, renamedFrom: ___, trace: ____, ...options } = part;
      return { kind, ...common, elements: elements.map(({ operator, ...each }) => ({ part: element(each) as never, operator })), options };
    }
    case "index": {
      const { kind, at: _, parts, name: __, renamedFrom: ___, trace: ____, method, ...rest } = part;
      // InnoDB takes USING HASH, makes a tree, and its dumps say HASH again.
      const isIgnored = work.dialect.syntax.features.has("keyInTable") && /^hash$/i.test(method ?? "") && /^innodb$/i.test(table.facts?.engine ?? "innodb");
      const options = { ...rest, ...(method !== undefined && !isIgnored && { method }) };
      return { kind, ...common, parts: parts.map((each) => element(each) as never), options };
    }
  }
}

function deferrable(part: { readonly deferrable?: "initially immediate" | "initially deferred" }) {
  return part.deferrable ? { deferrable: part.deferrable } : {};
}

function foreignKeyDeclaration(work: WorkSchema, part: Extract<WorkPart, { kind: "foreignKey" }>, common: PartHead, spelled: (name: string) => string): PartDeclaration {
  const key = work.find(work.tables, part.table);
  const target = key === undefined ? undefined : work.tables.get(key)!;
  const primary = target?.parts.find(({ kind }) => kind === "primaryKey");
  const referred = part.referred ?? (primary?.kind === "primaryKey" ? primary.columns : []);
  const columns = target ? referred.map((name) => target.columns.find((column) => work.same(column.name, name))?.name ?? name) : referred;
  const { onDelete, onUpdate, match, notValid, onDeleteColumns } = part;
  return {
    kind: "foreignKey",
    ...common,
    columns: part.columns.map(spelled),
    target: { table: key ?? keyOf(work.located(part.table)), columns },
    options: { ...(onDelete && { onDelete }), ...(onUpdate && { onUpdate }), ...(match && { match }), ...(notValid && { notValid }), ...(onDeleteColumns && { onDeleteColumns }), ...deferrable(part) },
  };
}
