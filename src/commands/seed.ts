import { join, resolve } from "node:path";
import { GravenError } from "../base/errors.ts";
import { didYouMean } from "../base/text.ts";
import type { ExistingRows, FixtureOptions } from "../fixtures/types.ts";
import { schemaAt } from "../revisions/store.ts";
import { schemaHash } from "../schema/same.ts";
import type { Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { readApplied, withDatabase } from "./database.ts";
import { openProject, type Project } from "./project.ts";

export interface SeedOptions {
  /** Rows in each table. */
  readonly fake: number;
  readonly tables?: readonly string[];
  /** Default 1: the same rows on every run. */
  readonly seed?: number | undefined;
  readonly locale?: string | undefined;
  /** "Now" of the rows, ISO 8601. Default 2026-01-01, so that a run tomorrow gives the same rows. */
  readonly referenceDate?: string | undefined;
  /** Write a fixture file in place of rows; `true` chooses its name. */
  readonly out?: string | boolean | undefined;
  /** Fill a database that is not on this machine. */
  readonly force?: boolean | undefined;
}

export interface SeedResult {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The fixture file, when one was written. */
  readonly file?: string;
}

const DEFAULT_REFERENCE_DATE = "2026-01-01T00:00:00Z";

/** Fills the database, or a fixture file, with made-up rows that fit the schema of the database's revision. */
export async function seed(context: Context, options: SeedOptions): Promise<SeedResult> {
  if (!Number.isInteger(options.fake) || options.fake < 1) throw new GravenError("CLI-005", `--fake ${options.fake} is no number of rows.`, { hint: "Give a whole number from 1 on, as in: gen seed --fake 100" });
  const project = await openProject(context);
  return options.out === undefined || options.out === false ? fillDatabase(context, project, options) : writeFixture(context, project, options);
}

async function fillDatabase(context: Context, project: Project, options: SeedOptions): Promise<SeedResult> {
  const { isLocal } = await import("../drivers/url.ts");
  if (!options.force && (project.url === undefined || !isLocal(project.url))) {
    const subject = project.url === undefined ? "Nothing says that the database is on this machine" : "The database is not on this machine";
    throw new GravenError("FIX-050", `${subject}, and made-up rows belong into development databases only.`, { hint: "Point --url at a local database, or say --force when this one is for development." });
  }
  return withDatabase(context, project.config, async (database) => {
    const { heads } = await readApplied(database, project.store);
    if (!heads.length) throw new GravenError("FIX-051", "The database stands at base: it has no tables to fill.", { hint: "Run `gen upgrade` first." });
    const { schema } = await schemaAt(project.store, heads);
    const { generateRows, loadFaker, loadRows, planFixtures, readExisting } = await import("../fixtures/index.ts");
    const fixtureOptions = optionsFor(schema, options);
    const existing = await readExisting(database.connection, database.dialect, schema, fixtureOptions.tables);
    const plan = planFixtures(schema, { ...fixtureOptions, existing });
    const fixture = generateRows(plan, await loadFaker(fixtureOptions));
    return { rows: await loadRows(database.connection, database.dialect, fixture) };
  });
}

async function writeFixture(context: Context, project: Project, options: SeedOptions): Promise<SeedResult> {
  const { store, config } = project;
  const { schema } = await schemaAt(store, store.graph.heads);
  const [{ fixtureSource, generateRows, loadFaker, planFixtures }, { formatSource, resolvePrettierConfig }] = await Promise.all([import("../fixtures/index.ts"), import("../codegen/index.ts")]);
  const fixtureOptions = optionsFor(schema, options);
  const plan = planFixtures(schema, { ...fixtureOptions, existing: {} satisfies ExistingRows });
  const faker = await loadFaker(fixtureOptions);
  const fixture = generateRows(plan, faker);
  const file = typeof options.out === "string" && options.out !== "" ? resolve(context.folder, options.out) : join(config.fixtures, "dev.ts");
  const text = fixtureSource(plan, fixture, {
    revision: store.graph.heads[0] ?? null,
    schemaHash: schemaHash(schema),
    seed: fixtureOptions.seed,
    referenceDate: fixtureOptions.referenceDate,
    fakerVersion: faker.version,
    locale: faker.locale,
  });
  await context.files.writeAll([{ path: file, text: await formatSource(text, await resolvePrettierConfig(file)) }]);
  context.report({ kind: "wrote", file });
  return { rows: Object.fromEntries(plan.tables.map(({ key, count }) => [key, count])), file };
}

function optionsFor(schema: Schema, options: SeedOptions): FixtureOptions {
  for (const table of options.tables ?? []) {
    if (!(table in schema.tables)) throw new GravenError("FIX-052", `There is no table "${table}" at the database's revision.`, { hint: didYouMean(table, Object.keys(schema.tables)) });
  }
  const referenceDate = new Date(options.referenceDate ?? DEFAULT_REFERENCE_DATE);
  if (Number.isNaN(referenceDate.getTime())) throw new GravenError("CLI-006", `--ref-date ${options.referenceDate} is no date.`, { hint: "Write it as in 2026-01-31." });
  return { count: options.fake, seed: options.seed ?? 1, referenceDate, locale: options.locale, ...(options.tables?.length && { tables: options.tables }) };
}
