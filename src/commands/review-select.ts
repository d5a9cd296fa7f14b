import { execFile } from "node:child_process";
import { basename } from "node:path";
import { GravenError } from "../base/errors.ts";
import { resolveRange, resolveSymbol } from "../revisions/resolve.ts";
import type { RevisionStore } from "../revisions/store.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { appliedFor } from "./history.ts";

export interface Selection {
  /** An id, a label, `head`, or a range `a:b`. */
  readonly target?: string | undefined;
  /** What the database has not applied yet. */
  readonly pending?: boolean | undefined;
  /** The branch of git that has what is reviewed already. */
  readonly since?: string | undefined;
}

/** The revisions to review, oldest first. Throws RVW-003 when what was asked for is empty, RVW-004 when git does not know the branch. */
export async function selectRevisions(context: Context, config: LoadedConfig, store: RevisionStore, { target, pending, since }: Selection): Promise<readonly string[]> {
  const { graph } = store;
  if (pending) {
    const { readApplied, readDatabase } = await import("./database.ts");
    const { applied } = await readDatabase(context, config, (database) => readApplied(database, store));
    return graph.order.filter((id) => !applied.has(id));
  }
  if (target !== undefined) {
    const applied = await appliedFor(context, config, store, [target]);
    const ids = target.includes(":") ? resolveRange(graph, target, applied) : resolveSymbol(graph, target, applied);
    if (!ids.length) throw new GravenError("RVW-003", `"${target}" means no revision.`, { hint: graph.order.length ? "`gen history` lists them all." : "There is no revision yet." });
    return ids;
  }
  const branch = since ?? config.review?.since ?? "origin/main";
  const changed = await changedFiles(config, branch);
  if (changed) {
    const names = new Set(changed.map((file) => basename(file)));
    return graph.order.filter((id) => names.has(basename(graph.revisions.get(id)!.file)));
  }
  if (since !== undefined || config.review?.since !== undefined) {
    throw new GravenError("RVW-004", `git does not know "${branch}" here.`, { hint: "Fetch it (in CI: with enough history), or name another with --since." });
  }
  // Without a main branch to compare with, the newest is what a person has just written.
  return graph.heads;
}

/** The files of the migrations folder that differ from where the branch was left, those that git does not know yet among them; nothing where git cannot tell. */
async function changedFiles({ migrations }: LoadedConfig, branch: string): Promise<readonly string[] | undefined> {
  const base = await git(migrations, ["merge-base", branch, "HEAD"]);
  if (base === undefined) return undefined;
  const [changed, unknown] = await Promise.all([
    git(migrations, ["diff", "--name-only", "--diff-filter=d", "--relative", base.trim(), "--", "."]),
    git(migrations, ["ls-files", "--others", "--exclude-standard", "."]),
  ]);
  if (changed === undefined) return undefined;
  return `${changed}\n${unknown ?? ""}`.split("\n").filter((line) => line && !line.includes("/"));
}

function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("git", args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
