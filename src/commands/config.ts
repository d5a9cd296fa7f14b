import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Dialect as KyselyDialect } from "kysely";
import { GravenError } from "../base/errors.ts";
import { didYouMean, quotedList } from "../base/text.ts";
import type { DialectName } from "../dialects/dialect.ts";
import { dialectNames } from "../dialects/index.ts";
import { checkedTestOptions, type TestOptions } from "./test-options.ts";
import type { OnlineTables } from "../diff/online.ts";
import type { ReviewConfig } from "./review-settings.ts";
import { plainFolder } from "../revisions/store.ts";
import { unknownTokens, type NamingConvention } from "../schema/names.ts";
import type { BundledRevision } from "./bundled.ts";
import type { Extensions } from "./extensions.ts";
import type { DatabaseEntry } from "./databases.ts";

/** What a project says of itself in `graven.config.ts`. */
export interface Config extends Extensions {
  /** Model files, TypeScript or SQL: paths, folders or globs, from the config's folder. */
  readonly models?: string | readonly string[];
  /** Revisions that the program carries in itself, as `gen bundle` lists them, in place of a folder. */
  readonly revisions?: readonly BundledRevision[];
  /** The folder of revision files, or several; one that ends in `/**` is read with all folders below it. Default `./migrations`. */
  readonly migrations?: string | readonly string[];
  /** The database: `sqlite:dev.db`, `postgres://…`, `pglite:./dir`, `mysql://…`, `mariadb://…`. */
  readonly url?: string | undefined;
  /** A Kysely dialect in place of a URL; name its database in `dialect`. */
  readonly kysely?: KyselyDialect | (() => KyselyDialect | Promise<KyselyDialect>);
  /** The database, where no URL tells it. */
  readonly dialect?: DialectName;
  /** Names for constraints and indexes that have none: Alembic's tokens, as in `{ ix: "ix_%(table_name)s_%(column_0_N_name)s" }`. */
  readonly naming?: NamingConvention;
  /** A template for revision files of the project's own. */
  readonly template?: string;
  /** Commands run on each file that was written; `{file}` stands for its path, which is appended where it is absent. */
  readonly postWrite?: readonly string[];
  /** `gen revision --autogenerate` writes operations in their online form: for all tables, or for those named. */
  readonly online?: boolean | readonly string[];
  /** Revisions that wait for somebody's word (`op.confirm`), and have it on every database. */
  readonly confirmed?: readonly string[];
  /** What `gen review` reports, and how much that weighs. */
  readonly review?: ReviewConfig;
  /** Seconds to wait for locks: of another run (default 60), and of tables by each statement (default: the server's own). */
  readonly lockTimeout?: number;
  /** Seconds that a statement may take. Default: the server's own. */
  readonly statementTimeout?: number;
  /** How often a transaction that could not have a lock in time is tried again. Default 3. */
  readonly lockRetries?: number;
  /** What one transaction holds: a `revision` (the default), the whole `run`, or no more than it must (`none`). */
  readonly transaction?: "revision" | "run" | "none";
  /** The databases that share these revisions: tenants, shards. `gen upgrade` and `gen downgrade` go to each, unless --url names one. */
  readonly databases?: () => readonly (string | DatabaseEntry)[] | Promise<readonly (string | DatabaseEntry)[]>;
  /** The history table. Default `graven_revisions`. */
  readonly historyTable?: string;
  /** What is done with a statement of an SQL file that graven does not know: `"raw"` carries it as it is. Default: it is refused. */
  readonly unsupported?: "raw";
  /** PostgreSQL: GRANT and REVOKE of SQL files and of live databases are read and compared. Default: they are left out. */
  readonly privileges?: boolean;
  /** The folder of fixture files. Default `./fixtures`. */
  readonly fixtures?: string;
  /** Databases beside those of this machine that `gen seed` may fill, as `host/database` with `*` for any text. */
  readonly seed?: { readonly allow?: readonly string[] };
  /** Packages that revisions may import beside `graven/revision`: those whose behaviour never changes. */
  readonly revisionImports?: readonly string[];
  /** How `gen test` and `graven/testing` test the revisions. */
  readonly test?: TestOptions;
  /** SQL files of INSERT statements: rows that the application cannot work without. */
  readonly requiredRows?: string | readonly string[];
}

