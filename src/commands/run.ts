import { GravenError } from "../base/errors.ts";
import { counted } from "../base/text.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { downgradePath, upgradePath } from "../revisions/paths.ts";
import { graphBefore, standingOf, type Standing } from "../revisions/replaced.ts";
import type { PlannedWork } from "../runtime/executor.ts";
import type { Direction } from "../runtime/history.ts";
import type { RevisionWork } from "../runtime/plan.ts";
import { confirmedPath } from "./confirmed.ts";
import type { Context } from "./context.ts";
import { readApplied, readDatabase, withDatabase, withLock, type AppliedRevisions, type OpenDatabase } from "./database.ts";
import { offlineRun } from "./offline-run.ts";
import { openProject, type Project } from "./project.ts";
import { writeReplacements } from "./replaced-run.ts";
import { reporterOf } from "./report-run.ts";
import type { RunOptions, RunResult } from "./run-options.ts";
import { wayBack } from "./take-back.ts";
import { worksOf } from "./works.ts";

export type { RunningOptions, RunOptions, RunResult } from "./run-options.ts";

const defaultTargets = { upgrade: "head", downgrade: "-1" } as const satisfies Record<Direction, string>;
const paths = { upgrade: upgradePath, downgrade: downgradePath } as const;

/** Applies revisions up to a target. */
export const upgrade = (context: Context, options: RunOptions = {}): Promise<RunResult> => run(context, "upgrade", options);

/** Undoes revisions down to a target. */
export const downgrade = (context: Context, options: RunOptions = {}): Promise<RunResult> => run(context, "downgrade", options);

/** Runs revisions up or down to a target; the whole path is read, planned and found sound before the first statement. */
async function run(context: Context, direction: Direction, options: RunOptions): Promise<RunResult> {
  const project = await openProject(context);
  const target = options.target ?? defaultTargets[direction];
  if (options.sql) return offlineRun(context, project, direction, target);
  if (target.includes(":")) throw new GravenError("REV-028", `A range such as "${target}" makes sense with --sql alone.`, { hint: "Without it the database itself says where it stands." });
  const settings = { ...project.config, ...definedOf(options) };
  if (options.dryRun) return readDatabase(context, project.config, (database) => planned(context, project, database, direction, target, options));
  return withDatabase(context, project.config, (database) =>
    withLock(context, database, settings.lockTimeout, async (lock) => {
      const { store } = project;
      const { ensureHistory } = await import("../runtime/history.ts");
      const { runRevisions } = await import("../runtime/executor.ts");
      const { lockTimeout, statementTimeout, lockRetries } = settings;
      const common = { limits: { lockTimeout, statementTimeout }, lockRetries, watch: lock.query, signal: context.signal };
      const before = await readApplied(database, store);
      refuseEdited(context, before, options);
      const rest: PlannedWork[] = [];
      let present = before;
      // A run that was squashed may be part of one that was squashed later.
      for (let next = await restOf(context, project, database, present, present, direction); ; next = await restOf(context, project, database, present, present, direction)) {
        if (next.length) await runRevisions(database.connection, database.dialect, next, { ...common, onEvent: reporterOf(context, next) });
        rest.push(...next);
        if (next.length) present = await readApplied(database, store);
        await writeReplacements(context, store, database, present.collapsed, present.rows);
        if (present.collapsed.length) present = await readApplied(database, store);
        if (!next.length) break;
      }
      const half = await takenUp(context, project, database, present, direction, options);
      const asked = endsThere(direction, options) ? [] : paths[direction](store.graph, target, half?.applied ?? present.applied);
      const path = direction === "upgrade" ? await confirmedPath(context, project, database, asked, half?.applied ?? present.applied, options) : asked;
      if (direction === "upgrade" && project.config.review?.refuseUpgrade) await (await import("./refuse-unreviewed.ts")).refuseUnreviewed(project, path);
      const planned = await plannedWorks(context, project, database, direction, path, half?.applied ?? present.applied, settings.transaction);
      if (!planned.length && !half) return { revisions: rest.map(({ work }) => work.revision), heads: present.heads };
      await ensureHistory(database.connection, database.history);
      const onEvent = reporterOf(context, [...(half?.planned ?? []), ...planned]);
      // What stopped in the middle is ended first, in transactions of its own.
      if (half) await runRevisions(database.connection, database.dialect, half.planned, { ...common, onEvent, ...(settings.transaction === "none" && { transaction: "none" }) });
      await runRevisions(database.connection, database.dialect, planned, { ...common, onEvent, transaction: settings.transaction });
      const after = await readApplied(database, store);
      return { revisions: [...rest.map(({ work }) => work.revision), ...(half ? [half.revision] : []), ...path], heads: after.heads };
    }),
  );
}

