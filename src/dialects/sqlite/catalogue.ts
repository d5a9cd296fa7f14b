import { withoutAbsent } from "../../schema/edit.ts";
import { keyOf } from "../../schema/key.ts";
import { standardName, type NameRequest } from "../../schema/names.ts";
import { objectKey } from "../../schema/object-key.ts";
import type { DatabaseObject, TableFacts, Check, Column, Default, ForeignKey, Index, PrimaryKey, Schema, Table, Unique } from "../../schema/types.ts";
import { objectFrom } from "./objects.ts";
import type { CatalogueOptions, CatalogueQuery } from "../dialect.ts";
import { readIndex, readTable, type ReadColumn, type ReadConstraint, type ReadTable } from "./ddl-reader.ts";
import { isLiteral } from "./spelling.ts";
import { sqliteTokens } from "./tokens.ts";
import { readType } from "./types.ts";

type MasterRow = { readonly type: "table" | "index"; readonly name: string; readonly table: string; readonly sql: string; readonly withoutRowid: number | null; readonly strict: number | null };
type ColumnRow = { readonly table: string; readonly name: string; readonly type: string; readonly notNull: number; readonly defaultValue: string | null; readonly key: number; readonly hidden: number };

/** Tables of people: neither SQLite's own, nor virtual ones, nor the tables in which those keep their data. */
const ordinary = "m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.tbl_name IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table')";

const masterQuery = `SELECT m.type AS "type", m.name AS "name", m.tbl_name AS "table", m.sql AS "sql", l.wr AS "withoutRowid", l.strict AS "strict" FROM sqlite_master AS m LEFT JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = m.name WHERE m.type IN ('table', 'index') AND m.sql IS NOT NULL AND ${ordinary} ORDER BY m.rowid`;
const columnsQuery = `SELECT m.name AS "table", x.name AS "name", x.type AS "type", x."notnull" AS "notNull", x.dflt_value AS "defaultValue", x.pk AS "key", x.hidden AS "hidden" FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS x WHERE m.type = 'table' AND ${ordinary} ORDER BY m.rowid, x.cid`;

type ObjectRow = { readonly type: string; readonly name: string; readonly table: string; readonly sql: string };
const objectsQuery = `SELECT type AS "type", name AS "name", tbl_name AS "table", sql AS "sql" FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY rowid`;

/**
 * The schema of an SQLite database. Columns come from the pragmas, what those leave out from the texts of CREATE TABLE and CREATE INDEX.
 * Constraints without a name take the standard one.
 */
export async function readCatalogue(query: CatalogueQuery, { ignoreTables = [] }: CatalogueOptions = {}): Promise<Schema> {
  const master = await query<MasterRow>(masterQuery);
  const columns = groupedBy(await query<ColumnRow>(columnsQuery), ({ table }) => table);
  const indexes = groupedBy(master.filter(({ type }) => type === "index"), ({ table }) => table.toLowerCase());
  const sources = master.filter(({ type }) => type === "table").map((row) => ({ row, read: readTable(row.sql), columns: columns.get(row.name) ?? [] }));
  const known = new Map(sources.map((source) => [source.row.name.toLowerCase(), source]));
  const tables: Record<string, Table> = {};
  for (const source of sources) {
    const key = keyOf({ name: source.row.name });
    if (!ignoreTables.includes(key)) tables[key] = tableFrom(source, indexes.get(source.row.name.toLowerCase()) ?? [], known);
  }
  const objects: Record<string, DatabaseObject> = {};
  for (const row of await query<ObjectRow>(objectsQuery)) {
    const object = objectFrom({ ...row, table: keyOf({ name: known.get(row.table.toLowerCase())?.row.name ?? row.table }) });
    if (!("table" in object) || !ignoreTables.includes(object.table)) objects[objectKey(object)] = object;
  }
  return { namespaces: {}, enums: {}, tables, requiredRows: {}, objects };
}

interface Source {
  readonly row: MasterRow;
  readonly read: ReadTable;
  readonly columns: readonly ColumnRow[];
}

