import { sameJson } from "../base/json.ts";
import { byText, nearest } from "../base/text.ts";
import type { RowOptions } from "../models/required-rows.ts";
import type { Operation } from "../operations/index.ts";
import { columnsOf } from "../operations/required-rows.ts";
import { rowKeyText } from "../operations/row-order.ts";
import { findTable } from "../schema/find.ts";
import { plainRow, type StoredRow } from "../schema/row-values.ts";
import { sameObject } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import { keyOf } from "./row-key.ts";

export interface KeyChangeOptions {
  readonly rowOptions: ReadonlyMap<string, RowOptions>;
  /** Former and present names (`role.guest`, `role.visitor`) that were told. */
  readonly answers: readonly { readonly from: string; readonly to: string }[];
  /** Names of rows that were said to go. */
  readonly drops: ReadonlySet<string>;
  /** Whether a row that came is one that went, under another key; gives its former name, or `null` for "it is new". */
  readonly ask: (question: { readonly kind: "row"; readonly owner: string; readonly to: string; readonly candidates: readonly string[] }) => Promise<string | null>;
}

/** The rows whose key has changed as operations, and the answers that fitted one of them. */
export interface KeyChanges {
  readonly operations: readonly Operation[];
  readonly used: ReadonlySet<string>;
}

/** Beyond so many rows that go and come, none is asked about: they are another list. */
const MANY = 50;

/** Required rows that went while others came: were their keys changed? What was told is taken, what is likely is asked, nothing is guessed. */
export async function findKeyChanges(before: Schema, after: Schema, { rowOptions, answers, drops, ask }: KeyChangeOptions): Promise<KeyChanges> {
  const operations: Operation[] = [];
  const used = new Set<string>();
  for (const table of Object.keys(after.requiredRows).sort(byText)) {
    const options = rowOptions.get(table);
    const standing = before.requiredRows[table];
    if (!options || !standing || sameObject(standing, after.requiredRows[table]!)) continue;
    const [former, next] = [standing.rows, after.requiredRows[table]!.rows];
    const { gone, come } = changedKeys(former, next, options.key);
    if (!gone.size || !come.size) continue;
    const pairs: [StoredRow, StoredRow][] = [];
    for (const [to, row] of come) {
      const told = answers.find((each) => each.to === `${table}.${to}` && gone.has(localName(each.from, table)));
      if (told) used.add(`${told.from}:${told.to}`);
      const from = told ? localName(told.from, table) : await asked(to, row);
      if (from === null) continue;
      pairs.push([gone.get(from)!, row]);
      gone.delete(from);
    }
    if (pairs.length) operations.push(keyChange(table, options, pairs, before, after));

    async function asked(to: string, row: StoredRow): Promise<string | null> {
      if (gone.size > MANY || come.size > MANY) return null;
      const candidates = [...gone].filter(([name, each]) => !drops.has(`${table}.${name}`) && isLikely(name, each, to, row)).map(([name]) => name);
      return candidates.length ? ask({ kind: "row", owner: table, to, candidates }) : null;
    }

    function isLikely(name: string, each: StoredRow, to: string, row: StoredRow): boolean {
      const rest = [...new Set([...Object.keys(each), ...Object.keys(row)])].filter((column) => !options!.key.includes(column));
      if (rest.length && rest.every((column) => sameJson(each[column], row[column]))) return true;
      return nearest(to, [name]) !== undefined || (!rest.length && gone.size === 1 && come.size === 1);
    }
  }
  return { operations, used };
}

/** The names by which flags may call rows that go or come. */
export function changedRowNames(before: Schema, after: Schema, rowOptions: ReadonlyMap<string, RowOptions>): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  const tables = Object.keys(after.requiredRows).filter((table) => !before.requiredRows[table] || !sameObject(before.requiredRows[table], after.requiredRows[table]!));
  const found = tables.map((table) => {
    const options = rowOptions.get(table);
    const { gone, come } = options ? changedKeys(before.requiredRows[table]?.rows ?? [], after.requiredRows[table]!.rows, options.key) : { gone: new Map<string, StoredRow>(), come: new Map<string, StoredRow>() };
    return { gone: [...gone.keys()].map((name) => `${table}.${name}`), come: [...come.keys()].map((name) => `${table}.${name}`) };
  });
  return { gone: found.flatMap(({ gone }) => gone), come: found.flatMap(({ come }) => come) };
}

function changedKeys(former: readonly StoredRow[], next: readonly StoredRow[], key: readonly string[]) {
  const [standing, wanted] = [former, next].map((rows) => new Map(rows.map((row) => [rowKeyText(row, key), row])));
  const only = (a: ReadonlyMap<string, StoredRow>, b: ReadonlyMap<string, StoredRow>) => new Map([...a].filter(([text]) => !b.has(text)).map(([, row]) => [rowName(row, key), row]));
  return { gone: only(standing!, wanted!), come: only(wanted!, standing!) };
}

function keyChange(table: string, options: RowOptions, pairs: readonly (readonly [StoredRow, StoredRow])[], before: Schema, after: Schema): Operation {
  const keyed = (row: StoredRow, schema: Schema) => plainRow(Object.fromEntries(options.key.map((column) => [column, row[column]!])), table, schema);
  const rows = pairs.map(([, row]) => keyed(row, after));
  const was = pairs.map(([row]) => keyed(row, before));
  const columns = columnsOf(findTable(after, table), rows, was);
  return { kind: "updateRows", table, columns, by: keyOf(options, columns), rows, was };
}

/** `admin`, `de,1`: the key's values, as a flag names them. */
function rowName(row: StoredRow, key: readonly string[]): string {
  return key.map((column) => (typeof row[column] === "string" ? row[column] : JSON.stringify(row[column]))).join(",");
}

function localName(name: string, table: string): string {
  return name.startsWith(`${table}.`) ? name.slice(table.length + 1) : name;
}
