import { keyOf } from "../../schema/key.ts";
import type { Check, ForeignKey, Index, IndexPart, PrimaryKey, ReferentialAction, Schema, Table, TableFacts, Unique } from "../../schema/types.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import { withSettledPeriods } from "../../schema/row-period.ts";
import type { CatalogueOptions, CatalogueQuery } from "../dialect.ts";
import { readColumn, type ColumnRow } from "./catalogue-columns.ts";
import type { Flavour } from "./flavours.ts";
import { usualCollation } from "./collations.ts";
import { readObjects } from "./catalogue-objects.ts";
import { mayBePeriod, partitionsFrom, overlapsFrom, periodsFrom, readStatement } from "./catalogue-statements.ts";
import { isImplicit } from "./implicit-indexes.ts";
import { primaryKeyName } from "./naming.ts";
import { standardSql, unescaped } from "./quoting.ts";

type TableRow = { readonly name: string; readonly collation: string; readonly comment: string; readonly engine: string | null; readonly options: string | null; readonly kind: string };
type IndexRow = { readonly table_name: string; readonly name: string; readonly non_unique: number | string; readonly column_name: string | null; readonly expression: string | null; readonly direction: string | null; readonly prefix: number | string | null; readonly method: string; readonly comment: string; readonly ignored: number | string };
type ForeignKeyRow = { readonly table_name: string; readonly name: string; readonly column_name: string; readonly referred_table: string; readonly referred_column: string; readonly on_delete: string; readonly on_update: string };
type CheckRow = { readonly table_name: string; readonly name: string; readonly clause: string; readonly of_column: number | string; readonly suspended: number | string };

/** Names are given in lower case, as MySQL 8 answers in upper case whatever the query says. */
const tablesQuery = `SELECT TABLE_NAME AS name, TABLE_COLLATION AS collation, TABLE_COMMENT AS comment, ENGINE AS engine, CREATE_OPTIONS AS options, TABLE_TYPE AS kind
FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY TABLE_NAME`;

const columnsQuery = `SELECT TABLE_NAME AS table_name, COLUMN_NAME AS name, COLUMN_DEFAULT AS default_value, IS_NULLABLE AS nullable, COLUMN_TYPE AS type,
COLLATION_NAME AS collation, EXTRA AS extra, GENERATION_EXPRESSION AS expression, COLUMN_COMMENT AS comment
FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION`;

const indexesQuery = (expression: string, ignored: string) => `SELECT TABLE_NAME AS table_name, INDEX_NAME AS name, NON_UNIQUE AS non_unique, COLUMN_NAME AS column_name, ${expression} AS expression,
COLLATION AS direction, SUB_PART AS prefix, INDEX_TYPE AS method, INDEX_COMMENT AS comment, ${ignored} AS ignored
FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX`;

const foreignKeysQuery = `SELECT k.TABLE_NAME AS table_name, k.CONSTRAINT_NAME AS name, k.COLUMN_NAME AS column_name, k.REFERENCED_TABLE_NAME AS referred_table,
k.REFERENCED_COLUMN_NAME AS referred_column, r.DELETE_RULE AS on_delete, r.UPDATE_RULE AS on_update
FROM information_schema.KEY_COLUMN_USAGE k
JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME
WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION`;

/** Reads the tables of the present database, with one query for each kind of object. */
export async function readCatalogue(flavour: Flavour, query: CatalogueQuery, { ignoreTables = [], recorded = {} }: CatalogueOptions = {}): Promise<Schema> {
  const tables = await query<TableRow>(tablesQuery);
  const columns = byTable(await query<ColumnRow>(columnsQuery));
  const indexes = byTable(await query<IndexRow>(indexesQuery(flavour.indexExpression, flavour.ignoredIndex.query)));
  const foreignKeys = byTable(await query<ForeignKeyRow>(foreignKeysQuery));
  const checks = byTable(await query<CheckRow>(flavour.checksQuery));
  const statements = new Map<string, string>();
  for (const { name, options } of tables) if (/\bpartitioned\b/i.test(options ?? "") || checks.get(name)?.some(mayBePeriod)) statements.set(name, await readStatement(query, name));
  const read = tables.map((row) => {
    const { name } = row;
    const statement = statements.get(name) ?? "";
    const periods = periodsFrom(statement);
    return readTable(flavour, row, { columns: columns.get(name) ?? [], indexes: indexes.get(name) ?? [], foreignKeys: foreignKeys.get(name) ?? [], checks: (checks.get(name) ?? []).filter((check) => periods?.[check.name] === undefined), partitions: partitionsFrom(statement), periods, overlaps: overlapsFrom(statement) });
  });
  return { namespaces: {}, enums: {}, requiredRows: {}, objects: await readObjects(flavour, query, ignoreTables, recorded), tables: Object.fromEntries(read.map((table) => [keyOf(table), table] as const).filter(([key]) => !ignoreTables.includes(key))) };
}

