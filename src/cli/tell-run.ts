import type { RunResult } from "../commands/run.ts";
import type { PlannedRevision } from "../commands/dry-run.ts";
import type { Terminal } from "./terminal.ts";

/** Tells how a run ended. */
export function tellRun(terminal: Terminal, direction: "upgrade" | "downgrade", { revisions, heads, sql, plan }: RunResult): void {
  if (terminal.json) return terminal.data(JSON.stringify({ ok: true, revisions, heads, ...(sql !== undefined && { sql }), ...(plan && { plan }) }));
  if (sql !== undefined) return terminal.data(sql.trimEnd());
  const stands = heads.length ? heads.join(", ") : "base";
  if (plan) return tellPlan(terminal, plan, `Nothing was run. The database stands at ${stands}.`);
  terminal.talk(revisions.length ? `The database stands at ${stands}.` : `Nothing to ${direction}: the database stands at ${stands}.`);
}

/** Tells what a run would do, and what stands below it. */
export function tellPlan({ data, talk, paint }: Terminal, plan: readonly PlannedRevision[], end: string): void {
  const colours = { low: paint.green, medium: paint.yellow, high: paint.red } as const;
  for (const { revision, message, direction, steps } of plan) {
    data(`${direction === "upgrade" ? "up  " : "down"} ${paint.bold(revision)}${message ? `  ${message}` : ""}`);
    for (const { operation, sql, apart, locks, blocks, risk, reason, rows } of steps) {
      const facts = [locks.map(({ table, mode }) => `${mode}${table === "*" ? "" : ` on ${table}`}`).join(", ") || "no lock", blocks === "nothing" ? "" : `${blocks} wait`, ...Object.entries(rows).map(([table, count]) => `about ${count} ${count === 1 ? "row" : "rows"} in ${table}`), apart ? "outside the transaction" : ""].filter(Boolean).join("; ");
      data(`  ${operation}  ${colours[risk](`${risk} risk`)}${paint.dim(` (${facts})`)}${reason === undefined ? "" : `\n    ${reason}`}`);
      for (const text of sql) data(text.split("\n").map((line) => `    ${line}`).join("\n"));
    }
    if (!steps.length) data("  nothing but its row in the history");
  }
  talk(end);
}
