import { formatPlace, GravenError } from "../base/errors.ts";
import { describeOperation } from "../operations/apply.ts";
import { parentsOf } from "../revisions/graph.ts";
import { foldSnapshots } from "../revisions/fold.ts";
import { fitsSnapshot } from "../revisions/replay.ts";
import { checksumOf, readSnapshot, schemaAt, snapshotFile } from "../revisions/store.ts";
import { schemaHash } from "../schema/same.ts";
import { findChanges } from "./autogenerate.ts";
import { fixtureFindings } from "./check-fixtures.ts";
import { frozenFindings } from "./check-frozen.ts";
import { editedFindings } from "./check-applied.ts";
import type { Context } from "./context.ts";
import { openProject, readProjectModels, type Project } from "./project.ts";
import { recordUpgrade } from "./record.ts";

/** Something that is not as it should be. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly place?: string;
  readonly hint?: string;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** What `gen revision --autogenerate` would write. */
  readonly changes: readonly string[];
}

/**
 * Whether the revisions are frozen, replaying them gives their snapshots, the models equal them, and none was edited that is applied. Needs
 * no database, changes nothing.
 */
export async function check(context: Context): Promise<CheckResult> {
  const project = await openProject(context);
  const [{ findings, changes }, edited] = [await checkProject(context, project), await editedFindings(context, project)];
  return { findings: [...findings, ...edited], changes };
}

async function checkProject(context: Context, project: Project): Promise<CheckResult> {
  const findings = [...(await frozenFindings(project)), ...(await fixtureFindings(context, project)), ...(await checkSnapshots(project))];
  if (findings.length) return { findings, changes: [] };
  const { graph } = project.store;
  if (graph.heads.length > 1) {
    return { findings: [{ code: "REV-022", message: `The history has ${graph.heads.length} heads: ${graph.heads.join(", ")}.`, hint: "Run `gen merge` to join them." }], changes: [] };
  }
  const { schema } = await schemaAt(project.store, graph.heads);
  const changes = await pendingChanges(project, schema);
  const drift = changes.map((message): Finding => ({ code: "CHK-001", message: `The models and the revisions differ: ${message}.`, hint: 'Run `gen revision --autogenerate -m "…"`.' }));
  return { findings: drift, changes };
}

/** What a revision would have to do so that the models and a schema agree. */
export async function pendingChanges(project: Pick<Project, "config" | "dialect">, schema: Parameters<typeof findChanges>[0]): Promise<readonly string[]> {
  const read = await readProjectModels(project);
  // A rename that would have to be asked is a difference all the same.
  const { operations } = await findChanges(schema, read, project.dialect, {}, { rename: async (question) => question.candidates[0] ?? null, backfill: async () => undefined }, project.config);
  return operations.filter(({ kind }) => kind !== "todo").map(describeOperation);
}

/** Whether each snapshot is what its revision gives, but for revisions that are not to be read. */
export async function checkSnapshots({ store }: Pick<Project, "store">, skipped: ReadonlySet<string> = new Set()): Promise<Finding[]> {
  const findings: Finding[] = [];
  const snapshots = new Map<string, Awaited<ReturnType<typeof readSnapshot>>>();
  for (const id of store.graph.order) {
    const file = snapshotFile(store, id);
    try {
      const snapshot = await readSnapshot(store, id);
      const parents = parentsOf(store.graph, id);
      // What builds on a broken snapshot cannot be told either, however far above it stands.
      if (parents.some((parent) => !snapshots.has(parent))) continue;
      snapshots.set(id, snapshot);
      const at = (each: string) => snapshots.get(each)!;
      const before = foldSnapshots(store.graph, parents, at);
      const after = foldSnapshots(store.graph, [id], at);
      if (snapshot.source !== checksumOf(store, id)) {
        findings.push({ code: "SNP-004", message: `Revision "${id}" was edited after its snapshot was made.`, place: store.graph.revisions.get(id)!.file, hint: `Run \`gen snapshot ${id}\`.` });
      } else if (schemaHash(after) !== snapshot.hash || (!skipped.has(id) && !fitsSnapshot(before, after, await recordUpgrade(store, id)))) {
        findings.push({ code: "SNP-003", message: `The snapshot of revision "${id}" is not what the revision's operations give.`, place: file, hint: `Undo the edit, or run \`gen snapshot ${id}\` to make it again.` });
      }
    } catch (error) {
      if (!(error instanceof GravenError)) throw error;
      findings.push({ code: error.code, message: error.message, place: error.place ? formatPlace(error.place) : file, ...(error.hint !== undefined && { hint: error.hint }) });
    }
  }
  return findings;
}
