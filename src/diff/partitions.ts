import { sameJson } from "../base/json.ts";
import { byText } from "../base/text.ts";
import { applyOperations } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { detachedTable } from "../schema/partition.ts";
import type { Schema, TableFacts } from "../schema/types.ts";
import type { Comparison } from "./comparison.ts";

/** Partitions that leave before anything changes, those that come once everything has, and the schemas in between. */
export interface PartitionChanges {
  readonly leaving: readonly Operation[];
  readonly arriving: readonly Operation[];
  readonly before: Schema;
  readonly after: Schema;
}

/**
 * A standing table that becomes a partition, is one no more, or takes other bounds stands by itself in between, with its rows: so no
 * bound is in the way of another one.
 */
export function partitionChanges(before: Schema, after: Schema, { normalFacts }: Comparison): PartitionChanges {
  const of = (facts: TableFacts | undefined) => normalFacts(facts ?? {}).partitionOf;
  const changed = Object.keys(after.tables).filter((key) => key in before.tables && !sameJson(of(before.tables[key]!.facts), of(after.tables[key]!.facts))).sort(byText);
  if (!changed.length) return { leaving: [], arriving: [], before, after };
  const leaving = changed.filter((key) => before.tables[key]!.facts?.partitionOf).map((table): Operation => ({ kind: "alterTable", table, changes: { partitionOf: null } }));
  const coming = changed.filter((key) => after.tables[key]!.facts?.partitionOf);
  return {
    leaving,
    arriving: coming.map((table): Operation => ({ kind: "alterTable", table, changes: { partitionOf: after.tables[table]!.facts!.partitionOf! } })),
    before: applyOperations(before, leaving),
    after: { ...after, tables: { ...after.tables, ...Object.fromEntries(coming.map((key) => [key, detachedTable(after.tables[key]!, after.tables)])) } },
  };
}
