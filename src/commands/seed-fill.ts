import { GravenError } from "../base/errors.ts";
import { schemaAt } from "../revisions/store.ts";
import type { Schema } from "../schema/types.ts";
import type { FixturePlan } from "../fixtures/types.ts";
import type { Context } from "./context.ts";
import { readApplied, withDatabase, withLock, type OpenDatabase } from "./database.ts";
import type { Project } from "./project.ts";
import { readFixturesConfig } from "./seed-config.ts";
import { refuseForeignDatabase, refuseStandingRows } from "./seed-guard.ts";
import { fixtureOptionsFor, shardOf } from "./seed-options.ts";
import type { SeedOptions, SeedResult } from "./seed.ts";
import { countStanding, deletions, requiredCondition } from "./seed-truncate.ts";

/** Rows of each table that `--dry-run` shows. */
const SAMPLES = 3;

/** Fills the database at its own revision. */
export async function fillDatabase(context: Context, project: Project, options: SeedOptions): Promise<SeedResult> {
  if (!options.dryRun) await refuseForeignDatabase(project, options);
  const shard = shardOf(options.shard);
  return withDatabase(context, project.config, async (database) => {
    const schema = await schemaOfDatabase(project, database);
    const { batchesAside, loadBatches, loadFaker, loadSpellings, planFixtures, readExisting, rehearse, sampleRows } = await import("../fixtures/index.ts");
    const wanted = fixtureOptionsFor(schema, options, await readFixturesConfig(context, project, schema));
    const filled = wanted.tables ?? Object.keys(schema.tables);
    if (!options.append && !options.truncate && !shard) refuseStandingRows(await countStanding(database, schema, filled));
    const emptied = options.truncate ? filled : shard ? Object.keys(schema.tables) : [];
    const existing = await readExisting(database.connection, database.dialect, schema, wanted.tables, Object.fromEntries(emptied.map((key) => [key, requiredCondition(database.dialect, schema, key)])));
    const { reading, unchecked } = loadSpellings[database.dialect.name];
    const plan = planFixtures(schema, { ...wanted, existing, reading, triggersRest: (options.fast || shard !== undefined) && unchecked.triggersRest });
    tellFed(context, plan);
    const faker = await loadFaker(wanted);
    const counts = Object.fromEntries(plan.tables.map(({ key, count }) => [key, count]));
    if (options.dryRun) {
      rehearse(plan, faker);
      return { rows: counts, samples: Object.fromEntries(sampleRows(plan, faker, SAMPLES)) };
    }
    const { batches, end } = batchesAside(plan, faker, { shard, bound: database.connection.bulk?.binds === true });
    try {
      const before = options.truncate ? await deletions(database, plan, filled) : [];
      const rows = await withLock(context, database, undefined, () =>
        loadBatches(database.connection, database.dialect, batches, {
          deferred: plan.deferred,
          putOff: plan.putOff,
          // A shard's parents may be another one's rows, which are still to come.
          fast: options.fast || shard !== undefined,
          unverified: shard !== undefined,
          schema: plan.schema,
          before,
          signal: context.signal,
          onNote: (message) => context.report({ kind: "note", message }),
          onProgress: progressOf(context, plan, shard?.total ?? 1),
        }),
      );
      if (shard) context.report({ kind: "note", message: "Foreign keys were not checked, as other shards are still to come.", hint: "Run `gen seed --verify` once they all stand." });
      return { rows: { ...Object.fromEntries(Object.keys(counts).map((key) => [key, 0])), ...rows } };
    } finally {
      await end();
    }
  });
}

/** Says which tables are left to triggers. */
export function tellFed(context: Context, { fed }: Pick<FixturePlan, "fed">): void {
  for (const [key, { trigger, from }] of fed) context.report({ kind: "note", message: `Table "${key}" gets its rows from the trigger "${trigger}" of "${from}".`, hint: `Ask for rows of its own with --counts ${key}=…` });
}

/** Looks at every foreign key of the database. Throws FIX-042 for a row that leads nowhere. */
export async function verifyDatabase(context: Context, project: Project): Promise<SeedResult> {
  return withDatabase(context, project.config, async (database) => {
    const schema = await schemaOfDatabase(project, database);
    const { verifyForeignKeys } = await import("../fixtures/index.ts");
    return { rows: {}, verified: await verifyForeignKeys(database.connection, database.dialect, schema) };
  });
}

/** The schema of the revision where the database stands. Throws FIX-051 at base. */
export async function schemaOfDatabase({ store }: Project, database: OpenDatabase): Promise<Schema> {
  const { heads, halfApplied } = await readApplied(database, store);
  if (halfApplied) throw new GravenError("FIX-051", `Revision "${halfApplied.revision}" is half applied, so the database stands at no revision.`, { hint: "End it first: gen upgrade." });
  if (!heads.length) throw new GravenError("FIX-051", "The database stands at base: it has no tables to fill.", { hint: "Run `gen upgrade` first." });
  return (await schemaAt(store, heads)).schema;
}

export function progressOf(context: Context, plan: Pick<FixturePlan, "tables">, parts = 1) {
  const total = Math.ceil(plan.tables.reduce((sum, { count }) => sum + count, 0) / parts);
  const started = performance.now();
  return ({ table, rows }: { readonly table: string; readonly rows: number }) => context.report({ kind: "rows", table, done: rows, total, milliseconds: performance.now() - started });
}
