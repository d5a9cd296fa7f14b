import { join, relative } from "node:path";
import { GravenError } from "../base/errors.ts";
import { schemaAt } from "../revisions/store.ts";
import type { Context } from "./context.ts";
import { readProjectModels, type Project } from "./project.ts";
import { fixturesConfigPath } from "./seed-config.ts";
import type { SeedResult } from "./seed.ts";

/** Writes a `fixtures.config.ts` that shows, column by column, the rule that graven would use. Throws FIX-063 where there is one already. */
export async function writeFixturesConfig(context: Context, project: Project): Promise<SeedResult> {
  const present = fixturesConfigPath(project);
  if (present !== undefined) throw new GravenError("FIX-063", "This project has a fixtures.config.ts already; nothing was written.", { place: { file: present }, hint: "Edit it, or remove it first." });
  const { store, config } = project;
  const schema = store.graph.heads.length ? (await schemaAt(store, store.graph.heads)).schema : (await readProjectModels(project)).schema;
  const [{ fixturesConfigSource, modelNames }, { formatSource, resolvePrettierConfig }] = await Promise.all([import("../fixtures/index.ts"), import("../codegen/index.ts")]);
  const file = join(config.folder, "fixtures.config.ts");
  const [models] = config.models;
  const isFile = config.models.length === 1 && /\.[cm]?tsx?$/.test(models!) && !models!.includes("*");
  const modelsImport = isFile ? `./${relative(config.folder, join(config.folder, models!))}` : undefined;
  await context.files.writeAll([{ path: file, text: await formatSource(fixturesConfigSource(schema, modelsImport, modelsImport === undefined ? undefined : modelNames(await loadModels(join(config.folder, models!)))), await resolvePrettierConfig(file)) }]);
  context.report({ kind: "wrote", file });
  return { rows: {}, files: [file] };
}

async function loadModels(file: string): Promise<Readonly<Record<string, unknown>>> {
  const { loadModule } = await import("../modules/load.ts");
  return loadModule(file);
}
