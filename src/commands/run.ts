import { formatPlace, GravenError } from "../base/errors.ts";
import { counted } from "../base/text.ts";
import { version } from "../base/version.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { applyOperation } from "../operations/apply.ts";
import { findRevision, parentsOf } from "../revisions/graph.ts";
import { downgradePath, upgradePath } from "../revisions/paths.ts";
import { currentHeads } from "../revisions/resolve.ts";
import { checksumOf, findSnapshot, schemaAt, type RevisionStore } from "../revisions/store.ts";
import type { Direction, History } from "../runtime/history.ts";
import type { RunEvent } from "../runtime/executor.ts";
import { driftText } from "../runtime/inspect.ts";
import type { RevisionWork } from "../runtime/plan.ts";
import { draftOf } from "../schema/edit.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { readApplied, withDatabase, withLock, type AppliedRevisions } from "./database.ts";
import { openProject, type Project } from "./project.ts";
import { recordRevision, refuseUndecided } from "./record.ts";
import { isStale } from "./snapshot.ts";

export interface RunOptions {
  /** `head` for upgrades and `-1` for downgrades, when absent. */
  readonly target?: string | undefined;
  /** Give the SQL, and run nothing. */
  readonly sql?: boolean | undefined;
}

export interface RunResult {
  /** What ran, in order. */
  readonly revisions: readonly string[];
  /** Where the database stands now. */
  readonly heads: readonly string[];
  /** With `sql`: the script. */
  readonly sql?: string;
}

const defaultTargets = { upgrade: "head", downgrade: "-1" } as const satisfies Record<Direction, string>;
const paths = { upgrade: upgradePath, downgrade: downgradePath } as const;

/** Runs revisions up or down to a target; the whole path is read and found sound before the first statement. */
async function run(context: Context, direction: Direction, options: RunOptions): Promise<RunResult> {
  const project = await openProject(context);
  const target = options.target ?? defaultTargets[direction];
  if (options.sql) return offline(context, project, direction, target);
  if (target.includes(":")) throw new GravenError("REV-028", `A range such as "${target}" makes sense with --sql alone.`, { hint: "Without it the database itself says where it stands." });
  return withDatabase(context, project.config, async (database) =>
    withLock(database, async () => {
      const { ensureHistory } = await import("../runtime/history.ts");
      const present = await readApplied(database, project.store);
      const path = paths[direction](project.store.graph, target, present.applied);
      const resumeFrom = resumePoint(present, path, direction);
      reportEdited(context, present);
      if (!path.length) return { revisions: [], heads: present.heads };
      if (direction === "upgrade" && project.config.review?.refuseUpgrade) await refuseUnreviewed(project, path);
      const works = await prepare(context, project.store, path, direction, present.applied, database.history);
      await ensureHistory(database.connection, database.history);
      const { runRevision } = await import("../runtime/executor.ts");
      for (const [index, work] of works.entries()) {
        const report = { revision: work.revision, message: work.message ?? "", direction };
        context.report({ kind: "revisionStarted", ...report, position: index + 1, total: works.length });
        const started = performance.now();
        await runRevision(database.connection, database.dialect, { ...work, signal: context.signal, onEvent: (event) => reportEvent(context, event), ...(index === 0 && resumeFrom !== undefined && { resumeFrom }) });
        context.report({ kind: "revisionDone", ...report, milliseconds: performance.now() - started });
      }
      const after = await readApplied(database, project.store);
      return { revisions: path, heads: after.heads };
    }),
  );
}

/** Refuses a path on which a review finds errors that no comment allows (RVW-006), before the first statement. */
async function refuseUnreviewed(project: Project, path: readonly string[]): Promise<void> {
  const [{ reviewOne }, { reviewSettings }] = await Promise.all([import("./review.ts"), import("./review-settings.ts")]);
  const settings = await reviewSettings(project.config, [project.dialect]);
  for (const id of path) {
    const errors = (await reviewOne(project, settings, id)).findings.filter(({ severity, allowed }) => severity === "error" && allowed === undefined);
    const [first] = errors;
    if (!first) continue;
    throw new GravenError("RVW-006", `Revision "${id}" has ${counted(errors.length, "error")} that nobody has allowed: ${first.code}: ${first.message}`, {
      place: first.place,
      hint: `\`gen review ${id}\` shows ${errors.length > 1 ? "them" : "it"}. Do it another way, or allow it in place: // graven-allow ${first.code}: why. Nothing was run.`,
    });
  }
}

/** Applies revisions up to a target. */
export const upgrade = (context: Context, options: RunOptions = {}): Promise<RunResult> => run(context, "upgrade", options);

/** Undoes revisions down to a target. */
export const downgrade = (context: Context, options: RunOptions = {}): Promise<RunResult> => run(context, "downgrade", options);

