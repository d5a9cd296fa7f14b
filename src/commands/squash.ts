import { basename, dirname } from "node:path";
import type { AnnotatedOperation, RevisionSource } from "../codegen/source.ts";
import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { downgradeOf } from "../diff/downgrade.ts";
import { applyOperations, describeOperation } from "../operations/apply.ts";
import { isGroup, isRowOperation, type Operation } from "../operations/index.ts";
import { reduceOperations } from "../operations/reduce.ts";
import { sourceChecksum } from "../revisions/checksum.ts";
import { findRevision, parentsOf, type RevisionGraph } from "../revisions/graph.ts";
import { parseRange } from "../revisions/identifier.ts";
import { oneRevision, resolveRange } from "../revisions/resolve.ts";
import { snapshotOf, snapshotText } from "../revisions/snapshot.ts";
import { readSnapshot, replacedFolder, revisionPath, schemaAt, snapshotFile, snapshotPath } from "../revisions/store.ts";
import type { RecordedOperation } from "../runtime/recorder.ts";
import type { Schema } from "../schema/types.ts";
import { byTemplate } from "./by-template.ts";
import type { Context } from "./context.ts";
import { idOfNew } from "./parents.ts";
import { openProject } from "./project.ts";
import { recordRevision } from "./record.ts";
import { afterWriting } from "./write-revision.ts";

export interface SquashOptions {
  /** `from:to`, both ends included. */
  readonly range: string;
  readonly message?: string | undefined;
  readonly revisionId?: string | undefined;
  /** Functions (`op.run`) of these revisions are left out, as every database is past them; without it each becomes an `op.todo`. */
  readonly leaveOut?: readonly string[] | undefined;
}

export interface SquashResult {
  readonly revision: string;
  readonly file: string;
  readonly replaces: readonly string[];
  /** What a person must still write by hand, as the file says with `op.todo`. */
  readonly open: readonly string[];
}

/**
 * Puts one revision in the place of a run of them. The old files go to a folder beside it, as a database that stands within the run
 * still needs them. Throws SQS-001 for what is no run, SQS-002 where a branch or a dependency holds on to the middle of it.
 */
export async function squash(context: Context, options: SquashOptions): Promise<SquashResult> {
  const { config, store, dialect } = await openProject(context);
  const run = runOf(store.graph, options.range);
  const id = idOfNew(context, store, options.revisionId);
  const first = findRevision(store.graph, run[0]!);
  const { schema: before } = await schemaAt(store, parentsOf(store.graph, first.revision));
  const ups = await Promise.all(run.map(async (each) => ({ id: each, recorded: await recordRevision(store, each, "upgrade") })));
  const open: string[] = [];
  const operations = ups.flatMap(({ id: from, recorded }) => recorded.flatMap((each) => carried(from, each, options, open, dialect.compile)));
  const reduced = reduceOperations(operations, before);
  const after = applyOperations(before, operations);
  const downs = await wayBack(store, run, reduced, before, options, open, dialect);
  const message = options.message ?? `squash ${run[0]} to ${run.at(-1)}`;
  const file = revisionPath(dirname(first.file), id, message);
  const branchLabels = run.flatMap((each) => findRevision(store.graph, each).branchLabels);
  const dependsOn = [...new Set(run.flatMap((each) => findRevision(store.graph, each).dependsOn))].filter((each) => !run.includes(store.graph.labels.get(each) ?? each));
  const { writeRevision } = await import("../codegen/index.ts");
  const source: RevisionSource = {
    message,
    revision: id,
    downRevision: first.downRevisions.length > 1 ? first.downRevisions : (first.downRevisions[0] ?? null),
    branchLabels,
    dependsOn,
    created: context.now(),
    upgrade: annotated(reduced),
    downgrade: annotated(downs),
    before,
    after,
  };
  const written = await byTemplate(context, config, file, (format) => writeRevision(source, format));
  const text = withReplaces(written, run);
  const root = store.roots.get(first.revision)!;
  const moved = await Promise.all(
    run.map(async (each) => {
      const { file: from } = findRevision(store.graph, each);
      const folder = `${root}/${replacedFolder}`;
      return { from, snapshot: snapshotFile(store, each), files: [{ path: `${folder}/${basename(from)}`, text: store.sources.get(each)! }, { path: snapshotPath(folder, each), text: snapshotText(await readSnapshot(store, each)) }] };
    }),
  );
  const snapshotTextOf = (from: string) => snapshotText(snapshotOf({ revision: id, parents: parentsOf(store.graph, first.revision), source: sourceChecksum(from) }, before, after));
  await context.files.writeAll([{ path: file, text }, { path: snapshotPath(root, id), text: snapshotTextOf(text) }, ...moved.flatMap(({ files }) => files)]);
  await context.files.remove?.(moved.flatMap(({ from, snapshot }) => [from, snapshot]));
  await afterWriting(context, { config }, [{ id, file, text, snapshot: snapshotPath(root, id), snapshotText: snapshotTextOf }]);
  context.report({ kind: "wrote", file });
  context.report({ kind: "note", message: `The ${run.length} files that it replaces are in ${replacedFolder}/ now.`, hint: "Remove them once no database stands before the last of them." });
  return { revision: id, file, replaces: run, open };
}

