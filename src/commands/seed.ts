import type { Kysely } from "kysely";
import { GravenError } from "../base/errors.ts";
import type { FixtureRow } from "../fixtures/types.ts";
import type { Context } from "./context.ts";
import { openProject } from "./project.ts";
import { isDatabase, seedDatabase, type SeedDatabaseOptions, type SeededRows } from "./seed-database.ts";

export interface SeedOptions {
  /** Rows in each table. */
  readonly fake?: number | undefined;
  /** A fixture file to load in place of made-up rows. */
  readonly load?: string | undefined;
  readonly tables?: readonly string[];
  /** Other numbers by table: `users=100`, `posts=3/users`, `posts=3-5/users`. */
  readonly counts?: readonly string[] | undefined;
  /** Default 1: the same rows on every run. */
  readonly seed?: number | undefined;
  readonly locale?: string | undefined;
  /** "Now" of the rows, ISO 8601. Default 2026-01-01, so that a run tomorrow gives the same rows. */
  readonly referenceDate?: string | undefined;
  /** Add rows to tables that hold some. */
  readonly append?: boolean | undefined;
  /** Delete the rows of the tables named first, save the required ones. */
  readonly truncate?: boolean | undefined;
  /** Write files in place of rows; `true` chooses the name of a TypeScript fixture. */
  readonly out?: string | boolean | undefined;
  /** Tell the plan and show a few rows; change nothing. */
  readonly dryRun?: boolean | undefined;
  /** `2/8`: only the second of eight parts of each table. */
  readonly shard?: string | undefined;
  /** Foreign keys unchecked while loading, every one of them verified afterwards. */
  readonly fast?: boolean | undefined;
  /** Only verify every foreign key of the database. */
  readonly verify?: boolean | undefined;
  /** Write a `fixtures.config.ts` to start from. */
  readonly init?: boolean | undefined;
  /** Fill a database that is not plainly one for development. */
  readonly force?: boolean | undefined;
}

export interface SeedResult {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The files that were written. */
  readonly files?: readonly string[];
  /** With `dryRun`: the first rows of each table. */
  readonly samples?: Readonly<Record<string, readonly FixtureRow[]>>;
  /** With `verify`: foreign keys that were looked at. */
  readonly verified?: number;
  /** What the schema has changed since the fixture file was written. */
  readonly changes?: readonly string[];
}

/** The rows of models for a test, straight into a database, and back: `const { users } = await seed(db, { models, counts: { users: 10 } })`. */
export async function seed<Models extends object>(db: Kysely<any> | string, options: SeedDatabaseOptions<Models>): Promise<SeededRows<Models>>;
/** What `gen seed` does, for programs. */
export async function seed(context: Context, options: SeedOptions): Promise<SeedResult>;
export async function seed(first: Context | Kysely<any> | string, options: SeedOptions | SeedDatabaseOptions<object>): Promise<unknown> {
  if (isDatabase(first)) return seedDatabase(first, options as SeedDatabaseOptions<object>);
  return runSeed(first, options as SeedOptions);
}

/**
 * Fills the database, or files, with made-up rows that fit the schema of the database's revision; loads a fixture file;
 * or begins a `fixtures.config.ts`. Throws CLI-005 and CLI-006 for options that say nothing or too much, FIX-0xx for the rest.
 */
async function runSeed(context: Context, options: SeedOptions): Promise<SeedResult> {
  refuseContradictions(options);
  const project = await openProject(context);
  if (options.init) return (await import("./seed-init.ts")).writeFixturesConfig(context, project);
  if (options.load !== undefined) return (await import("./seed-load.ts")).loadFixtureFile(context, project, { ...options, load: options.load });
  if (options.verify) return (await import("./seed-fill.ts")).verifyDatabase(context, project);
  if (options.out === undefined || options.out === false) return (await import("./seed-fill.ts")).fillDatabase(context, project, options);
  return (await import("./seed-files.ts")).writeFiles(context, project, options);
}

/** One thing to do, and nothing that would be passed over in silence. */
function refuseContradictions(options: SeedOptions): void {
  const given = (["fake", "load", "verify", "init"] as const).filter((name) => options[name] !== undefined && options[name] !== false);
  if (!given.length && !options.counts?.length) throw new GravenError("CLI-005", "Nothing says what to do.", { hint: "Give a number of rows, as in: gen seed --fake 100, or of each table: --counts users=100. Or --load <file>, --verify, --init." });
  if (given.length > 1) throw new GravenError("CLI-005", `--${given[0]} and --${given[1]} do not go together.`, { hint: "Give one of them." });
  if (options.fake !== undefined && (!Number.isInteger(options.fake) || options.fake < 1)) throw new GravenError("CLI-005", `--fake ${options.fake} is no number of rows.`, { hint: "Give a whole number from 1 on, as in: gen seed --fake 100" });
  if (options.append && options.truncate) throw new GravenError("CLI-005", "--append and --truncate do not go together.", { hint: "Give one of them." });
  if (options.truncate && !options.tables?.length) throw new GravenError("CLI-005", "--truncate deletes the rows of the tables that are named, and none is.", { hint: "Name them, as in: gen seed --fake 100 --truncate --table posts,comments" });
  const work = given[0] === "fake" || !given.length ? (options.out ? "out" : "fake") : given[0]!;
  const idle = passedOver[work].find((name) => isGiven(options[name]) && !(name === "tables" && options.truncate));
  if (idle) throw new GravenError("CLI-005", `--${flags[idle] ?? idle} and --${work} do not go together.`, { hint: "It would be passed over. Leave it out." });
  if (options.shard !== undefined && (options.append || options.truncate)) throw new GravenError("CLI-005", `--shard and --${options.append ? "append" : "truncate"} do not go together.`, { hint: "Shards fill tables that hold required rows only, as each must know what stands without asking." });
}

const making = ["counts", "seed", "locale", "referenceDate", "shard", "out"] as const;
const loading = ["append", "truncate", "fast"] as const;

/** What has no meaning beside each kind of work. */
const passedOver: Readonly<Record<"fake" | "out" | "load" | "verify" | "init", readonly (keyof SeedOptions)[]>> = {
  fake: [],
  out: loading,
  load: [...making, "tables"],
  verify: [...making, ...loading, "tables", "dryRun"],
  init: [...making, ...loading, "tables", "dryRun"],
};

const flags: Partial<Record<keyof SeedOptions, string>> = { referenceDate: "ref-date", tables: "table", dryRun: "dry-run" };

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
