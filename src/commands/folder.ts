import { dirname, relative, resolve } from "node:path";
import { GravenError } from "../base/errors.ts";
import { plainFolder, type RevisionStore } from "../revisions/store.ts";
import type { LoadedConfig } from "./config.ts";

/** Where a new revision goes, and beside which folder's snapshots its own lies. */
export interface NewPlace {
  readonly folder: string;
  readonly root: string;
}

/**
 * The folder of a new revision: the one that was named, else that of what it builds on, else the only one. Throws CFG-007 for one
 * that the config does not hold, and where there are several to choose from.
 */
export function placeOfNew({ folders, folder: base }: LoadedConfig, store: RevisionStore, parents: readonly string[], given: string | undefined): NewPlace {
  const roots = folders.map(plainFolder);
  const shown = roots.map((root) => relative(base, root) || ".").join(" or ");
  if (given !== undefined) {
    const folder = resolve(base, given);
    const root = folders.find((each) => plainFolder(each) === folder) ?? folders.find((each) => each.endsWith("/**") && folder.startsWith(`${plainFolder(each)}/`));
    if (root === undefined) throw new GravenError("CFG-007", `"${given}" is no folder of revisions.`, { hint: `The config has ${shown}.` });
    return { folder, root: plainFolder(root) };
  }
  const [parent] = parents;
  if (parent !== undefined) return { folder: dirname(store.graph.revisions.get(parent)!.file), root: store.roots.get(parent)! };
  const [root, second] = roots;
  if (second !== undefined) throw new GravenError("CFG-007", "There are several folders of revisions, and a new history may begin in each.", { hint: `Say which: --folder ${shown}.` });
  return { folder: root!, root: root! };
}
