import type { Column, Table } from "./types.ts";

/**
 * MariaDB: the columns that hold the beginning and the end of each row's life, where a table with system versioning names them.
 * https://mariadb.com/kb/en/system-versioned-tables/
 */
export function rowPeriodOf({ columns }: Pick<Table, "columns">): { readonly start?: Column; readonly end?: Column } {
  const [start, end] = (["start", "end"] as const).map((of) => columns.find(({ facts }) => facts?.rowPeriod === of));
  return { ...(start && { start }), ...(end && { end }) };
}

/**
 * A table as the server takes it: columns of periods hold no NULL, and the end of a row's life, which the server puts at the end of
 * each key by itself, is no part of what a key says.
 */
export function withSettledPeriods(table: Table): Table {
  const { start, end } = rowPeriodOf(table);
  const required = new Set([start, end].flatMap((column) => (column ? [column.name] : [])).concat(...Object.values(table.facts?.periods ?? {})));
  if (!required.size) return table;
  const columns = table.columns.map((column) => (required.has(column.name) && column.nullable ? { ...column, nullable: false } : column));
  if (!end) return { ...table, columns };
  const own = <K extends { readonly columns: readonly string[] }>(key: K): K => (key.columns.length > 1 && key.columns.at(-1) === end.name ? { ...key, columns: key.columns.slice(0, -1) } : key);
  return { ...table, columns, ...(table.primaryKey && { primaryKey: own(table.primaryKey) }), uniques: table.uniques.map(own) };
}
