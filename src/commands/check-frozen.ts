import { dirname, relative, resolve } from "node:path";
import { formatPlace } from "../base/errors.ts";
import { checkFrozen, isPlainlyFrozen } from "../checks/frozen.ts";
import { findRevision } from "../revisions/graph.ts";
import type { Finding } from "./check.ts";
import type { Project } from "./project.ts";

/** Revisions that would not do the same on another day or machine, as their texts tell; of the whole history, or of those named. Nothing is run. */
export async function frozenFindings({ store, config }: Pick<Project, "store" | "config">, revisions: readonly string[] = store.graph.order): Promise<readonly Finding[]> {
  const doubtful = revisions.filter((id) => !isPlainlyFrozen(store.sources.get(id)!));
  if (!doubtful.length) return [];
  const { sourceFacts } = await import("../codegen/source-facts.ts");
  const findings = await Promise.all(
    doubtful.map(async (id) => {
      const { file } = findRevision(store.graph, id);
      const isFixture = (specifier: string) => specifier.startsWith(".") && !relative(config.fixtures, resolve(dirname(file), specifier)).startsWith("..");
      const thaws = checkFrozen(await sourceFacts(store.sources.get(id)!, file), { revisionImports: config.revisionImports ?? [], isFixture });
      return thaws.map(({ code, message, hint, line, column }): Finding => ({ code, message: `Revision "${id}" is not frozen. ${message}`, place: formatPlace({ file, line, column }), hint }));
    }),
  );
  return findings.flat();
}
