import type { Check, DatabaseObjectOf } from "../../../schema/types.ts";
import { sameExpression } from "../expression.ts";

type Domain = DatabaseObjectOf<"domain">;

/** The checks that stay, each with the one that it was; under a new name where one asks the same and nothing else has its name. */
export function keptChecks(before: Domain, after: Domain): ReadonlyMap<Check, Check> {
  const same = (a: Check, b: Check) => (a.sql === b.sql || sameExpression(a.sql, b.sql)) && (a.notValid === b.notValid || (a.notValid === true && !b.notValid));
  const [present, next] = [before.checks ?? [], after.checks ?? []];
  const kept = new Map<Check, Check>();
  for (const check of next) {
    const standing = present.find(({ name }) => name === check.name);
    if (standing && same(standing, check)) kept.set(check, standing);
  }
  for (const check of next) {
    if (present.some(({ name }) => name === check.name)) continue;
    const gone = present.find((each) => !next.some(({ name }) => name === each.name) && ![...kept.values()].includes(each) && same(each, check));
    if (gone) kept.set(check, gone);
  }
  return kept;
}
