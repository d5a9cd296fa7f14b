import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { findRevision, type RevisionGraph } from "../revisions/graph.ts";
import { moveBranch } from "../revisions/rebase.ts";
import { remakeSnapshots } from "../revisions/replay.ts";
import { oneRevision } from "../revisions/resolve.ts";
import { snapshotText } from "../revisions/snapshot.ts";
import { readSnapshot, snapshotFile, type RevisionStore } from "../revisions/store.ts";
import { appliedAnywhere } from "./applied-anywhere.ts";
import type { Context } from "./context.ts";
import { openHistory } from "./project.ts";
import { recordUpgrade } from "./record.ts";

export interface RebaseOptions {
  /** The head of the branch that moves. Default: with two heads, the one of whose branch no database has a revision. */
  readonly branch?: string | undefined;
  /** The head to stand on. Default: with two heads, the other one. */
  readonly onto?: string | undefined;
}

export interface RebaseResult {
  /** What moved, in order. */
  readonly moved: readonly string[];
  readonly onto: string;
  /** The revision files whose header changed. */
  readonly files: readonly string[];
}

/**
 * Moves one's own branch on top of another head: the headers of its first revisions change, and the snapshots of all that build on
 * them. Throws MRG-003 where nothing is to be moved, MRG-004 where a database has it already, MRG-005 where it cannot stand there.
 */
export async function rebase(context: Context, options: RebaseOptions = {}): Promise<RebaseResult> {
  const { config, store } = await openHistory(context);
  const seen = await appliedAnywhere(context, config);
  const [branch, onto] = ends(store.graph, options, new Set(seen.flatMap(({ revisions }) => revisions)));
  const move = moveBranch(store.graph, branch, onto);
  const holder = seen.find(({ revisions }) => revisions.some((id) => move.affected.includes(id)));
  if (holder) {
    throw new GravenError("MRG-004", `The ${holder.title} has ${quotedList(holder.revisions.filter((id) => move.affected.includes(id)), "and")} already, so the branch cannot move.`, {
      hint: `Undo it there first (gen downgrade), or join the branches with \`gen merge\`.`,
    });
  }
  const { editRevisionHeader } = await import("../codegen/index.ts");
  const texts = new Map<string, string>();
  for (const [id, parents] of move.parents) texts.set(id, await editRevisionHeader(store.sources.get(id)!, { downRevision: parents.length > 1 ? parents : parents[0]! }));
  const after: RevisionStore = { ...store, graph: move.graph, sources: new Map([...store.sources].map(([id, text]) => [id, texts.get(id) ?? text])), snapshots: new Map() };
  const known = new Map(await Promise.all(store.graph.order.filter((id) => !move.affected.includes(id)).map(async (id) => [id, await readSnapshot(store, id)] as const)));
  const made = await remade(after, move.affected, (id) => known.get(id)!, onto);
  const files = [...texts].map(([id, text]) => ({ path: findRevision(store.graph, id).file, text, replace: true }));
  await context.files.writeAll([...files, ...move.affected.map((id) => ({ path: snapshotFile(store, id), text: snapshotText(made.get(id)!), replace: true }))]);
  for (const { path } of files) context.report({ kind: "wrote", file: path });
  return { moved: move.moved, onto, files: files.map(({ path }) => path) };
}

async function remade(store: RevisionStore, ids: readonly string[], known: Parameters<typeof remakeSnapshots>[2], onto: string) {
  let present = "";
  try {
    return await remakeSnapshots(store, ids, known, (id) => recordUpgrade(store, (present = id)));
  } catch (error) {
    if (!(error instanceof GravenError)) throw error;
    throw new GravenError("MRG-005", `Revision "${present}" cannot stand on "${onto}": ${error.message}`, { place: error.place ?? { file: findRevision(store.graph, present).file }, hint: "Nothing was written. Change that revision so that both can stand, then try again.", cause: error });
  }
}

/** Which head moves onto which. Throws MRG-006 where that must be said. */
function ends(graph: RevisionGraph, { branch, onto }: RebaseOptions, applied: ReadonlySet<string>): readonly [string, string] {
  const { heads } = graph;
  if (branch !== undefined && onto !== undefined) return [oneRevision(graph, branch), oneRevision(graph, onto)];
  if (heads.length < 2) throw new GravenError("MRG-003", heads.length ? `There is only one head, ${heads[0]}: nothing is to be moved.` : "There is no revision yet.");
  const named = branch ?? onto;
  if (heads.length > 2) throw new GravenError("MRG-006", `The history has ${heads.length} heads: ${heads.join(", ")}.`, { hint: "Say which one moves where: gen rebase <head> --onto <head>" });
  const other = (id: string) => heads.find((head) => head !== id)!;
  if (named !== undefined) {
    const id = oneRevision(graph, named);
    return branch === undefined ? [other(id), id] : [id, other(id)];
  }
  const movable = heads.filter((id) => !moveBranch(graph, id, other(id)).affected.some((each) => applied.has(each)));
  const [own, second] = movable;
  if (own === undefined) throw new GravenError("MRG-006", `Neither of the heads ${heads.join(" and ")} can move: of each branch a revision is applied somewhere.`, { hint: "Join the branches: gen merge" });
  if (second === undefined) return [own, other(own)];
  throw new GravenError("MRG-006", `Which of the heads ${heads.join(" and ")} moves, no database says: of neither branch a revision is applied.`, { hint: `Say it: gen rebase ${heads[1]} --onto ${heads[0]}` });
}
