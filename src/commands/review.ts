import { isAbsolute, resolve } from "node:path";
import { GravenError, messageOf } from "../base/errors.ts";
import { readAllowances } from "../checks/allowances.ts";
import { branchConflicts } from "../checks/branch-conflicts.ts";
import { ownCodes } from "../checks/own-codes.ts";
import { reaches, reviewRevision, type Finding, type RevisionInput, type RevisionReview, type ReviewSettings } from "../checks/review.ts";
import { scriptInput } from "../checks/script-input.ts";
import { emptySchema, type Schema } from "../schema/types.ts";
import { ancestorsOf, findRevision, parentsOf } from "../revisions/graph.ts";
import { schemaAt, type RevisionStore } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import { openProject, type Project } from "./project.ts";
import { recordRevision } from "./record.ts";
import { selectRevisions, type Selection } from "./review-select.ts";
import { importReviewers, reviewDialects, reviewSettings } from "./review-settings.ts";

export type { RevisionReview } from "../checks/review.ts";
export type FailOn = "error" | "warn" | "info" | "never";

export interface ReviewOptions extends Selection {
  /** `all`, or names of databases; the project's own where nothing is said. */
  readonly dialect?: string | undefined;
  /** Ask the database for rows, sizes and what would fail. Read only. */
  readonly database?: boolean | undefined;
  readonly failOn?: FailOn | undefined;
}

export interface ReviewResult {
  readonly revisions: readonly RevisionReview[];
  readonly findings: readonly Finding[];
  /** What the review could not do. */
  readonly notes: readonly string[];
  /** Whether findings reach `failOn`. */
  readonly failed: boolean;
}

/** Reviews revisions, or a file of plain SQL: what they change, lock and lose, and how to do it more safely. Changes nothing. */
export async function review(context: Context, options: ReviewOptions = {}): Promise<ReviewResult> {
  await importReviewers();
  const project = await openProject(context);
  const settings = await reviewSettings(project.config, await reviewDialects(project.dialect, options.dialect));
  const notes: string[] = [];
  let reviews = options.target?.endsWith(".sql") ? [await reviewSqlFile(context, project, settings, options.target)] : await reviewRevisions(context, project, settings, options);
  if (options.database) {
    try {
      const { askDatabase } = await import("./review-database.ts");
      reviews = await askDatabase(context, project, reviews);
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      notes.push(`The database was not asked: ${messageOf(error)}`);
    }
  }
  if (!reviews.length) notes.push("There is nothing to review.");
  const findings = reviews.flatMap((each) => each.findings);
  return { revisions: reviews, findings, notes, failed: reaches(findings, options.failOn ?? "error") };
}

async function reviewRevisions(context: Context, project: Project, settings: ReviewSettings, options: ReviewOptions): Promise<RevisionReview[]> {
  const ids = await selectRevisions(context, project.config, project.store, options);
  const reviews: RevisionReview[] = [];
  for (const [at, id] of ids.entries()) {
    if (ids.length > 20 && at % 20 === 0) context.report({ kind: "progress", subject: "revisions reviewed", done: at, total: ids.length });
    reviews.push(await reviewOne(project, settings, id));
  }
  return reviews;
}

/** Reviews one revision of the project. */
export async function reviewOne(project: Project, settings: ReviewSettings, id: string): Promise<RevisionReview> {
  const { store } = project;
  const input = await inputOf(store, id);
  const reviewed = reviewRevision(input, settings);
  const others = [...(await frozen(project, id, settings)), ...(await conflicts(store, id, input, settings))];
  return others.length ? { ...reviewed, findings: [...others, ...reviewed.findings] } : reviewed;
}

async function inputOf(store: RevisionStore, id: string): Promise<RevisionInput> {
  const { file, message } = findRevision(store.graph, id);
  const { placeOfOperation } = await import("../runtime/recorder.ts");
  const [{ schema }, operations] = await Promise.all([schemaAt(store, parentsOf(store.graph, id)), recordRevision(store, id, "upgrade")]);
  let downgrade: RevisionInput["downgrade"];
  let hasDowngrade = true;
  try {
    downgrade = (await recordRevision(store, id, "downgrade")).map(({ operation }) => operation);
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    // A revision without a downgrade is a finding; one whose downgrade cannot be read is told with its own words.
    if (error.code !== "RUN-021") throw error;
    hasDowngrade = false;
  }
  const source = store.sources.get(id) ?? "";
  return { revision: id, message, file, operations, placeOf: placeOfOperation, before: schema, downgrade, hasDowngrade, allowances: source.includes("graven-allow") ? readAllowances(source, "typescript") : [] };
}

async function frozen(project: Project, id: string, { on }: ReviewSettings): Promise<Finding[]> {
  const { frozenFindings } = await import("./check-frozen.ts");
  const { store } = project;
  const found = await frozenFindings(project, [id]);
  return found.map(({ message, place, hint }) => {
    const [, file, line, column] = /^(.*?):(\d+):(\d+)$/.exec(place ?? "") ?? [];
    return { code: ownCodes.notFrozen, severity: "error", message, why: hint ?? "A revision must do the same on every day and machine.", place: file === undefined ? { file: findRevision(store.graph, id).file } : { file, line: Number(line), column: Number(column) }, dialects: on.map(({ dialect }) => dialect.name) };
  });
}

/** What other branches of the history, which this revision does not build on, do to the same things. */
async function conflicts(store: RevisionStore, id: string, input: RevisionInput, { on }: ReviewSettings): Promise<Finding[]> {
  const { graph } = store;
  if (graph.heads.length < 2) return [];
  const own = new Set(ancestorsOf(graph, [id]));
  const later = new Set([id]);
  for (const other of graph.order) if (parentsOf(graph, other).some((parent) => later.has(parent))) later.add(other);
  const beside = graph.order.filter((other) => !own.has(other) && !later.has(other));
  const found: Finding[] = [];
  for (const other of beside) {
    const theirs = await recordRevision(store, other, "upgrade");
    for (const { message, index } of branchConflicts(input.operations.map(({ operation }) => operation), theirs.map(({ operation }) => operation), other)) {
      const place = input.operations[index]?.place;
      found.push({ code: ownCodes.branchConflict, severity: "error", message, why: "Whichever is applied second fails, or undoes the first in silence. Merge the branches (`gen merge`) and settle it in the later one.", operation: index, ...(place && { place }), dialects: on.map(({ dialect }) => dialect.name) });
    }
  }
  return found;
}

/** A file of plain SQL, on the schema of the project's head, or on none where the project has no revision. */
async function reviewSqlFile(context: Context, project: Project, settings: ReviewSettings, target: string): Promise<RevisionReview> {
  const file = isAbsolute(target) ? target : resolve(context.folder, target);
  const text = await context.files.read(file);
  if (text === undefined) throw new GravenError("RVW-005", `There is no file ${target}.`, { hint: "Name a file of SQL, or a revision." });
  const { graph } = project.store;
  const before: Schema = graph.heads.length ? (await schemaAt(project.store, graph.heads)).schema : emptySchema;
  const input = scriptInput({ name: target, text, file, before }, settings);
  if (!input.operations.length) throw new GravenError("RVW-003", `The file ${target} holds no statement.`, { place: { file } });
  return reviewRevision(input, settings);
}
