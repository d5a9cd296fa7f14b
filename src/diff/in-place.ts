import { constraintAttributes } from "../operations/alter-constraint.ts";
import { indexAttributes } from "../operations/alter-index.ts";
import type { Operation } from "../operations/index.ts";
import { sameJson } from "../base/json.ts";
import type { TablePartKind } from "../schema/types.ts";
import { samePart, type Comparison, type PartOf } from "./comparison.ts";

/** What a part of a kind takes over where it stands, by the operation that does it. */
const attributes: { readonly [K in TablePartKind]?: readonly (keyof PartOf[K] & string)[] } = { index: indexAttributes, ...constraintAttributes };

/** Whether a part can stay and become the other one: whatever differs is altered where it stands. */
export function staysInPlace<K extends TablePartKind>(kind: K, comparison: Comparison, before: PartOf[K], after: PartOf[K]): boolean {
  if (samePart[kind](comparison, before as never, after as never)) return true;
  return samePart[kind](comparison, bare(kind, before, after) as never, bare(kind, after, after) as never);
}

/** The operations that make of a standing part another one, where it stays in place. */
export function alterations<K extends TablePartKind>(kind: K, table: string, before: PartOf[K], after: PartOf[K]): readonly Operation[] {
  const value = (part: PartOf[K], key: string) => (part as unknown as Record<string, unknown>)[key] ?? null;
  const changed = (attributes[kind] ?? []).filter((key) => !sameJson(value(before, key), value(after, key)));
  const changes = Object.fromEntries(changed.map((key) => [key, value(after, key)]));
  return [
    ...(changed.length ? [{ kind: kind === "index" ? "alterIndex" : "alterConstraint", table, name: after.name, changes } as Operation] : []),
    ...(becomesValid(before, after) ? [{ kind: "validateConstraint", table, name: after.name } as const] : []),
  ];
}

/** Whether rows that a constraint was told not to look at are to be looked at. */
function becomesValid(before: object, after: object): boolean {
  return "notValid" in before && before.notValid === true && !("notValid" in after && after.notValid);
}

/** The part without all that can be altered. */
function bare<K extends TablePartKind>(kind: K, part: PartOf[K], after: PartOf[K]): PartOf[K] {
  const without: readonly string[] = [...(attributes[kind] ?? []), ...(becomesValid(part, after) ? ["notValid"] : [])];
  return Object.fromEntries(Object.entries(part).filter(([key]) => !without.includes(key))) as unknown as PartOf[K];
}
