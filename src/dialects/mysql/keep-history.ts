import { isGroup, type Operation } from "../../operations/index.ts";
import type { Schema } from "../../schema/types.ts";
import type { Plan, Step } from "../dialect.ts";
import { quote } from "./quoting.ts";

/**
 * A table with system versioning refuses to be altered unless it is said what becomes of its history: it stays.
 * https://mariadb.com/kb/en/system-versioned-tables/
 */
export function keepHistory(plan: Plan, operations: readonly Operation[], before: Schema): Plan {
  const versioned = versionedTables(operations, before);
  if (!versioned.size) return plan;
  const kept = (step: Step): Step => {
    const table = step.kind === "sql" ? /^ALTER TABLE (`(?:[^`]|``)+`)/.exec(step.sql)?.[1] : undefined;
    return step.kind === "sql" && table !== undefined && versioned.has(table) ? { ...step, sql: `SET STATEMENT system_versioning_alter_history = KEEP FOR ${step.sql}` } : step;
  };
  return { ...plan, steps: plan.steps.map(kept) };
}

/** The tables, in quotes, that have a history at some point of the way. */
function versionedTables(operations: readonly Operation[], before: Schema): ReadonlySet<string> {
  const names = new Set(Object.values(before.tables).flatMap(({ name, facts }) => (facts?.systemVersioned ? [name] : [])));
  const follow = (each: Operation): void => {
    if (isGroup(each)) each.operations.forEach(follow);
    if (each.kind === "createTable" && each.table.facts?.systemVersioned) names.add(each.table.name);
    if (each.kind === "alterTable" && each.changes.systemVersioned) names.add(each.table);
    if (each.kind === "renameTable" && names.has(each.from)) names.add(each.to);
  };
  operations.forEach(follow);
  return new Set([...names].map(quote));
}