/** What a run would do, without its lock, as nothing is changed. */
async function planned(context: Context, project: Project, database: OpenDatabase, direction: Direction, target: string, options: RunOptions): Promise<RunResult> {
  const present = await readApplied(database, project.store);
  refuseEdited(context, present, options);
  const rest: PlannedWork[] = [];
  let standing: Standing = present;
  for (let next = await restOf(context, project, database, present, standing, direction); next.length; next = await restOf(context, project, database, present, standing, direction)) {
    rest.push(...next);
    standing = standingOf(project.store.replaced, new Set([...standing.applied, ...next.map(({ work }) => work.revision)]));
  }
  const half = await takenUp(context, project, database, present, direction, options);
  const applied = half?.applied ?? standing.applied;
  const asked = endsThere(direction, options) ? [] : paths[direction](project.store.graph, target, applied);
  const path = direction === "upgrade" ? await confirmedPath(context, project, database, asked, applied, options) : asked;
  const works = await plannedWorks(context, project, database, direction, path, applied, options.transaction ?? project.config.transaction);
  const { dryRun } = await import("./dry-run.ts");
  return { revisions: [], heads: present.heads, plan: await dryRun(database, [...rest, ...(half?.planned ?? []), ...works]) };
}

/** What is left of a run that was replaced while this database stood within it; on the way up it is ended first. */
async function restOf(context: Context, { store }: Project, database: OpenDatabase, { halfApplied }: AppliedRevisions, standing: Standing, direction: Direction): Promise<readonly PlannedWork[]> {
  const { within } = standing;
  if (!within || halfApplied) return [];
  if (direction === "downgrade") throw new GravenError("REV-037", `The database stands within the revisions that "${within.revision}" replaces, and cannot go down from there.`, { hint: "End them first: gen upgrade." });
  const { restOfRun } = await import("./replaced-run.ts");
  return restOfRun(context, store, database, standing);
}

/** The plans of a path, made before anything runs. In one transaction, a plan knows what follows it. */
async function plannedWorks(context: Context, { store }: Project, database: OpenDatabase, direction: Direction, path: readonly string[], applied: ReadonlySet<string>, transaction: RunOptions["transaction"]): Promise<readonly PlannedWork[]> {
  const works = await worksOf(context, store, path, direction, applied, database.history);
  if (!works.length) return [];
  const { planRevisions } = await import("../runtime/plan.ts");
  const later = (at: number) => works.slice(at + 1).flatMap((work) => work.operations.map(({ operation }) => operation));
  const plans = planRevisions(database.dialect, works, (at) => (transaction === "run" ? { later: later(at) } : {}));
  return works.map((work, at) => ({ work, plan: plans[at]! }));
}

/** Whether nothing but a revision that stopped in the middle is to be ended: a second `gen downgrade --resume` must not undo one more. */
function endsThere(direction: Direction, { resume, target }: RunOptions): boolean {
  return direction === "downgrade" && resume === true && target === undefined;
}

