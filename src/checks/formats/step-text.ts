import type { Effects } from "../../dialects/effects.ts";
import type { OperationReview, StepReview } from "../review.ts";

/** `ACCESS EXCLUSIVE on users: keeps reads and writes out`. */
export function lockText({ locks, algorithm }: Effects): string {
  const parts = locks.map(({ table, mode, blocks }) => {
    const where = table === "*" ? "the whole database" : table;
    if (algorithm !== undefined && blocks === "nothing") return `${algorithm} on ${where}: others go on reading and writing`;
    return `${algorithm === undefined ? "" : `${algorithm}, `}${mode} on ${where}: ${waits[blocks]}`;
  });
  return parts.length ? parts.join("; ") : "no lock that anybody waits for";
}

const waits = {
  nothing: "nobody waits",
  "schema changes": "other changes of the table wait",
  "the same rows": "writers of the same rows wait",
  writes: "writers wait",
  "reads and writes": "everybody waits",
} as const;

/** `reads all of users`. */
export function workText({ work }: Effects): string {
  const verbs = { scan: "reads all of", "index build": "builds an index over", rewrite: "writes anew all of" } as const;
  return work.length ? work.map(({ table, kind }) => `${verbs[kind]} ${table}`).join(", ") : "neither reads nor rewrites a table";
}

export function stepFacts(step: StepReview): readonly string[] {
  return [
    ...(step.effects.known ? [] : ["what it does cannot be told from its words"]),
    lockText(step.effects),
    workText(step.effects),
    step.transaction ? "in the revision's transaction" : "outside of the transaction",
    ...(step.estimate === undefined ? [] : [step.estimate]),
  ];
}

export function reversibleText({ reversible }: Pick<OperationReview, "reversible">): string {
  return reversible.whole ? "has a way back" : reversible.reason === undefined ? "has no way back" : `way back: ${reversible.reason}`;
}
