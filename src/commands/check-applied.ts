import { GravenError } from "../base/errors.ts";
import { findRevision } from "../revisions/graph.ts";
import type { Finding } from "./check.ts";
import type { Context } from "./context.ts";
import { readApplied, readDatabase } from "./database.ts";
import type { Project } from "./project.ts";

/**
 * The applied revisions whose files were edited since, as the database says. It is asked where it is on this machine or was named
 * with --url; one that cannot be reached is told of, as a check needs none.
 */
export async function editedFindings(context: Context, { config, store, url }: Project): Promise<readonly Finding[]> {
  const { isAbsentFile, isLocal } = await import("../drivers/url.ts");
  if (url === undefined || isAbsentFile(url, config.folder) || (context.url === undefined && !isLocal(url))) return [];
  try {
    const { edited } = await readDatabase(context, config, (database) => readApplied(database, store));
    return edited.map((id) => ({
      code: "RUN-050",
      message: `Revision "${id}" was edited after it was applied: the database holds what it did then.`,
      ...(store.graph.revisions.has(id) && { place: findRevision(store.graph, id).file }),
      hint: "Undo the edit, and put the change into a new revision.",
    }));
  } catch (error) {
    if (!(error instanceof GravenError) || !/^(DRV|REV)-/.test(error.code)) throw error;
    context.report({ kind: "warning", code: error.code, message: error.message, hint: "Whether applied revisions were edited could not be seen." });
    return [];
  }
}
