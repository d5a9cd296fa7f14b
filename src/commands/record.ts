import { GravenError } from "../base/errors.ts";
import { isGroup, type Operation } from "../operations/index.ts";
import { findRevision } from "../revisions/graph.ts";
import type { RevisionStore } from "../revisions/store.ts";
import type { Direction } from "../runtime/history.ts";
import type { RecordedOperation } from "../runtime/recorder.ts";
import type { RevisionModule } from "../runtime/revision-module.ts";

/** What a revision's function records, with the places of its calls. Throws REV-04x and RUN-01x for a file that is not sound. */
export async function recordRevision(store: RevisionStore, id: string, direction: Direction, args?: Readonly<Record<string, string>>): Promise<readonly RecordedOperation[]> {
  const { file } = findRevision(store.graph, id);
  const [{ loadPlainly }, { revisionModule }, { record }] = await (recorders ??= importRecorders());
  const bundled = store.modules?.get(id) as RevisionModule | undefined;
  const loaded = bundled ?? revisionModule(await loadPlainly(file, store.modules ? undefined : store.sources.get(id)), file);
  const body = loaded[direction];
  if (!body) throw new GravenError("RUN-021", `Revision "${id}" has no downgrade.`, { place: { file }, hint: "Write one, or restore a backup." });
  return record(body, { path: file, args });
}

let recorders: ReturnType<typeof importRecorders> | undefined;

/** Loaded with the first revision, and once: on Node 20 every import waits for another thread, though it has been made before. */
function importRecorders() {
  return Promise.all([import("../modules/load-plainly.ts"), import("../runtime/revision-module.ts"), import("../runtime/recorder.ts")]);
}

export async function recordUpgrade(store: RevisionStore, id: string): Promise<readonly Operation[]> {
  return (await recordRevision(store, id, "upgrade")).map(({ operation }) => operation);
}

/** Refuses revisions in which something is still to decide, or that cannot be undone, before any of them runs (RUN-020, RUN-021). */
export function refuseUndecided(id: string, recorded: readonly RecordedOperation[]): void {
  for (const { operation, place } of recorded) {
    const found = undecided(operation);
    if (found?.kind === "todo") throw new GravenError("RUN-020", `Revision "${id}" has something left to decide: ${found.message}`, { place, hint: "Replace op.todo(…) by what should happen. Nothing was run." });
    if (found?.kind === "irreversible") throw new GravenError("RUN-021", `Revision "${id}" cannot be undone: ${found.reason}`, { place, hint: "Write by hand what leads back, or restore a backup. Nothing was run." });
  }
}

function undecided(operation: Operation): Extract<Operation, { kind: "todo" | "irreversible" }> | undefined {
  if (operation.kind === "todo" || operation.kind === "irreversible") return operation;
  return isGroup(operation) ? operation.operations.map(undecided).find(Boolean) : undefined;
}