/** A revision that stopped in the middle, on its way to an end. */
interface TakenUp {
  readonly revision: string;
  readonly planned: readonly PlannedWork[];
  /** What is applied once it has ended. */
  readonly applied: ReadonlySet<string>;
}

/** What ends the revision that stopped in the middle, when one did. Throws RUN-035 where nobody has said how it shall end. */
async function takenUp(context: Context, { store }: Project, database: OpenDatabase, present: AppliedRevisions, direction: Direction, options: RunOptions): Promise<TakenUp | undefined> {
  const { halfApplied: row } = present;
  if (!row) return undefined;
  const { isTakenBack } = await import("../runtime/history.ts");
  const back = isTakenBack(row);
  if (!options.resume) throw stoppedBefore(row.revision, `stopped in the middle of ${back ? "being taken back" : `its ${row.direction}`}: ${row.stepsDone} of ${counted(row.stepsTotal, "step")} are done`, back ? `Go on with it: gen ${row.direction} --resume.` : choices(row.direction));
  if (back && row.direction !== direction) throw stoppedBefore(row.revision, `stopped in the middle of being taken back: ${row.stepsDone} of ${counted(row.stepsTotal, "step")} are done`, `End that first: gen ${row.direction} --resume.`);
  const started: Direction = back ? opposite[row.direction] : row.direction;
  // While it goes up it is not applied yet, and while it goes down it still is.
  // It may be one of a run that another revision stands for by now.
  const replacement = store.graph.replacedBy?.get(row.revision);
  const source = replacement === undefined ? store : { ...store, graph: graphBefore(store.replaced, replacement) };
  const [work] = await worksOf(context, source, [row.revision], started, present.applied, database.history);
  const planned = started === direction ? [await resumed(database.dialect, work!, row.stepsDone, row.error === null)] : planOf(await wayBack(database.dialect, work!, row));
  const applied = new Set(present.applied);
  if (direction === "upgrade") applied.add(row.revision);
  else applied.delete(row.revision);
  return { revision: row.revision, planned, applied };
}

const opposite = { upgrade: "downgrade", downgrade: "upgrade" } as const satisfies Record<Direction, Direction>;

async function resumed(dialect: Dialect, work: RevisionWork, resumeFrom: number, cutOff: boolean): Promise<PlannedWork> {
  const { planRevision } = await import("../runtime/plan.ts");
  return { work, plan: planRevision(dialect, work), resumeFrom, cutOff };
}

function planOf({ rest, back }: Awaited<ReturnType<typeof wayBack>>): readonly PlannedWork[] {
  return rest ? [rest, back] : [back];
}

function choices(direction: Direction): string {
  return direction === "upgrade" ? "Go on with `gen upgrade --resume`, or undo what was done with `gen downgrade --resume`." : "Go on with `gen downgrade --resume`, or bring back what was undone with `gen upgrade --resume`.";
}

function stoppedBefore(revision: string, how: string, hint: string): GravenError {
  return new GravenError("RUN-035", `Revision "${revision}" ${how}.`, { hint });
}

function refuseEdited(context: Context, { edited }: AppliedRevisions, { allowEdited }: RunOptions): void {
  const [first] = edited;
  if (first === undefined) return;
  const message = edited.length === 1 ? `Revision "${first}" was edited after it was applied: this database holds what it did then.` : `${edited.length} revisions were edited after they were applied: ${edited.join(", ")}. This database holds what they did then.`;
  if (!allowEdited) throw new GravenError("RUN-050", message, { hint: "Undo the edit and put the change into a new revision, or run on all the same with --allow-edited." });
  context.report({ kind: "warning", code: "RUN-050", message });
}

/** The options that were given, so that those of the config stand where none was. */
function definedOf({ lockTimeout, statementTimeout, lockRetries, transaction }: RunOptions): RunOptions {
  return Object.fromEntries(Object.entries({ lockTimeout, statementTimeout, lockRetries, transaction }).filter(([, value]) => value !== undefined));
}
