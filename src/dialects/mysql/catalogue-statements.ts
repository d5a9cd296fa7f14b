import type { TableFacts } from "../../schema/types.ts";
import type { CatalogueQuery } from "../dialect.ts";
import { primaryKeyName } from "./naming.ts";
import { quote } from "./quoting.ts";

/*
 * What the catalogue has in pieces or not at all, and SHOW CREATE TABLE as it is written.
 */

export async function readStatement(query: CatalogueQuery, table: string): Promise<string> {
  const [row] = await query<Record<string, string>>(`SHOW CREATE TABLE ${quote(table)}`);
  return Object.values(row ?? {}).at(-1) ?? "";
}

/** The words after PARTITION BY. */
export function partitionsFrom(statement: string): string | undefined {
  const words = /\n(?:\s*\/\*!\d+)?\s*PARTITION BY ([\s\S]*)$/.exec(statement)?.[1];
  return words?.replace(/\*\/\s*$/, "").replace(/\s+ENGINE = InnoDB/g, "").trim();
}

/** A period that the application keeps has a check of its name: MariaDB shows nothing else of it in the catalogue before 11.4. */
export function mayBePeriod({ clause, of_column: ofColumn }: { readonly clause: string; readonly of_column: number | string }): boolean {
  return Number(ofColumn) !== 1 && /^`(?:[^`]|``)+` < `(?:[^`]|``)+`$/.test(clause);
}

export function periodsFrom(statement: string): TableFacts["periods"] | undefined {
  const name = "`((?:[^`]|``)+)`";
  const found = [...statement.matchAll(new RegExp(`^  PERIOD FOR ${name} \\(${name}, ${name}\\)`, "gm"))].map(([, period, from, to]) => [plain(period!), [plain(from!), plain(to!)] as const] as const);
  return found.length ? Object.fromEntries(found) : undefined;
}

/** The period of each key that keeps one apart, by the key's name; the catalogue shows its two columns among those of the key. */
export function overlapsFrom(statement: string): ReadonlyMap<string, string> {
  const name = "`((?:[^`]|``)+)`";
  const keys = [...statement.matchAll(new RegExp(`^  (?:PRIMARY KEY|UNIQUE KEY ${name}) \\(.*,${name} WITHOUT OVERLAPS\\)`, "gm"))];
  return new Map(keys.map(([, key, period]) => [key === undefined ? primaryKeyName : plain(key), plain(period!)] as const));
}

const plain = (quoted: string) => quoted.replaceAll("``", "`");
