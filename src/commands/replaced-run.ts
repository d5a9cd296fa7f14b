import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import { version } from "../base/version.ts";
import { parentsOf } from "../revisions/graph.ts";
import { upgradePath } from "../revisions/paths.ts";
import { graphBefore, type Replacement } from "../revisions/replaced.ts";
import { checksumOf, type RevisionStore } from "../revisions/store.ts";
import type { PlannedWork } from "../runtime/executor.ts";
import type { Context } from "./context.ts";
import type { AppliedRevisions, OpenDatabase } from "./database.ts";
import { worksOf } from "./works.ts";

/** The rest of a run that one revision stands for, where the database has a part of it. Throws REV-037 where its files are gone. */
export async function restOfRun(context: Context, store: RevisionStore, database: OpenDatabase, { within, applied: present }: Pick<AppliedRevisions, "within" | "applied">): Promise<readonly PlannedWork[]> {
  if (!within) return [];
  const missing = within.replaces.filter((id) => !present.has(id));
  const gone = missing.filter((id) => !store.sources.has(id));
  if (gone.length) {
    throw new GravenError("REV-037", `The database stands within the revisions that "${within.revision}" replaces: it lacks ${quotedList(gone, "and")}, ${gone.length === 1 ? "which is" : "which are"} in no file.`, {
      hint: "Bring the replaced files back (git has them), upgrade this database, and remove them only once every database is past them.",
    });
  }
  const before: RevisionStore = { ...store, graph: graphBefore(store.replaced, within.revision) };
  const path = upgradePath(before.graph, within.replaces.at(-1)!, present);
  const works = await worksOf(context, before, path, "upgrade", present, database.history);
  const { planRevisions } = await import("../runtime/plan.ts");
  const plans = planRevisions(database.dialect, works);
  return works.map((work, at) => ({ work, plan: plans[at]! }));
}

/** Puts the row of a revision in the place of those of the run that it stands for; nothing else changes. */
export async function writeReplacements(context: Context, store: RevisionStore, { connection, history }: OpenDatabase, collapsed: readonly Replacement[], rows: AppliedRevisions["rows"]): Promise<void> {
  if (!collapsed.length) return;
  const present = new Set(rows.map(({ revision }) => revision));
  await connection.begin();
  try {
    for (const { revision, replaces } of collapsed) {
      for (const id of replaces.filter((each) => present.has(each))) await connection.execute(history.deleteSql(id));
      for (const id of replaces) present.delete(id);
      if (present.has(revision)) continue;
      const known = store.graph.revisions.has(revision);
      await connection.execute(history.insertSql({ revision, parents: known ? parentsOf(store.graph, revision) : [], checksum: checksumOf(store, revision), appliedAt: context.now(), direction: "upgrade", stepsDone: 0, stepsTotal: 0, toolVersion: version }));
      present.add(revision);
    }
    await connection.commit();
  } catch (error) {
    await connection.rollback().catch(() => {});
    throw error;
  }
  for (const { revision, replaces } of collapsed) context.report({ kind: "note", message: `Revision "${revision}" stands for ${replaces.join(", ")} in the history now.` });
}
