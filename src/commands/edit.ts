import { spawnSync } from "node:child_process";
import { GravenError } from "../base/errors.ts";
import { findRevision } from "../revisions/graph.ts";
import { oneRevision } from "../revisions/resolve.ts";
import { schemaAt, type RevisionStore } from "../revisions/store.ts";
import { appliedAnywhere } from "./applied-anywhere.ts";
import type { LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";
import { appliedFor } from "./history.ts";
import { openHistory } from "./project.ts";
import { snapshot } from "./snapshot.ts";

export interface EditOptions {
  /** Tables, by key, that get an empty block of rows, in place of an editor. */
  readonly seeds?: readonly string[];
}

export interface EditResult {
  readonly revision: string;
  readonly file: string;
  /** Whether the file is another one now. */
  readonly changed: boolean;
}

/**
 * Opens a revision in the editor of $VISUAL or $EDITOR and waits for it, or puts blocks for rows into it. Throws CLI-007 without an
 * editor, CLI-008 when it fails, RUN-052 where a database has the revision that should get rows.
 */
export async function edit(context: Context, symbol = "head", { seeds = [] }: EditOptions = {}): Promise<EditResult> {
  const { config, store } = await openHistory(context);
  const id = oneRevision(store.graph, symbol, await appliedFor(context, config, store, [symbol]));
  const { file } = findRevision(store.graph, id);
  const before = await context.files.read(file);
  if (seeds.length) await addSeeds(context, config, store, id, seeds);
  else openEditor(file);
  const changed = (await context.files.read(file)) !== before;
  if (changed && !seeds.length) context.report({ kind: "note", message: `Revision "${id}" was edited.`, hint: `Run \`gen snapshot ${id}\` to bring its snapshot up to date.` });
  return { revision: id, file, changed };
}

function openEditor(file: string): void {
  const editor = process.env["VISUAL"] || process.env["EDITOR"];
  if (!editor) throw new GravenError("CLI-007", "No editor is set.", { hint: `Set VISUAL or EDITOR, or open ${file} yourself.` });
  // An editor may be given with flags of its own (`code --wait`), which only a shell takes apart; the file is no part of its text.
  const { status, error } = process.platform === "win32" ? spawnSync(`${editor} "${file}"`, { shell: true, stdio: "inherit" }) : spawnSync("/bin/sh", ["-c", `${editor} "$1"`, "sh", file], { stdio: "inherit" });
  if (error || status !== 0) throw new GravenError("CLI-008", `The editor "${editor}" ended with ${error ? error.message : `exit code ${status}`}.`, { hint: "Correct VISUAL or EDITOR.", cause: error });
}

/** The revision keeps all else as it is; its snapshot is brought up to date, as the text is another one. */
async function addSeeds(context: Context, config: LoadedConfig, store: RevisionStore, id: string, seeds: readonly string[]): Promise<void> {
  const holder = (await appliedAnywhere(context, config)).find(({ revisions }) => revisions.includes(id));
  if (holder) throw new GravenError("RUN-052", `The ${holder.title} has revision "${id}" already, so rows that are put into it would never arrive there.`, { hint: `Write them into a new revision: gen revision -m "…" --seed ${seeds[0]}` });
  const { file } = findRevision(store.graph, id);
  const { schema } = await schemaAt(store, [id]);
  const { addSeedBlock, resolvePrettierConfig } = await import("../codegen/index.ts");
  const prettier = await resolvePrettierConfig(file);
  let text = store.sources.get(id)!;
  for (const table of seeds) text = await addSeedBlock(text, { table, schema, prettier });
  await context.files.writeAll([{ path: file, text, replace: true }]);
  await snapshot(context, { revision: id });
}
