import { GravenError } from "../../base/errors.ts";
import { findTable } from "../../schema/find.ts";
import { rowPeriodOf } from "../../schema/row-period.ts";
import type { Schema, Table } from "../../schema/types.ts";
import type { Refusal } from "../dialect.ts";
import type { Flavour } from "./flavours.ts";
import { quote } from "./quoting.ts";
import { columnSql } from "./spelling.ts";

/*
 * The columns of a row's life come with the versioning of their table and go with it, in the same statement: the server has them at no
 * other time, and changes nothing of them but the name. So an operation on such a column of a table without versioning says nothing yet.
 * https://mariadb.com/kb/en/system-versioned-tables/
 */

/** What stands in CREATE TABLE after the columns. */
export function periodLines(table: Table): string[] {
  const { start, end } = rowPeriodOf(table);
  const own = Object.entries(table.facts?.periods ?? {}).map(([name, [from, to]]) => periodSql(quote(name), from, to));
  return [...(start && end ? [periodSql("SYSTEM_TIME", start.name, end.name)] : []), ...own];
}

export function periodSql(name: string, from: string, to: string): string {
  return `PERIOD FOR ${name} (${quote(from)}, ${quote(to)})`;
}

export function refusePeriods(flavour: Flavour, key: string, table: Table): Refusal[] {
  const { start, end } = rowPeriodOf(table);
  const columns = table.columns.map(({ name }) => name);
  const unknown = Object.entries(table.facts?.periods ?? {}).flatMap(([period, ends]) => ends.filter((name) => !columns.includes(name)).map((name) => ({ path: `${key}.${period}`, message: `The period is kept in "${name}", which the table does not have.`, hint: "Name two columns of the table." })));
  if (!start && !end) return unknown;
  const path = `${key}.${(start ?? end)!.name}`;
  if (!flavour.sequences) return [{ path, message: `${flavour.title} has no system versioning.`, hint: "Leave rowPeriod out of the models of this database." }];
  if (!start || !end) return [{ path, message: `The table says where a row's life ${start ? "begins" : "ends"} and not where it ${start ? "ends" : "begins"}.`, hint: 'Give it two columns: rowPeriod "start" and "end".' }];
  return table.facts?.systemVersioned ? unknown : [{ path, message: "The table has columns for the lives of its rows and no system versioning.", hint: "Give the table the fact systemVersioned, or leave rowPeriod out." }];
}

/** The clauses that begin to keep the history, or end it, with the columns of the row's life. */
export function versioningClauses(flavour: Flavour, before: Schema, key: string, on: boolean): string[] {
  const table = findTable(before, key);
  const { start, end } = rowPeriodOf(table);
  const columns = [start, end].flatMap((column) => (column ? [column] : [])).sort((a, b) => table.columns.indexOf(a) - table.columns.indexOf(b));
  if (!on) return [...columns.map(({ name }) => `DROP COLUMN ${quote(name)}`), "DROP SYSTEM VERSIONING"];
  const place = (index: number) => (index === 0 ? "FIRST" : `AFTER ${quote(table.columns[index - 1]!.name)}`);
  return [
    ...columns.map((column) => `ADD COLUMN ${columnSql(flavour, table, column, before)} ${place(table.columns.indexOf(column))}`),
    ...(start && end ? [`ADD ${periodSql("SYSTEM_TIME", start.name, end.name)}`] : []),
    "ADD SYSTEM VERSIONING",
  ];
}

/**
 * Whether an operation on a column has nothing to do, as the column comes and goes with the versioning. Throws RUN-022 where the
 * versioning stands and the server could do it no more.
 */
export function waitsForVersioning(flavour: Flavour, table: Table, column: string, verb: string): boolean {
  if (!table.columns.some(({ name, facts }) => name === column && facts?.rowPeriod)) return false;
  if (!table.facts?.systemVersioned) return true;
  throw new GravenError("RUN-022", `${flavour.title} cannot ${verb} column "${table.name}.${column}", which holds the lives of the table's rows, while the table keeps its history.`, {
    hint: "End the system versioning in one revision, which loses the history, and begin it anew in the next.",
  });
}
