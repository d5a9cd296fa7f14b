import { describeOperation } from "../operations/apply.ts";
import { schemaAt } from "../revisions/store.ts";
import { findChanges } from "./autogenerate.ts";
import { fixtureFindings } from "./check-fixtures.ts";
import { frozenFindings } from "./check-frozen.ts";
import { editedFindings } from "./check-applied.ts";
import { checkSnapshots } from "./check-snapshots.ts";
import type { Context } from "./context.ts";
import { openProject, readProjectModels, type Project } from "./project.ts";

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
