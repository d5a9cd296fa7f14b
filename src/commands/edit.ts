import { spawnSync } from "node:child_process";
import { GravenError } from "../base/errors.ts";
import { findRevision } from "../revisions/graph.ts";
import { oneRevision } from "../revisions/resolve.ts";
import type { Context } from "./context.ts";
import { appliedFor } from "./history.ts";
import { openHistory } from "./project.ts";

export interface EditResult {
  readonly revision: string;
  readonly file: string;
  /** Whether the file is another one now. */
  readonly changed: boolean;
}

/** Opens a revision in the editor of $VISUAL or $EDITOR and waits for it. Throws CLI-007 without one, CLI-008 when it fails. */
export async function edit(context: Context, symbol = "head"): Promise<EditResult> {
  const { config, store } = await openHistory(context);
  const id = oneRevision(store.graph, symbol, await appliedFor(context, config, store, [symbol]));
  const { file } = findRevision(store.graph, id);
  const editor = process.env["VISUAL"] || process.env["EDITOR"];
  if (!editor) throw new GravenError("CLI-007", "No editor is set.", { hint: `Set VISUAL or EDITOR, or open ${file} yourself.` });
  const before = await context.files.read(file);
  // An editor may be given with flags of its own (`code --wait`), which only a shell takes apart; the file is no part of its text.
  const { status, error } = process.platform === "win32" ? spawnSync(`${editor} "${file}"`, { shell: true, stdio: "inherit" }) : spawnSync("/bin/sh", ["-c", `${editor} "$1"`, "sh", file], { stdio: "inherit" });
  if (error || status !== 0) throw new GravenError("CLI-008", `The editor "${editor}" ended with ${error ? error.message : `exit code ${status}`}.`, { hint: "Correct VISUAL or EDITOR.", cause: error });
  const changed = (await context.files.read(file)) !== before;
  if (changed) context.report({ kind: "note", message: `Revision "${id}" was edited.`, hint: `Run \`gen snapshot ${id}\` to bring its snapshot up to date.` });
  return { revision: id, file, changed };
}