/** The revisions of a range that follow one another, with nothing else holding on to the middle of them. */
function runOf(graph: RevisionGraph, range: string): readonly string[] {
  const [start, end] = parseRange(range);
  const to = oneRevision(graph, end ?? "head");
  const run = resolveRange(graph, `${start ?? graph.bases[0] ?? "base"}:${to}`);
  if (run.length < 2) throw new GravenError("SQS-001", `"${range}" holds ${run.length === 1 ? "one revision" : "no revision"}, and there is nothing to squash.`, { hint: "Name the first and the last of a run, as in: gen squash 384c:27c6" });
  for (const [at, id] of run.entries()) {
    const { downRevisions } = findRevision(graph, id);
    if (at > 0 && (downRevisions.length !== 1 || downRevisions[0] !== run[at - 1])) throw new GravenError("SQS-001", `The revisions of "${range}" do not follow one another: "${id}" builds on ${quotedList(downRevisions, "and") || "nothing"}.`, { hint: "Squash a run without branches and merges." });
    const others = id === to ? [] : (graph.neededBy.get(id) ?? []).filter((next) => next !== run[at + 1]);
    if (others.length) throw new GravenError("SQS-002", `"${id}" lies within the run, and ${quotedList(others, "and")} ${others.length === 1 ? "builds" : "build"} on it.`, { hint: `Squash up to "${id}" at most, or from the revision after it.` });
  }
  return run;
}

/** What of an operation a file can hold: queries become SQL, and a function becomes a question to its author. */
function carried(id: string, { operation, place }: RecordedOperation, options: SquashOptions, open: string[], compile: (query: never) => string): readonly Operation[] {
  if (operation.kind === "execute") return operation.statements.map((statement): Operation => ({ kind: "execute", statements: ["sql" in statement ? statement : { sql: compile(statement.query as never) }], ...(operation.schema && { schema: operation.schema }) })).map((each, at) => (at > 0 && each.kind === "execute" ? { kind: each.kind, statements: each.statements } : each));
  if (isGroup(operation)) return [{ ...operation, operations: operation.operations.flatMap((inner) => carried(id, { operation: inner, place }, options, open, compile)) }];
  if (operation.kind !== "run") return [operation];
  if (options.leaveOut?.includes(id)) return [];
  const message = `Revision ${id} runs a function here${place?.line === undefined ? "" : ` (${replacedFolder}/${basename(place.file)}:${place.line})`}. Copy op.run(…) from there if a database still needs it, or take this line out.`;
  open.push(message);
  return [{ kind: "todo", message }];
}

/** The way back: the inverse where every operation has one, else what the authors wrote, the last revision first. */
async function wayBack(store: Parameters<typeof recordRevision>[0], run: readonly string[], reduced: readonly Operation[], before: Schema, options: SquashOptions, open: string[], dialect: Dialect): Promise<readonly Operation[]> {
  const inverse = downgradeOf(reduced, before, { comparison: dialect });
  const isPlain = reduced.every((operation) => !["execute", "own", "run", "todo", "confirm", "backfill", "withoutTransaction", "withTimeouts"].includes(operation.kind) && (!isRowOperation(operation) || operation.by?.required));
  if (isPlain && inverse.every(({ kind }) => kind !== "irreversible")) return inverse;
  const downs = await Promise.all(
    run.toReversed().map(async (id): Promise<readonly Operation[]> => {
      try {
        return (await recordRevision(store, id, "downgrade")).flatMap((each) => carried(id, each, options, open, dialect.compile));
      } catch (error) {
        if (!(error instanceof GravenError) || error.code !== "RUN-021") throw error;
        return [{ kind: "irreversible", reason: error.message }];
      }
    }),
  );
  return downs.flat();
}

function annotated(operations: readonly Operation[]): AnnotatedOperation[] {
  return operations.map((operation) => ({ operation, comments: operation.kind === "todo" ? [describeOperation(operation)] : [] }));
}

/** The text with the list of what it replaces below its other constants. */
function withReplaces(text: string, run: readonly string[]): string {
  const line = `\n\n/** The revisions that this one stands for: a database that has all of them has this one. */\nexport const replaces = ${JSON.stringify(run).replaceAll(",", ", ")};`;
  return text.replace(/^export const dependsOn\b[^;]*;/m, (constant) => `${constant}${line}`);
}
