import { GravenError } from "../base/errors.ts";
import { buildGraph } from "../revisions/graph.ts";
import { remakeSnapshots } from "../revisions/replay.ts";
import type { Snapshot } from "../revisions/snapshot.ts";
import type { RevisionStore } from "../revisions/store.ts";
import { revisionModule, type RevisionModule } from "../runtime/revision-module.ts";
import { record } from "../runtime/recorder.ts";
import type { Context } from "./context.ts";

/** A revision that a program carries in itself, as `gen bundle` lists it. */
export interface BundledRevision {
  /** What the revision file exports: `import * as a1 from "./migrations/a1.ts"`. */
  readonly module: Readonly<Record<string, unknown>>;
  /** Of the file's meaning, as the history keeps it, so that an edit can be told. */
  readonly checksum: string;
  readonly message?: string;
  readonly created?: string;
}

/** A history of modules in place of files. The schema at a revision is replayed from them, when something asks for it. */
export function bundledStore(context: Context, bundled: readonly BundledRevision[]): RevisionStore {
  const modules = new Map<string, RevisionModule>();
  const revisions = bundled.map(({ module, message = "", created }, at) => {
    const file = `revisions[${at}]`;
    const loaded = revisionModule(module, file);
    modules.set(loaded.revision, loaded);
    const replaces = Array.isArray(module["replaces"]) ? (module["replaces"] as string[]) : [];
    if (replaces.length) throw new GravenError("CFG-009", `The bundled revision "${loaded.revision}" replaces others, which a bundle cannot hold.`, { hint: "Bundle a history in which nothing is replaced, or run it from its folder." });
    return { revision: loaded.revision, downRevisions: loaded.downRevision, branchLabels: loaded.branchLabels, dependsOn: loaded.dependsOn, message, file, ...(created !== undefined && { created }) };
  });
  const graph = buildGraph(revisions);
  const checksums = new Map(revisions.map(({ revision }, at) => [revision, bundled[at]!.checksum] as const));
  const store: RevisionStore = { folder: "", files: context.files, graph, sources: checksums, roots: new Map(), replaced: { all: revisions, replacements: [] }, modules, snapshots: new Map() };
  let made: Promise<ReadonlyMap<string, Snapshot>> | undefined;
  const snapshots = new (class extends Map<string, Promise<Snapshot | undefined>> {
    override get(id: string): Promise<Snapshot | undefined> {
      made ??= remakeSnapshots(store, graph.order, missing, async (each) => record(modules.get(each)!.upgrade, { path: graph.revisions.get(each)!.file }).map(({ operation }) => operation));
      return made.then((all) => all.get(id));
    }
  })();
  return { ...store, snapshots };
}

function missing(id: string): never {
  throw new GravenError("SNP-002", `Revision "${id}" is not in the bundle.`);
}

/** The file that `gen bundle` writes: a list of modules with what their files say. */
export function bundleText(store: RevisionStore, specifier: (file: string) => string, checksum: (id: string) => string): string {
  const names = store.graph.order.map((id, at) => ({ id, name: `r${at + 1}`, revision: store.graph.revisions.get(id)! }));
  const imports = names.map(({ name, revision }) => `import * as ${name} from ${JSON.stringify(specifier(revision.file))};`);
  const entries = names.map(({ id, name, revision: { message, created } }) => `  { module: ${name}, checksum: ${JSON.stringify(checksum(id))}, message: ${JSON.stringify(message)}${created === undefined ? "" : `, created: ${JSON.stringify(created)}`} },`);
  return `// Written by \`gen bundle\`: every revision of the project, for a program that carries them in itself. Write it again after each one.\n${imports.join("\n")}\n\nexport const revisions = [\n${entries.join("\n")}\n];\n`;
}