/** Types a config file: `export default defineConfig({ models: "./src/models.ts" })`. */
export function defineConfig(config: Config): Config {
  return config;
}

/** A config with its defaults, and where it stands. Paths are absolute. */
export interface LoadedConfig extends Omit<Config, "models" | "migrations" | "fixtures" | "online"> {
  readonly online?: OnlineTables | undefined;
  readonly file: string | undefined;
  readonly folder: string;
  readonly models: readonly string[];
  /** The first folder of revisions. */
  readonly migrations: string;
  /** All of them, as they are read. */
  readonly folders: readonly string[];
  readonly fixtures: string;
  readonly historyTable: string;
}

export const configNames = ["graven.config.ts", "graven.config.mts", "graven.config.js", "graven.config.mjs"] as const;

const reviewKeys = ["rules", "target", "ownRules", "since", "refuseUpgrade"];

const checks = {
  models: (value) => (typeof value === "string" || isListOfStrings(value) ? undefined : "a path or a list of paths"),
  revisions: (value) => (Array.isArray(value) && value.every((each) => typeof each === "object" && each !== null && "module" in each && typeof each.checksum === "string") ? undefined : "what `gen bundle` writes: a list of { module, checksum }"),
  migrations: (value) => (text(value) === undefined || isListOfStrings(value) ? undefined : "a folder or a list of folders"),
  url: (value) => (value === undefined ? undefined : text(value)),
  kysely: (value) => (typeof value === "function" || (typeof value === "object" && value !== null) ? undefined : "a Kysely dialect or a function that makes one"),
  dialect: (value) => ((dialectNames as readonly unknown[]).includes(value) ? undefined : `one of ${quotedList(dialectNames, "or")}`),
  naming: checkNaming,
  template: text,
  postWrite: (value) => (mayBeEmpty(value) ? undefined : "a list of commands"),
  confirmed: (value) => (mayBeEmpty(value) ? undefined : "a list of revisions"),
  online: (value) => (typeof value === "boolean" || mayBeEmpty(value) ? undefined : "true, false or a list of tables"),
  review: (value) => (typeof value === "object" && value !== null && Object.keys(value).every((key) => reviewKeys.includes(key)) ? undefined : `a record with the keys ${quotedList(reviewKeys)}`),
  lockTimeout: seconds,
  statementTimeout: seconds,
  lockRetries: (value) => (Number.isInteger(value) && Number(value) >= 0 ? undefined : "a whole number"),
  transaction: (value) => (value === "revision" || value === "run" || value === "none" ? undefined : 'one of "revision", "run" or "none"'),
  databases: (value) => (typeof value === "function" ? undefined : "a function that gives URLs"),
  include: (value) => (typeof value === "function" ? undefined : "a function"),
  comparators: (value) => (Array.isArray(value) && value.every((each) => typeof each === "function") ? undefined : "a list of functions"),
  rewrite: (value) => (typeof value === "function" ? undefined : "a function"),
  historyTable: text,
  unsupported: (value) => (value === "raw" ? undefined : '"raw"'),
  privileges: (value) => (typeof value === "boolean" ? undefined : "true or false"),
  fixtures: text,
  seed: (value) => (isSeed(value) ? undefined : 'a record such as { allow: ["db.dev.example.com/*"] }'),
  requiredRows: (value) => (typeof value === "string" || isListOfStrings(value) ? undefined : "a path or a list of paths"),
  revisionImports: (value) => (mayBeEmpty(value) ? undefined : "a list of packages"),
  test: (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object of test options"),
} satisfies Record<keyof Config, (value: unknown) => string | undefined>;

/** Finds and loads the project's config. Throws CFG-001 when there is none, CFG-002 and CFG-003 for what is wrong in it. */
export async function loadConfig(folder: string, given: string | undefined, load: (path: string) => Promise<Record<string, unknown>>): Promise<LoadedConfig> {
  const file = given === undefined ? findConfig(folder) : resolve(folder, given);
  if (file === undefined || !existsSync(file)) {
    throw new GravenError("CFG-001", file === undefined ? `There is no graven.config.ts in ${folder}.` : `There is no config file ${file}.`, { hint: "Run `gen init` to make one, or name it with --config." });
  }
  const exported = await load(file);
  if (exported["default"] === undefined) throw new GravenError("CFG-002", "The config file has no default export.", { place: { file }, hint: "Write: export default defineConfig({ models: … });" });
  return checkedConfig(exported["default"], dirname(file), file);
}

/** Checks a config and fills in its defaults. `folder` is where its paths start. */
export function checkedConfig(value: unknown, folder: string, file?: string): LoadedConfig {
  const place = file === undefined ? undefined : { file };
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new GravenError("CFG-002", "The config is not an object.", { place, hint: "Write: export default defineConfig({ models: … });" });
  for (const key of Object.keys(value)) {
    if (!(key in checks)) throw new GravenError("CFG-003", `The config has the unknown key "${key}".`, { place, hint: didYouMean(key, Object.keys(checks)) ?? `It knows ${quotedList(Object.keys(checks))}.` });
  }
  const config = value as Config;
  if (config.models === undefined && config.revisions === undefined) throw new GravenError("CFG-003", 'The config lacks "models".', { place, hint: 'Name the files that declare your tables, as in: models: ["./src/models.ts"].' });
  for (const [key, check] of Object.entries(checks)) {
    const given = config[key as keyof Config];
    const wanted = given === undefined ? undefined : (check as (value: unknown) => string | undefined)(given);
    if (wanted !== undefined) throw new GravenError("CFG-003", `"${key}" in the config should be ${wanted}.`, { place });
  }
  if (config.test) checkedTestOptions(config.test, place);
  const folders = [config.migrations ?? "./migrations"].flat().map((each) => resolve(folder, each));
  return {
    ...config,
    file,
    folder,
    models: [config.models ?? []].flat() as readonly string[],
    migrations: plainFolder(folders[0]!),
    folders,
    fixtures: resolve(folder, config.fixtures ?? "./fixtures"),
    online: config.online || undefined,
    historyTable: config.historyTable ?? "graven_revisions",
    ...(config.template !== undefined && { template: resolve(folder, config.template) }),
  };
}

function findConfig(folder: string): string | undefined {
  return configNames.map((name) => resolve(folder, name)).find((path) => existsSync(path));
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? undefined : "a text";
}

function isSeed(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.entries(value).every(([key, each]) => key === "allow" && mayBeEmpty(each));
}

function seconds(value: unknown): string | undefined {
  return typeof value === "number" && value >= 0 && Number.isFinite(value) ? undefined : "a number of seconds";
}

/** What may be left out may be an empty list too. */
function mayBeEmpty(value: unknown): boolean {
  return isListOfStrings(value) || (Array.isArray(value) && value.length === 0);
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string");
}

function checkNaming(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return 'a record of templates, such as { ix: "ix_%(table_name)s_%(column_0_name)s" }';
  for (const [key, template] of Object.entries(value)) {
    if (!["pk", "uq", "fk", "ck", "ix"].includes(key)) return `a record with the keys pk, uq, fk, ck and ix; "${key}" is none of them`;
    if (typeof template !== "string") return `a record of templates; "${key}" is no text`;
    const unknown = unknownTokens(template);
    if (unknown.length) return `made of known tokens; %(${unknown[0]})s in "${key}" is none`;
  }
  return undefined;
}
