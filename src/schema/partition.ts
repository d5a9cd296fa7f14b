import { sameJson } from "../base/json.ts";
import { withoutAbsent } from "./edit.ts";
import { columnNamed } from "./find.ts";
import { standardName } from "./names.ts";
import type { Check, Column, ForeignKey, Index, Schema, Table, TablePartKind, Unique } from "./types.ts";

type PartitionOf = NonNullable<NonNullable<Table["facts"]>["partitionOf"]>;

/**
 * A partition as it stands by itself once it is detached: with the columns, keys and indexes that the partitioned table gave it, under
 * the names that PostgreSQL made for them. https://www.postgresql.org/docs/current/ddl-partitioning.html
 */
export function detachedTable(partition: Table, tables: Schema["tables"]): Table {
  const { partitionOf, ...facts } = partition.facts ?? {};
  const given = partitionOf && tables[partitionOf.table];
  if (!partitionOf || !given) return partition;
  const parent = detachedTable(given, tables);
  const own = new Map(partition.columns.map((column) => [column.name, column]));
  const taken = new Set([...partition.uniques, ...partition.indexes, ...partition.checks, ...partition.foreignKeys].map(({ name }) => name));
  const named = <P extends { readonly name: string }>(kind: TablePartKind, part: P, columns: readonly string[]): P => {
    const name = standardName({ kind, table: partition.name, columns }, (each) => taken.has(each));
    taken.add(name);
    return { ...part, name };
  };
  const { facts: _, primaryKey: key, ...rest } = partition;
  const primaryKey = key ?? (parent.primaryKey && named("primaryKey", parent.primaryKey, parent.primaryKey.columns));
  return {
    ...rest,
    columns: [...parent.columns.map((column) => own.get(column.name) ?? inherited(column)), ...partition.columns.filter(({ name }) => !columnNamed(parent, name))],
    ...(primaryKey && { primaryKey }),
    uniques: [...parent.uniques.map((unique) => named("unique", unique, unique.columns)), ...partition.uniques],
    foreignKeys: [...parent.foreignKeys, ...partition.foreignKeys],
    checks: [...parent.checks.filter(({ noInherit }) => !noInherit), ...partition.checks],
    indexes: [...parent.indexes.map(({ comment: _comment, ...index }) => named("index", index, index.parts.map((part) => ("column" in part ? part.column : "expr")))), ...partition.indexes],
    ...(Object.keys(facts).length && { facts }),
  };
}

/** A table as a partition: what the partitioned table gives it is no more its own. */
export function attachedTable(table: Table, partitionOf: PartitionOf, tables: Schema["tables"]): Table {
  const facts = { ...table.facts, partitionOf };
  const given = tables[partitionOf.table];
  if (!given) return { ...table, facts };
  const parent = detachedTable(given, tables);
  const bare = (part: Partial<Unique & ForeignKey & Check & Index>) => ({ ...part, name: undefined, comment: undefined });
  const without = <P extends { readonly name: string }>(parts: readonly P[], others: readonly P[]) => parts.filter((part) => !others.some((other) => sameJson(bare(part), bare(other))));
  const { primaryKey, ...rest } = table;
  return {
    ...rest,
    columns: table.columns.filter((column) => !parent.columns.some((each) => sameJson(withoutComment(inherited(each)), withoutComment(column)))),
    ...(primaryKey && !sameJson(primaryKey.columns, parent.primaryKey?.columns) && { primaryKey }),
    uniques: without(table.uniques, parent.uniques),
    foreignKeys: without(table.foreignKeys, parent.foreignKeys),
    checks: without(table.checks, parent.checks),
    indexes: without(table.indexes, parent.indexes),
    facts,
  };
}

/** A partition counts by its partitioned table's identity, which stays there, and has no comments of its columns. */
export function inherited(column: Column): Column {
  return withoutAbsent<Column>({ ...column, identity: undefined, autoIncrement: undefined, comment: undefined });
}

/** The column of a name that a table has of those that it inherits from, or is a part of. */
export function inheritedColumn({ facts }: Table, name: string, tables: Schema["tables"]): Column | undefined {
  for (const key of [...(facts?.inherits ?? []), ...(facts?.partitionOf ? [facts.partitionOf.table] : [])]) {
    const parent = tables[key];
    const found = parent && (columnNamed(parent, name) ?? inheritedColumn(parent, name, tables));
    if (found) return inherited(found);
  }
  return undefined;
}

function withoutComment(column: Column): Column {
  return withoutAbsent<Column>({ ...column, comment: undefined });
}
