import { GravenError, throwAll } from "../base/errors.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import { loadDialect } from "../dialects/index.ts";
import type { ReadSchema } from "../models/build.ts";
import { LateTexts } from "../revisions/late-texts.ts";
import { openStore, type RevisionStore } from "../revisions/store.ts";
import { checkedConfig, loadConfig, type LoadedConfig } from "./config.ts";
import type { Context } from "./context.ts";

/** A project that is open: its config, its database's dialect, its history. */
export interface Project {
  readonly config: LoadedConfig;
  /** The URL in force: the flag's, or the config's. */
  readonly url: string | undefined;
  readonly dialect: Dialect;
  readonly store: RevisionStore;
}

export async function openProject(context: Context, given?: LoadedConfig): Promise<Project> {
  const config = given ?? (await openConfig(context, { dialectAhead: true }));
  const [dialect, store] = await Promise.all([projectDialect(context, config), storeOf(context, config)]);
  return { config, url: context.url ?? config.url, dialect, store };
}

/** The history alone, for commands that need no database and no dialect. */
export async function openHistory(context: Context): Promise<{ readonly config: LoadedConfig; readonly store: RevisionStore }> {
  const config = await openConfig(context);
  return { config, store: await storeOf(context, config) };
}

/** The revisions that a config leads to: those of all its folders, or those that it carries in itself. Throws REV-0xx. */
export async function storeOf(context: Context, config: LoadedConfig): Promise<RevisionStore> {
  if (config.revisions) return (await import("./bundled.ts")).bundledStore(context, config.revisions);
  const store = await openStore(context.files, config.folders);
  return store.sources instanceof LateTexts && store.sources.hasLong ? { ...store, checksums: (await import("./memories.ts")).checksumMemory(config.folder) } : store;
}

/** Loads the config. `dialectAhead` loads the dialect that its text seems to name before it, for commands that need one. */
export async function openConfig(context: Context, options: { readonly dialectAhead?: boolean } = {}): Promise<LoadedConfig> {
  if (typeof context.config === "object") return checkedConfig(context.config, context.folder);
  const { loadPlainly } = await import("../modules/load-plainly.ts");
  return loadConfig(context.folder, context.config, async (path) => {
    if (options.dialectAhead) await loadDialectAhead(context, path);
    return loadPlainly(path);
  });
}

/**
 * Loads what a config seems to need before its first import of TypeScript, as Node 20 is several times slower at importing from
 * then on. A guess that is wrong costs time only.
 */
async function loadDialectAhead(context: Context, file: string): Promise<void> {
  const text = (await context.files.read(file)) ?? "";
  const variables = [...text.matchAll(/process\.env(?:\.|\[["'])(\w+)/g)].map((match) => process.env[match[1]!]);
  const told = [context.url, ...variables, text].find((each) => each !== undefined && /postgres|pglite|sqlite|mysql|mariadb/.test(each)) ?? "";
  const name = /mariadb|mysql|sqlite|postgres|pglite/.exec(told)?.[0];
  if (name !== undefined) await loadDialect(name === "pglite" ? "postgres" : (name as DialectName));
}

/** What reads models, imported ahead of the config for the same reason. */
export function importReaders() {
  return Promise.all([import("../modules/load.ts"), import("../readers/models/read-models.ts"), import("../readers/models/find-files.ts"), import("./memories.ts")]);
}

/**
 * Loads the model files ahead of their reading, while the history is read: loading waits for a thread of its own on Node 20.
 * What is wrong with them is told when they are read.
 */
export async function loadModelsAhead({ models, folder }: LoadedConfig): Promise<void> {
  try {
    const [{ loadModule }, , { findModelFiles }] = await importReaders();
    for (const path of await findModelFiles(models, folder)) if (!isSql(path)) await loadModule(path);
  } catch {
    // Reading meets the same fault again, in its turn among the others.
  }
}

/** The schema that the models declare, be they TypeScript or SQL, refused where the project's database cannot have it. Throws MOD-0xx and SQL-0xx. */
export async function readProjectModels({ config, dialect }: Pick<Project, "config" | "dialect">, { report, allowEmpty, fresh = false }: { readonly report?: Context["report"]; readonly allowEmpty?: boolean | undefined; readonly fresh?: boolean } = {}): Promise<ReadSchema> {
  const [{ loadModule, freshRound }, { readModels, placeOfPath }, { findModelFiles }, { rowsMemory }] = await importReaders();
  const paths = await findModelFiles(config.models, config.folder);
  const beside = await readSqlModels(paths.filter(isSql), config, dialect, report);
  const rowFiles = config.requiredRows ? await findModelFiles([config.requiredRows].flat(), config.folder, "requiredRows") : [];
  // In one order, whatever the order of the patterns.
  const modules = paths.filter((path) => !isSql(path)).sort();
  const round = fresh ? freshRound() : undefined;
  const memory = rowsMemory(config.folder);
  try {
    const read = await readModels(modules, round === undefined ? loadModule : (path) => loadModule(path, { fresh: round }), { ...dialect.naming, convention: config.naming }, { beside, allowEmpty, rowFiles, memory });
    memory.save();
    throwAll(dialect.refuse(read.schema).map(({ path, message, hint }) => new GravenError("MOD-006", message, { place: placeOfPath(read, path), hint })));
    return read;
  } catch (error) {
    throw beside ? (await import("../readers/sql/faults.ts")).withExcerpts(error) : error;
  }
}

async function readSqlModels(paths: readonly string[], config: LoadedConfig, dialect: Dialect, report: Context["report"] | undefined) {
  if (!paths.length) return undefined;
  const { readSqlFiles } = await import("../readers/sql/read-files.ts");
  const { declarations, notes } = readSqlFiles(paths, dialect, { unsupported: config.unsupported, cacheFolder: config.folder, privileges: config.privileges });
  for (const note of notes) report?.({ kind: "note", ...note });
  return declarations;
}

const isSql = (path: string) => path.endsWith(".sql");

async function projectDialect(context: Context, config: LoadedConfig): Promise<Dialect> {
  return loadDialect(await dialectName(context, config));
}

async function dialectName(context: Context, config: LoadedConfig): Promise<DialectName> {
  const url = context.url ?? config.url;
  if (url !== undefined) return (await import("../drivers/url.ts")).dialectOf(url);
  if (config.dialect) return config.dialect;
  if (context.connection) return (await import("../drivers/given.ts")).givenDialect(context.connection);
  throw new GravenError("CFG-004", "The config names neither a url nor a dialect.", {
    ...(config.file !== undefined && { place: { file: config.file } }),
    hint: 'Add one, as in: url: process.env.DATABASE_URL ?? "sqlite:dev.db".',
  });
}
