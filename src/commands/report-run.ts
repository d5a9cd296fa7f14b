import { formatPlace } from "../base/errors.ts";
import { describeOperation } from "../operations/apply.ts";
import type { PlannedWork } from "../runtime/executor.ts";
import { driftText } from "../runtime/inspect.ts";
import type { RunEvent } from "../runtime/run-events.ts";
import type { Context } from "./context.ts";

/** Tells what a run does in the words of a command: each revision with its place among all of them and its time. */
export function reporterOf(context: Context, planned: readonly PlannedWork[]): (event: RunEvent) => void {
  const started = new Map<string, number>();
  const total = planned.length;
  let position = 0;
  const message = (revision: string) => planned.find(({ work }) => work.revision === revision)?.work.message ?? "";
  const tell: { readonly [K in RunEvent["kind"]]: (event: Extract<RunEvent, { kind: K }>) => void } = {
    started: ({ revision, direction, steps }) => {
      started.set(revision, performance.now());
      context.report({ kind: "revisionStarted", revision, message: message(revision), direction, position: Math.min(++position, total), total, steps });
    },
    step: ({ kind, revision, step, steps, sql, operation }) => context.report({ kind, revision, step, steps, ...(sql !== undefined && { sql }), ...(operation && { operation: describeOperation(operation) }) }),
    blocked: (event) => context.report(event),
    retry: (event) => context.report(event),
    progress: ({ table, done, total: all }) => context.report({ kind: "progress", subject: `rows of ${table}`, done, total: all }),
    drifted: ({ drift, place }) =>
      context.report({ kind: "warning", code: "RUN-051", message: `${driftText(drift)}${place ? ` (${formatPlace(place)})` : ""}`, hint: 'Where the values of the models are meant, say drift: "overwrite" in requiredRows; columns that are the users\' go into ignore.' }),
    finished: ({ revision, direction }) => context.report({ kind: "revisionDone", revision, message: message(revision), direction, milliseconds: performance.now() - (started.get(revision) ?? 0) }),
  };
  return (event) => tell[event.kind](event as never);
}
