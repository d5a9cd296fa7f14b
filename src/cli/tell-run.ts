import type { RunResult } from "../commands/run.ts";
import type { Terminal } from "./terminal.ts";

/** Tells how a run ended. */
export function tellRun(terminal: Terminal, direction: "upgrade" | "downgrade", { revisions, heads, sql }: RunResult): void {
  if (terminal.json) return terminal.data(JSON.stringify({ ok: true, revisions, heads, ...(sql !== undefined && { sql }) }));
  if (sql !== undefined) return terminal.data(sql.trimEnd());
  const stands = heads.length ? heads.join(", ") : "base";
  terminal.talk(revisions.length ? `The database stands at ${stands}.` : `Nothing to ${direction}: the database stands at ${stands}.`);
}
