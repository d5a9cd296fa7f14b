import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { FixtureOptions, TableFixtures } from "../fixtures/types.ts";
import type { Shard } from "../fixtures/generate.ts";
import type { Schema } from "../schema/types.ts";
import type { SeedOptions } from "./seed.ts";

export const DEFAULT_REFERENCE_DATE = "2026-01-01T00:00:00Z";

/** What `fixtures.config.ts` says, by the names of the database. */
export interface ConfiguredFixtures {
  readonly tables: Readonly<Record<string, TableFixtures>>;
  readonly perParent: NonNullable<FixtureOptions["perParent"]>;
}

/** The options as the generators want them. Throws CLI-006 for a date, FIX-003 for counts, FIX-052 for tables that are none. */
export function fixtureOptionsFor(schema: Schema, options: SeedOptions, configured: ConfiguredFixtures): FixtureOptions {
  const keys = Object.keys(schema.tables);
  const tables = [...new Set((options.tables ?? []).flatMap((names) => names.split(",")).map((name) => name.trim()).filter(Boolean))];
  for (const table of tables) {
    if (!(table in schema.tables)) throw new GravenError("FIX-052", `There is no table "${table}" at the database's revision.`, { hint: didYouMean(table, keys) });
  }
  const referenceDate = new Date(options.referenceDate ?? DEFAULT_REFERENCE_DATE);
  if (Number.isNaN(referenceDate.getTime())) throw new GravenError("CLI-006", `--ref-date ${options.referenceDate} is no date.`, { hint: "Write it as in 2026-01-31." });
  const counts: Record<string, number> = {};
  const perParent: Record<string, { parent: string; min: number; max: number }> = { ...configured.perParent };
  for (const text of (options.counts ?? []).flatMap((list) => list.split(","))) {
    const { table, min, max, parent } = parseCount(text, schema);
    if (parent === undefined) {
      counts[table] = min;
      delete perParent[table];
    } else perParent[table] = { parent, min, max };
  }
  return { count: options.fake ?? 0, seed: options.seed ?? 1, referenceDate, locale: options.locale, counts, perParent, config: configured.tables, ...(tables.length && { tables }) };
}

/** `users=100`, `posts=3/users`, `posts=3-5/user`: a parent may be named in the singular. */
function parseCount(text: string, schema: Schema): { table: string; min: number; max: number; parent?: string } {
  const match = /^\s*([^=]+?)\s*=\s*(\d+)(?:\s*(?:-|\.\.)\s*(\d+))?(?:\s*\/\s*(\S+?))?\s*$/.exec(text);
  const hint = "Write a table and its number, as in users=100, posts=3/users or posts=3-5/users.";
  if (!match) throw new GravenError("FIX-003", `--counts ${text.trim()} is not understood.`, { hint });
  const [, name = "", first, last, parentName] = match;
  const [min, max] = [Number(first), Number(last ?? first)];
  if (last !== undefined && parentName === undefined) throw new GravenError("FIX-003", `--counts ${text.trim()} gives a range without a parent.`, { hint });
  if (max < min) throw new GravenError("FIX-003", `--counts ${text.trim()} ends before it begins.`, { hint });
  const table = tableFor(schema, name);
  return { table, min, max, ...(parentName !== undefined && { parent: tableFor(schema, parentName) }) };
}

/** A table by its key, or by its name in the singular where that is clear. */
function tableFor(schema: Schema, name: string): string {
  if (name in schema.tables) return name;
  const keys = Object.keys(schema.tables);
  const similar = keys.filter((key) => [`${name}s`, `${name}es`, name.replace(/y$/, "ies")].includes(key));
  if (similar.length === 1) return similar[0]!;
  throw new GravenError("FIX-052", `There is no table "${name}" at the database's revision.`, { hint: didYouMean(name, keys) });
}

/** `2/8`. Throws FIX-003 for what is no part of a whole. */
export function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (!(shard.index >= 1 && shard.index <= shard.total)) throw new GravenError("FIX-003", `--shard ${text} is no part of a whole.`, { hint: "Parts are counted from 1, as in --shard 1/8 to --shard 8/8." });
  return shard;
}
