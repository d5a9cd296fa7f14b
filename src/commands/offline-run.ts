import { GravenError } from "../base/errors.ts";
import { downgradePath, upgradePath } from "../revisions/paths.ts";
import type { Direction } from "../runtime/history.ts";
import type { Context } from "./context.ts";
import { enterSchemaSql } from "./database.ts";
import type { Project } from "./project.ts";
import type { RunResult } from "./run-options.ts";
import { worksOf } from "./works.ts";

const paths = { upgrade: upgradePath, downgrade: downgradePath } as const;

/** The SQL of a run, from one revision to another; no database is asked. */
export async function offlineRun(context: Context, project: Project, direction: Direction, target: string): Promise<RunResult> {
  const { store, config, dialect } = project;
  const [{ historyOf }, { printHistory, printRevision }, { planRevisions }] = await Promise.all([import("../runtime/history.ts"), import("../runtime/offline.ts"), import("../runtime/plan.ts")]);
  const [from, to] = rangeOf(target, direction);
  const applied = new Set(from === undefined ? [] : upgradePath(store.graph, from, new Set()));
  const path = paths[direction](store.graph, to, applied);
  const history = historyOf(dialect, config.historyTable);
  const works = await worksOf(context, store, path, direction, applied, history);
  const plans = planRevisions(dialect, works);
  const isFirst = direction === "upgrade" && !applied.size;
  const head = [...enterSchemaSql(dialect, context.schema, isFirst), ...(isFirst ? [printHistory(dialect, history)] : [])];
  return { revisions: path, heads: [], sql: [...head, ...works.map((work, at) => printRevision(dialect, work, plans[at]))].join("\n") };
}

/** `a:b` as where to start and where to end. Going down there must be a start, as no database says it. */
function rangeOf(target: string, direction: Direction): [string | undefined, string] {
  const at = target.indexOf(":");
  if (at < 0) {
    if (direction === "upgrade") return [undefined, target];
    throw new GravenError("REV-028", "`gen downgrade --sql` needs to know where it starts.", { hint: "Name both ends, as in: gen downgrade head:base --sql" });
  }
  const from = target.slice(0, at);
  return [from === "" || from === "base" ? undefined : from, target.slice(at + 1) || (direction === "upgrade" ? "head" : "-1")];
}
