import { renameInSql } from "../../base/sql-tokens.ts";
import type { Column, Table } from "../../schema/types.ts";
import { literal } from "./literal.ts";
import { defaultSql, quote } from "./spelling.ts";
import { affinityOf } from "./types.ts";

/** Where the columns of a table that is rebuilt take their values from: SQL over the columns that stand, by column. */
export type Sources = ReadonlyMap<string, string>;

/** Every column takes its own value. */
export function ownSources(table: Table): Sources {
  return new Map(table.columns.map(({ name }) => [name, quote(name)]));
}

/** A column under its new name takes what it took before. */
export function renamedSource(sources: Sources, from: string, to: string): Sources {
  return new Map([...sources].map(([name, source]) => [name === from ? to : name, source]));
}

/** The sources after a column of the standing table itself was renamed. */
export function renamedStanding(sources: Sources, table: string, from: string, to: string): Sources {
  return new Map([...sources].map(([name, source]) => [name === from ? to : name, source === quote(from) ? quote(to) : renameInSql(source, from, to, [table])]));
}

/**
 * A value on its way into another type. The column's affinity turns what it can turn without loss, and leaves the rest; a CAST would
 * make 0 of 'abc' without a word. Only bytes have no affinity, so text and bytes are cast into one another.
 */
export function convertedSource(source: string, before: Column, after: Column): string {
  const [from, to] = [affinityOf(before.type), affinityOf(after.type)];
  if (from === to) return source;
  if (to === "blob") return `CAST(${source} AS BLOB)`;
  return from === "blob" && to === "text" ? `CAST(${source} AS TEXT)` : source;
}

/** A label's successors as SQL over the value. */
export function replacedLabels(source: string, replace: { readonly [label: string]: string }): string {
  const branches = Object.entries(replace).map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`);
  return branches.length ? `CASE ${source} ${branches.join(" ")} ELSE ${source} END` : source;
}

/** `INSERT INTO new (…) SELECT … FROM old`. */
export function copyStatement(after: Table, target: string, standing: string, sources: Sources): string {
  const written = after.columns.filter((column) => !column.generated);
  const copied = written.filter(({ name }) => sources.has(name));
  // A table none of whose columns stay still keeps its number of rows.
  const columns = copied.length ? copied : written.slice(0, 1);
  const values = columns.map((column) => sources.get(column.name) ?? (column.default ? defaultSql(column.default, column) : "NULL"));
  // NOT INDEXED reads the table in its own order, so that rows without an integer key keep theirs.
  return `INSERT INTO ${quote(target)} (${columns.map(({ name }) => quote(name)).join(", ")})\nSELECT ${values.join(", ")} FROM ${quote(standing)} NOT INDEXED`;
}
