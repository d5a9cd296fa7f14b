import type { TableFacts } from "../../schema/types.ts";
import type { Cursor } from "./cursor.ts";
import { requireFeature } from "./features.ts";

/** Takes `SYSTEM VERSIONING`, after the word before it. Throws an `SqlFault` in a file of another database than MariaDB. */
export function takeVersioning(cursor: Cursor, ...before: readonly ("WITH" | "WITHOUT")[]): boolean {
  if (!cursor.looksAt(...before, "SYSTEM", "VERSIONING")) return false;
  requireFeature(cursor, "systemVersioning");
  cursor.at += before.length + 2;
  return true;
}

interface Period {
  readonly name: string;
  readonly columns: readonly [string, string];
}

/** `SYSTEM_TIME (row_start, row_end)`, after PERIOD FOR. Throws an `SqlFault` in a file of another database than MariaDB. */
export function readPeriod(cursor: Cursor): Period {
  requireFeature(cursor, "systemVersioning");
  cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.name("the period");
  const [from, to, ...more] = cursor.nameList();
  if (from === undefined || to === undefined || more.length) throw cursor.fault("a period has two columns");
  return { name, columns: [from, to] };
}

/** SYSTEM_TIME is told by its columns. */
export function isSystemTime(name: string): boolean {
  return name.toUpperCase() === "SYSTEM_TIME";
}

export function withPeriod<F extends Pick<TableFacts, "periods">>(facts: F, { name, columns }: Period): F {
  return isSystemTime(name) ? facts : { ...facts, periods: { ...facts.periods, [name]: columns } };
}