interface Rows {
  readonly columns: readonly ColumnRow[];
  readonly indexes: readonly IndexRow[];
  readonly foreignKeys: readonly ForeignKeyRow[];
  readonly checks: readonly CheckRow[];
  readonly partitions: string | undefined;
  readonly periods: TableFacts["periods"] | undefined;
  readonly overlaps: ReadonlyMap<string, string>;
}

function readTable(flavour: Flavour, row: TableRow, rows: Rows): Table {
  const { name, collation, comment } = row;
  const all = rows.checks.map((row) => ({ name: row.name, sql: flavour.expressionsAreEscaped ? withoutOuterBrackets(unescaped(row.clause)) : row.clause, ofColumn: Number(row.of_column) === 1, ...(Number(row.suspended) === 1 && { notEnforced: true as const }) }));
  const jsonColumns = new Set(flavour.jsonIsText ? all.filter((check) => check.ofColumn && isJsonCheck(check)).map((check) => check.name) : []);
  const checks: Check[] = all.filter((check) => !(check.ofColumn && jsonColumns.has(check.name))).map(({ name, sql, notEnforced }) => ({ name, sql, ...(notEnforced && { notEnforced }) }));
  const groups = [...grouped(rows.indexes, (row) => row.name).values()];
  const indexNames = new Set(groups.map(([first]) => first!.name));
  const foreignKeys = [...grouped(rows.foreignKeys, (row) => row.name).values()].map(readForeignKey);
  const bare: Table = {
    name,
    columns: rows.columns.map((row) => readColumn(flavour, row, { tableCollation: collation, isJson: jsonColumns.has(row.name) })),
    uniques: [],
    // A foreign key with an index of its own stands before those that lean on it, as `implicitIndexes` expects.
    foreignKeys: [...foreignKeys.filter((each) => indexNames.has(each.name)), ...foreignKeys.filter((each) => !indexNames.has(each.name))],
    checks,
    indexes: [],
  };
  const uniques: Unique[] = [];
  const indexes: Index[] = [];
  let primaryKey: PrimaryKey | undefined;
  for (const group of groups) {
    const withoutOverlaps = rows.overlaps.get(group[0]!.name);
    const apart = withoutOverlaps === undefined ? {} : { withoutOverlaps };
    // The end and the beginning of the period are the key's last columns.
    const index = readIndex(flavour, withoutOverlaps === undefined ? group : group.slice(0, -2));
    const columns = plainColumns(index);
    if (index.name === primaryKeyName) primaryKey = { name: primaryKeyName, columns: index.parts.flatMap((part) => ("column" in part ? [part.column] : [])), ...apart };
    else if (index.unique && columns) uniques.push({ name: index.name, columns, ...apart });
    else if (!columns || !isImplicit(bare, { name: index.name, columns })) indexes.push(index);
  }
  return withSettledPeriods(withoutAbsent<Table>({ ...bare, primaryKey, uniques, indexes, comment: comment === "" ? undefined : comment, facts: factsFrom(flavour, row, rows) }));
}

