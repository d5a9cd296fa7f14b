import { dirname, join, relative, resolve } from "node:path";
import { formatPlace } from "../base/errors.ts";
import type { Finding } from "./check.ts";
import { plainFolder } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import type { Project } from "./project.ts";
import { fixturesConfigPath } from "./seed-config.ts";

/** Fixtures that import revisions, or what only revisions need. Nothing is run. */
export async function fixtureFindings({ files }: Pick<Context, "files">, { config }: Pick<Project, "config">): Promise<readonly Finding[]> {
  const names = (await files.list(config.fixtures)).filter((name) => /\.[cm]?[jt]s$/.test(name));
  const own = fixturesConfigPath({ config });
  const paths = [...names.map((name) => join(config.fixtures, name)), ...(own === undefined ? [] : [own])];
  const folders = config.folders.map(plainFolder);
  const findings: Finding[] = [];
  for (const file of paths) {
    const text = (await files.read(file)) ?? "";
    if (!/import|require/.test(text)) continue;
    const { sourceFacts } = await import("../codegen/source-facts.ts");
    for (const { specifier, line, column } of (await sourceFacts(text, file)).imports) {
      if (specifier === undefined) continue;
      const isRevision = specifier === "graven/revision" || (specifier.startsWith(".") && folders.some((folder) => !relative(folder, resolve(dirname(file), specifier)).startsWith("..")));
      if (isRevision) findings.push({ code: "FIX-090", message: `The fixture imports "${specifier}": fixtures and revisions never import each other.`, place: formatPlace({ file, line, column }), hint: 'Import from "graven/fixture", and copy what both need.' });
    }
  }
  return findings;
}