function tableFrom(source: Source, indexRows: readonly MasterRow[], known: ReadonlyMap<string, Source>): Table {
  const { row, read, columns } = source;
  const constraints = namedConstraints(source, indexRows);
  const primary = constraints.find((each) => each.kind === "primaryKey");
  const byName = new Map(read.columns.map((column) => [column.name.toLowerCase(), column]));
  const counts = primary?.kind === "primaryKey" && primary.autoIncrement;
  return withoutAbsent<Table>({
    name: row.name,
    columns: columns.map((column) => columnFrom(column, byName.get(column.name.toLowerCase()), Boolean(counts && column.key))),
    primaryKey: primary?.kind === "primaryKey" ? ({ name: primary.name, columns: spelled(primary.columns, source) } satisfies PrimaryKey) : undefined,
    uniques: constraints.flatMap((each): Unique[] => (each.kind === "unique" ? [{ name: each.name, columns: spelled(each.columns, source) }] : [])),
    foreignKeys: constraints.flatMap((each) => (each.kind === "foreignKey" ? [foreignKeyFrom(each, source, known)] : [])),
    checks: constraints.flatMap((each): Check[] => (each.kind === "check" ? [{ name: each.name, sql: each.sql }] : [])),
    indexes: indexRows.map((each) => indexFrom(each, source)),
    facts: factsFrom(row),
  });
}

function factsFrom({ withoutRowid, strict }: MasterRow): TableFacts | undefined {
  return withoutRowid || strict ? { ...(withoutRowid && { withoutRowid: true as const }), ...(strict && { strict: true as const }) } : undefined;
}

type NamedConstraint = ReadConstraint & { readonly name: string };

function namedConstraints(source: Source, indexRows: readonly MasterRow[]): readonly NamedConstraint[] {
  const { row, read } = source;
  const taken = new Set(indexRows.map(({ name }) => name));
  // SQLite lets two constraints have one name; the second takes the standard name, as one without a name does.
  const first = new Set<ReadConstraint>();
  for (const constraint of read.constraints) {
    if (constraint.name === undefined || taken.has(constraint.name)) continue;
    first.add(constraint);
    taken.add(constraint.name);
  }
  return read.constraints.map((constraint) => {
    if (first.has(constraint)) return { ...constraint, name: constraint.name! };
    const columns = "columns" in constraint ? spelled(constraint.columns, source) : constraint.column === undefined ? [] : spelled([constraint.column], source);
    const name = standardName({ kind: constraint.kind, table: row.name, columns } satisfies NameRequest, (each) => taken.has(each));
    taken.add(name);
    return { ...constraint, name };
  });
}

/** `hidden` of pragma_table_xinfo: https://www.sqlite.org/pragma.html#pragma_table_xinfo */
const storages: { readonly [hidden: number]: "virtual" | "stored" } = { 2: "virtual", 3: "stored" };

function columnFrom(row: ColumnRow, read: ReadColumn | undefined, counts: boolean): Column {
  const type = readType(row.type);
  const storage = storages[row.hidden];
  return withoutAbsent<Column>({
    name: row.name,
    type,
    nullable: !row.notNull && !row.key,
    default: row.defaultValue === null ? undefined : defaultFrom(row.defaultValue),
    autoIncrement: counts ? true : undefined,
    generated: storage && { sql: read?.generated ?? "", storage },
    collation: read?.collation,
  });
}

/** Strings and numbers as values; what is neither stays SQL. */
function defaultFrom(sql: string): Default {
  const [first, second] = sqliteTokens(sql);
  if (isLiteral(sql) && first && !second && first.kind === "string" && first.text.startsWith("'")) return { value: first.value };
  const number = Number(sql);
  return isLiteral(sql) && String(number) === sql.trim() ? { value: number } : { sql };
}

function foreignKeyFrom(read: Extract<NamedConstraint, { kind: "foreignKey" }>, source: Source, known: ReadonlyMap<string, Source>): ForeignKey {
  const target = known.get(read.references.table.toLowerCase());
  const keyColumns = target?.columns.filter(({ key }) => key).sort((a, b) => a.key - b.key).map(({ name }) => name);
  const columns = read.references.columns ?? keyColumns ?? [];
  const references = { table: keyOf({ name: target?.row.name ?? read.references.table }), columns: target ? spelled(columns, target) : columns };
  return { name: read.name, columns: spelled(read.columns, source), references, ...read.actions };
}

function indexFrom({ name, sql }: MasterRow, source: Source): Index {
  const { parts, where } = readIndex(sql);
  const unique = /^\s*CREATE\s+UNIQUE\b/i.test(sql);
  return withoutAbsent<Index>({
    name,
    parts: parts.map((part) => ("column" in part ? { ...part, column: spelled([part.column], source)[0]! } : part)),
    unique: unique || undefined,
    where,
  });
}

/** Columns as the table itself spells them: SQLite takes a name in any case. */
function spelled(columns: readonly string[], { columns: rows }: Source): readonly string[] {
  return columns.map((column) => rows.find(({ name }) => name.toLowerCase() === column.toLowerCase())?.name ?? column);
}

function groupedBy<T>(rows: readonly T[], keyOfRow: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOfRow(row));
    if (group) group.push(row);
    else groups.set(keyOfRow(row), [row]);
  }
  return groups;
}