/** `max_rows=10 row_format=COMPRESSED partitioned`: what stands apart elsewhere is left out. */
function factsFrom(flavour: Flavour, { engine, options, collation, kind }: TableRow, { partitions, periods }: Pick<Rows, "partitions" | "periods">): TableFacts | undefined {
  const given = Object.fromEntries([...(options ?? "").matchAll(/([a-z_]+)`?=("[^"]*"|\S+)/gi)].map(([, name, value]) => [name!.toUpperCase(), value!.replaceAll(/["']/g, "").toUpperCase()]));
  // Aria says what it has by itself.
  const { TRANSACTIONAL: transactional, ...rest } = given;
  // What InnoDB does by itself says nothing.
  if (/^(?:DEFAULT|DYNAMIC)$/.test(rest["ROW_FORMAT"] ?? "")) delete rest["ROW_FORMAT"];
  const others = transactional === undefined || transactional === "1" ? rest : given;
  const charset = collation.split("_")[0]!;
  const facts = withoutAbsent<TableFacts>({
    engine: engine === null || engine === "InnoDB" ? undefined : engine,
    charset: charset === "utf8mb4" ? undefined : charset,
    collation: collation === usualCollation(flavour, charset) ? undefined : collation,
    options: Object.keys(others).length ? others : undefined,
    partitions,
    systemVersioned: kind === "SYSTEM VERSIONED" ? true : undefined,
    periods,
  });
  return Object.keys(facts).length ? facts : undefined;
}

function readIndex(flavour: Flavour, group: readonly IndexRow[]): Index {
  const [first] = group;
  const method = first!.method.toLowerCase();
  return withoutAbsent<Index>({
    name: first!.name,
    parts: group.map((row) => readPart(flavour, row)),
    unique: Number(first!.non_unique) === 0 ? true : undefined,
    ...(method === "fulltext" || method === "spatial" ? { type: method } : { method: method === "btree" ? undefined : method }),
    comment: first!.comment === "" ? undefined : first!.comment,
    invisible: Number(first!.ignored) ? true : undefined,
  });
}

function readPart(flavour: Flavour, row: IndexRow): IndexPart {
  const order = row.direction === "D" ? { order: "desc" as const } : {};
  if (row.column_name === null) return { expression: flavour.expressionsAreEscaped ? unescaped(row.expression ?? "") : (row.expression ?? ""), ...order };
  // A spatial index has a prefix length of its own, which nobody may write.
  return { column: row.column_name, ...order, ...(row.prefix !== null && row.method !== "SPATIAL" && { length: Number(row.prefix) }) };
}

function plainColumns({ parts, method, type, comment, invisible }: Index): readonly string[] | undefined {
  const columns = parts.flatMap((part) => ("column" in part && Object.keys(part).length === 1 ? [part.column] : []));
  return columns.length === parts.length && method === undefined && type === undefined && comment === undefined && !invisible ? columns : undefined;
}

function readForeignKey(rows: readonly ForeignKeyRow[]): ForeignKey {
  const [first] = rows;
  return withoutAbsent<ForeignKey>({
    name: first!.name,
    columns: rows.map((row) => row.column_name),
    references: { table: keyOf({ name: first!.referred_table }), columns: rows.map((row) => row.referred_column) },
    onDelete: action(first!.on_delete),
    onUpdate: action(first!.on_update),
  });
}

/** The catalogues of the two do not agree on what an unsaid action is called, and both mean the same. */
function action(rule: string): ReferentialAction | undefined {
  return /^(?:no action|restrict)$/i.test(rule) ? undefined : (rule.toLowerCase() as ReferentialAction);
}

function isJsonCheck({ name, sql }: Check): boolean {
  const [, quoted, other, bare] = /^json_valid\((?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|([^"`()]+))\)$/i.exec(sql) ?? [];
  const column = quoted?.replaceAll('""', '"') ?? other?.replaceAll("``", "`") ?? bare;
  return column?.toLowerCase() === name.toLowerCase();
}

/** MySQL writes a check's clause within brackets. */
function withoutOuterBrackets(sql: string): string {
  let depth = 0;
  const text = standardSql(sql);
  for (const [at, character] of [...text.replace(/'(?:[^']|'')*'|`(?:[^`]|``)*`/g, (piece) => " ".repeat(piece.length))].entries()) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth === 0 && at < text.length - 1) return sql;
  }
  return text.startsWith("(") && text === sql ? sql.slice(1, -1) : sql;
}

function byTable<Row extends { readonly table_name: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return grouped(rows, (row) => row.table_name);
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
