import { existsSync } from "node:fs";
import { join } from "node:path";
import { GravenError } from "../base/errors.ts";
import type { FixturesConfig } from "../fixtures/define.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import type { Project } from "./project.ts";
import type { ConfiguredFixtures } from "./seed-options.ts";

export const fixturesConfigNames = ["fixtures.config.ts", "fixtures.config.mts", "fixtures.config.js", "fixtures.config.mjs"] as const;

/** The project's `fixtures.config.ts`, where it has one. */
export function fixturesConfigPath({ config }: Pick<Project, "config">): string | undefined {
  return fixturesConfigNames.map((name) => join(config.folder, name)).find((path) => existsSync(path));
}

/** Reads it, by the names of the database. Throws FIX-060 for what is wrong in it. */
export async function readFixturesConfig(_context: Context, project: Pick<Project, "config">, schema: Schema): Promise<ConfiguredFixtures> {
  const file = fixturesConfigPath(project);
  if (file === undefined) return { tables: {}, perParent: {} };
  const [{ loadModule }, { configuredFixtures }] = await Promise.all([import("../modules/load.ts"), import("../fixtures/index.ts")]);
  const exported = (await loadModule(file))["default"];
  if (typeof exported !== "object" || exported === null || !("tables" in exported)) {
    throw new GravenError("FIX-060", "fixtures.config.ts has no default export made by defineFixtures.", { place: { file }, hint: "Write: export default defineFixtures({ … });" });
  }
  const given = exported as FixturesConfig;
  try {
    return configuredFixtures(schema, given);
  } catch (error) {
    // `defineFixtures<typeof models>` hands over types alone, so names that do not resemble the database's are looked up in the models.
    const models = given.models ? undefined : await modelsOf(project);
    if (!models) throw error;
    return configuredFixtures(schema, { ...given, models });
  }
}

/** What the project's modules of models export; nothing where they cannot be loaded. */
async function modelsOf({ config }: Pick<Project, "config">): Promise<Readonly<Record<string, unknown>> | undefined> {
  const [{ loadModule }, { findModelFiles }] = await Promise.all([import("../modules/load.ts"), import("../readers/models/find-files.ts")]);
  try {
    const files = (await findModelFiles(config.models, config.folder)).filter((file) => !file.endsWith(".sql"));
    return files.length ? Object.assign({}, ...(await Promise.all(files.map((file) => loadModule(file))))) : undefined;
  } catch {
    return undefined;
  }
}
