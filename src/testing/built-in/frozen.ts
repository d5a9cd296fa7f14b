import { setTimeout as pause } from "node:timers/promises";
import { canonicalJson } from "../../base/json.ts";
import { isPlainlyFrozen } from "../../checks/frozen.ts";
import { frozenFindings } from "../../commands/check-frozen.ts";
import { recordRevision } from "../../commands/record.ts";
import { findRevision } from "../../revisions/graph.ts";
import type { RecordedOperation } from "../../runtime/recorder.ts";
import type { TestProject } from "../project.ts";
import { shortDetails } from "./short-details.ts";
import { failure, type BuiltInTest } from "./built-in-test.ts";

export const frozen: BuiltInTest = {
  scope: "project",
  run: async (project) => {
    const { store, sets } = project;
    const run = store.graph.order.filter((id) => !sets.skipped.has(id));
    const told = shortDetails(await frozenFindings(project, run));
    // What no text tells: a revision that counts its calls, say.
    const details = told.length ? told : await unsteady(project, run);
    if (details.length) throw failure("TST-107", "Revisions are thawed:", { details, hint: 'A revision imports "graven/revision" alone. Copy into it what it uses, as frozen stubs and literal values.' });
  },
};

async function unsteady(project: TestProject, ids: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const id of ids) if (await isUnsteady(project, id)) found.push(`  Revision "${id}" says something else each time.`, `         ${findRevision(project.store.graph, id).file}`);
  return found;
}

/** Whether two recordings, a moment apart, differ. A fault of recording is for other tests to tell. */
async function isUnsteady(project: TestProject, id: string): Promise<boolean> {
  // A package that revisions may import could still look at the clock.
  const isLoose = !isPlainlyFrozen(project.store.sources.get(id) ?? "");
  for (const direction of ["upgrade", "downgrade"] as const) {
    try {
      const first = textOf(await project.record(id, direction));
      if (isLoose) await pause(2);
      if (first !== textOf(await recordRevision(project.store, id, direction))) return true;
    } catch {
      continue;
    }
  }
  return false;
}

function textOf(recorded: readonly RecordedOperation[]): string {
  // Functions are what their text says; a query is what it compiles to.
  return canonicalJson(JSON.parse(JSON.stringify(recorded.map(({ operation }) => operation), (_, value: unknown) => (typeof value === "function" ? value.toString() : typeof value === "bigint" ? String(value) : value))));
}
