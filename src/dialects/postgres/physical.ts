import { normalFacts } from "./normal-facts.ts";
import { withoutAbsent } from "../../schema/edit.ts";
import type { Column, ColumnType, Exclusion, Generated, Index, IndexPart, Schema, Table, TableFacts } from "../../schema/types.ts";
import { normalDefault } from "./defaults.ts";
import { normalSql, type ExpressionContext } from "./expression.ts";
import { physicalObject } from "./objects/physical.ts";
import { identityOf } from "./identity.ts";
import { typeWithin } from "./types.ts";

/** Tables that were normalised, each for the enums it was normalised with. */
const known = new WeakMap<Table, { readonly enums: string; readonly table: Table }>();

/** The schema as PostgreSQL keeps it: types under their own names, counters as identities, expressions in one spelling. */
export function physical(schema: Schema): Schema {
  const enums = Object.keys(schema.enums).sort().join("\n");
  const tables: Record<string, Table> = {};
  for (const [key, table] of Object.entries(schema.tables)) {
    let found = known.get(table);
    if (found?.enums !== enums) known.set(table, (found = { enums, table: physicalTable(table, schema) }));
    tables[key] = found.table;
  }
  return { ...schema, tables, objects: Object.fromEntries(Object.entries(schema.objects).map(([key, object]) => [key, physicalObject(object, schema)])) };
}

function physicalTable(table: Table, schema: Schema): Table {
  const types = new Map<string, ColumnType>(table.columns.map(({ name, type }) => [name, typeWithin(type, schema)]));
  const context: ExpressionContext = { types, table, dropsCasts: true };
  return {
    ...withoutAbsent<Table>({ ...table, comment: table.comment || undefined, facts: undefined }),
    columns: table.columns.map((column) => physicalColumn(column, types.get(column.name)!, table, context)),
    checks: table.checks.map((check) => ({ ...check, sql: normalSql(check.sql, context) })),
    indexes: table.indexes.map((index) => physicalIndex(index, context)),
    ...(table.exclusions && { exclusions: table.exclusions.map((exclusion) => physicalExclusion(exclusion, context)) }),
    ...(table.facts && physicalFacts(table.facts, context)),
  };
}

function physicalExclusion({ elements, ...rest }: Exclusion, context: ExpressionContext): Exclusion {
  const { parts, ...others } = physicalIndex({ ...rest, parts: elements }, context);
  return { ...others, elements: parts.map((part, at) => ({ ...part, operator: elements[at]!.operator })) };
}

/** What other databases know of a table is nothing here. */
function physicalFacts({ partitions: _p, withoutRowid: _w, strict: _s, engine: _e, charset: _c, collation: _o, systemVersioned: _v, periods: _r, ...given }: TableFacts, context: ExpressionContext): { readonly facts?: TableFacts } {
  const facts = normalFacts(given);
  const { partitionBy } = facts;
  const own = { ...facts, ...(partitionBy && { partitionBy: { ...partitionBy, parts: partitionBy.parts.map((part) => physicalPart(part, context)) } }) };
  return Object.keys(own).length ? { facts: own } : {};
}

function physicalColumn(column: Column, type: ColumnType, { primaryKey }: Table, context: ExpressionContext): Column {
  const { autoIncrement: _, ...rest } = column;
  const identity = identityOf({ ...column, type });
  const defaultSql = normalDefault(column.default, type);
  return withoutAbsent<Column>({
    ...rest,
    type,
    nullable: column.nullable && !identity && !primaryKey?.columns.includes(column.name),
    default: defaultSql === undefined ? undefined : { sql: defaultSql },
    identity,
    generated: column.generated && physicalGenerated(column.generated, context),
    collation: column.collation === "default" ? undefined : column.collation,
    comment: column.comment || undefined,
  });
}

function physicalGenerated({ sql, storage }: Generated, context: ExpressionContext): Generated {
  return { sql: normalSql(sql, context), storage };
}

function physicalIndex(index: Index, context: ExpressionContext): Index {
  return withoutAbsent<Index>({
    ...index,
    parts: index.parts.map((part) => physicalPart(part, context)),
    method: index.method?.toLowerCase() === "btree" ? undefined : index.method?.toLowerCase(),
    include: index.include?.length ? index.include : undefined,
    where: index.where === undefined ? undefined : normalSql(index.where, context),
  });
}

function physicalPart(part: IndexPart, context: ExpressionContext): IndexPart {
  // NULLs come last in ascending order and first in descending order: https://www.postgresql.org/docs/current/indexes-ordering.html
  const usual = part.order === "desc" ? "first" : "last";
  const key = "column" in part ? { column: part.column } : expressionKey(part.expression, context);
  const { order, nulls, operatorClass, collation } = part;
  return {
    ...key,
    ...(order && { order }),
    ...(nulls && nulls !== usual && { nulls }),
    ...(operatorClass !== undefined && { operatorClass }),
    ...(collation !== undefined && { collation }),
  };
}

/** An expression that is only a column is that column to the server. */
function expressionKey(sql: string, context: ExpressionContext): { column: string } | { expression: string } {
  const expression = normalSql(sql, context);
  const name = /^"(.*)"$/.exec(expression)?.[1]?.replaceAll('""', '"') ?? expression;
  return context.types?.has(name) ? { column: name } : { expression };
}