function reportEvent(context: Context, event: RunEvent): void {
  if (event.kind === "progress") context.report({ kind: "progress", subject: `rows of ${event.table}`, done: event.done, total: event.total });
  if (event.kind !== "drifted") return;
  const where = event.place ? ` (${formatPlace(event.place)})` : "";
  context.report({ kind: "warning", code: "RUN-051", message: `${driftText(event.drift)}${where}`, hint: "Where the values of the models are meant, say drift: \"overwrite\" in requiredRows; columns that are the users' go into ignore." });
}

/** Reads every revision of a path and says what it does to the schema that the ones before leave. */
async function prepare(context: Context, store: RevisionStore, path: readonly string[], direction: Direction, applied: ReadonlySet<string>, history: History): Promise<RevisionWork[]> {
  const works: RevisionWork[] = [];
  const folded = await schemaAt(store, currentHeads(store.graph, applied));
  await reportStale(context, store, [...folded.stale, ...(direction === "upgrade" ? await staleOf(store, path) : [])]);
  let before: Schema = folded.schema;
  for (const id of path) {
    const operations = await recordRevision(store, id, direction);
    refuseUndecided(id, operations);
    const { file, message } = findRevision(store.graph, id);
    works.push({ revision: id, path: file, message, direction, operations, before, history, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), toolVersion: version, now: context.now });
    const draft = draftOf(before);
    for (const { operation, place } of operations) {
      try {
        applyOperation(draft, operation);
      } catch (error) {
        if (!(error instanceof GravenError)) throw error;
        throw new GravenError(error.code, `Revision "${id}": ${error.message}`, { place, hint: error.hint, cause: error });
      }
    }
    before = draft;
  }
  return works;
}

async function offline(context: Context, project: Project, direction: Direction, target: string): Promise<RunResult> {
  const { store, config, dialect } = project;
  const [{ historyOf }, { printHistory, printRevision }] = await Promise.all([import("../runtime/history.ts"), import("../runtime/offline.ts")]);
  const [from, to] = rangeOf(target, direction);
  const applied = new Set(from === undefined ? [] : upgradePath(store.graph, from, new Set()));
  const path = paths[direction](store.graph, to, applied);
  const history = historyOf(dialect, config.historyTable);
  const works = await prepare(context, store, path, direction, applied, history);
  const head = direction === "upgrade" && !applied.size ? [printHistory(dialect, history)] : [];
  return { revisions: path, heads: [], sql: [...head, ...works.map((work) => printRevision(dialect as Dialect, work))].join("\n") };
}

/** `a:b` as where to start and where to end. Going down there must be a start, as no database says it. */
function rangeOf(target: string, direction: Direction): [string | undefined, string] {
  const at = target.indexOf(":");
  if (at < 0) {
    if (direction === "upgrade") return [undefined, target];
    throw new GravenError("REV-028", "`gen downgrade --sql` needs to know where it starts.", { hint: "Name both ends, as in: gen downgrade head:base --sql" });
  }
  const from = target.slice(0, at);
  return [from === "" || from === "base" ? undefined : from, target.slice(at + 1) || defaultTargets[direction]];
}

/** Where a run goes on that stopped in the middle. Throws RUN-035 when it must be ended in the other direction first. */
function resumePoint({ halfApplied }: AppliedRevisions, path: readonly string[], direction: Direction): number | undefined {
  if (!halfApplied) return undefined;
  const { revision, stepsDone, stepsTotal } = halfApplied;
  if (halfApplied.direction === direction && path[0] === revision) return stepsDone;
  throw new GravenError("RUN-035", `Revision "${revision}" stopped in the middle of its ${halfApplied.direction}: ${stepsDone} of ${stepsTotal} steps are done.`, {
    hint: `End it first: gen ${halfApplied.direction}${halfApplied.direction === "upgrade" ? ` ${revision}` : ""}.`,
  });
}

function reportEdited(context: Context, { edited }: AppliedRevisions): void {
  for (const revision of edited) {
    context.report({ kind: "warning", code: "RUN-050", message: `Revision "${revision}" was edited after it was applied: this database holds what it did then.`, hint: "Put the change into a new revision." });
  }
}

async function staleOf(store: RevisionStore, path: readonly string[]): Promise<string[]> {
  const snapshots = await Promise.all(path.map((id) => findSnapshot(store, id)));
  return path.filter((id, index) => snapshots[index] && isStale(store, id, snapshots[index]));
}

async function reportStale(context: Context, store: RevisionStore, stale: readonly string[]): Promise<void> {
  for (const id of stale) {
    context.report({ kind: "warning", code: "SNP-004", message: `The snapshot of revision "${id}" is older than its file ${findRevision(store.graph, id).file}.`, hint: `Run \`gen snapshot ${id}\`.` });
  }
}
