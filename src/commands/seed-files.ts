import { createHash } from "node:crypto";
import { createWriteStream, existsSync, type WriteStream } from "node:fs";
import { link, mkdir, rm, unlink } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { once } from "node:events";
import { GravenError, messageOf } from "../base/errors.ts";
import type { Faker } from "../fixtures/pools.ts";
import type { Fixture, FixtureHeader, FixtureOptions, FixturePlan } from "../fixtures/types.ts";
import type { FileSink } from "../fixtures/formats/index.ts";
import type { Shard } from "../fixtures/generate.ts";
import { schemaAt } from "../revisions/store.ts";
import { schemaHash } from "../schema/same.ts";
import type { Context } from "./context.ts";
import type { Project } from "./project.ts";
import { readFixturesConfig } from "./seed-config.ts";
import { progressOf, tellFed } from "./seed-fill.ts";
import { fixtureOptionsFor, shardOf } from "./seed-options.ts";
import type { SeedOptions, SeedResult } from "./seed.ts";

/** Rows of a table that a TypeScript fixture holds itself; more of them go to a file beside it. */
const READABLE = 1_000;
/** Rows of each table that `--dry-run` shows. */
const SAMPLES = 3;

/** Writes rows to files, for the head of the revisions; opens no database. */
export async function writeFiles(context: Context, project: Project, options: SeedOptions): Promise<SeedResult> {
  const { store, config } = project;
  const { schema } = await schemaAt(store, store.graph.heads);
  const { ALGORITHM, loadFaker, loadSpellings, planFixtures, rehearse, sampleRows } = await import("../fixtures/index.ts");
  const file = typeof options.out === "string" && options.out !== "" ? resolve(context.folder, options.out) : join(config.fixtures, "dev.ts");
  const shard = shardOf(options.shard);
  const wanted = { ...fixtureOptionsFor(schema, options, await readFixturesConfig(context, project, schema)), existing: requiredRowsOf(schema), reading: loadSpellings[project.dialect.name].reading } satisfies FixtureOptions;
  const plan = planFixtures(schema, wanted);
  tellFed(context, plan);
  const faker = await loadFaker(wanted);
  rehearse(plan, faker);
  const rows = Object.fromEntries(plan.tables.map(({ key, count }) => [key, shard ? Math.floor((count * shard.index) / shard.total) - Math.floor((count * (shard.index - 1)) / shard.total) : count]));
  if (options.dryRun) return { rows, samples: Object.fromEntries(sampleRows(plan, faker, SAMPLES)) };
  const header: FixtureHeader = { revision: store.graph.heads[0] ?? null, schemaHash: schemaHash(schema), seed: wanted.seed, referenceDate: wanted.referenceDate, algorithm: ALGORITHM, fakerVersion: faker.version, locale: faker.locale };
  const files = await (extname(file) === ".ts" ? writeFixture(context, { plan, faker, header, file, shard }) : writeFormat(context, project, { plan, faker, header, file, shard }));
  for (const each of files) context.report({ kind: "wrote", file: each });
  return { rows, files };
}

interface Writing {
  readonly plan: FixturePlan;
  readonly faker: Faker;
  readonly header: FixtureHeader;
  readonly file: string;
  readonly shard: Shard | undefined;
}

async function writeFormat(context: Context, { dialect }: Project, { plan, faker, header, file, shard }: Writing): Promise<readonly string[]> {
  const [{ formats }, { batchesOf }] = await Promise.all([import("../fixtures/formats/index.ts"), import("../fixtures/index.ts")]);
  const load = formats[extname(file)];
  if (!load) throw new GravenError("FIX-070", `No format is known by the ending "${extname(file)}" of ${basename(file)}.`, { hint: `Files may end in .ts, ${Object.keys(formats).join(", ")}.` });
  const format = await load();
  return staged(async (open) => {
    const writer = await format.open({ plan, dialect, header, file, open });
    const progress = progressOf(context, plan, shard?.total);
    let [done, table] = [0, ""];
    for (const batch of batchesOf(plan, faker, { shard, inline: format.inline })) {
      context.signal?.throwIfAborted();
      await writer.take(batch);
      if (batch.kind === "rows") progress({ table: (table = batch.table), rows: (done += batch.count) });
    }
    await writer.end();
    progress({ table, rows: Number.MAX_SAFE_INTEGER });
  });
}

async function writeFixture(context: Context, { plan, faker, header, file, shard }: Writing): Promise<readonly string[]> {
  const [{ batchesOf, fixtureSource, generateRows }, { jsonLines }, { formatSource, resolvePrettierConfig }] = await Promise.all([import("../fixtures/index.ts"), import("../fixtures/formats/jsonl.ts"), import("../codegen/index.ts")]);
  const large = new Set(plan.tables.filter(({ count }) => count > READABLE).map(({ key }) => key));
  return staged(async (open) => {
    const fixture: Fixture = large.size ? { parts: [], deferred: plan.deferred, putOff: plan.putOff } : generateRows(plan, faker, shard);
    const sidecars = new Map<string, { file: string; rows: number; checksum: string }>();
    if (large.size) {
      const parts = new Map<string, any>();
      let sink: { readonly table: string; readonly sink: FileSink; readonly hash: ReturnType<typeof createHash>; readonly name: string; rows: number } | undefined;
      const close = async () => {
        if (!sink) return;
        await sink.sink.end();
        sidecars.set(sink.table, { file: `./${sink.name}`, rows: sink.rows, checksum: sink.hash.digest("hex") });
        sink = undefined;
      };
      for (const batch of batchesOf(plan, faker, { shard })) {
        const key = `${batch.kind} ${batch.table}`;
        const isLarge = batch.kind === "rows" && large.has(batch.table);
        if (!parts.has(key)) parts.set(key, { kind: batch.kind, table: batch.table, columns: batch.columns, rows: [], ...(batch.kind === "rows" ? { counters: batch.counters } : { key: batch.key }) });
        if (sink && (!isLarge || sink.table !== batch.table)) await close();
        if (!isLarge) {
          const names = Object.keys(batch.columns);
          for (let row = 0; row < batch.count; row++) parts.get(key).rows.push(Object.fromEntries(names.map((name, at) => [name, batch.lists[at]![row] ?? null])));
          continue;
        }
        if (!sink) {
          const name = `${basename(file, ".ts")}.${batch.table.replace(/[^\w.-]/g, "_")}.jsonl`;
          sink = { table: batch.table, name, sink: await open(join(dirname(file), name)), hash: createHash("sha256"), rows: 0 };
        }
        const lines = jsonLines(batch);
        sink.hash.update(lines);
        sink.rows += batch.count;
        await sink.sink.write(lines);
      }
      await close();
      (fixture.parts as Fixture["parts"][number][]).push(...(parts.values() as Iterable<Fixture["parts"][number]>));
    }
    const text = await formatSource(fixtureSource(plan, fixture, header, sidecars), await resolvePrettierConfig(file));
    const sink = await open(file);
    await sink.write(text);
    await sink.end();
    context.signal?.throwIfAborted();
  });
}

/**
 * Runs work that opens files. They are written beside their places and appear together once all are whole; none that is
 * there already is replaced (FIL-002), and a failure leaves nothing.
 */
async function staged(work: (open: (file: string) => Promise<FileSink>) => Promise<void>): Promise<readonly string[]> {
  const files: { readonly file: string; readonly temporary: string }[] = [];
  const placed: string[] = [];
  try {
    await work(async (file) => {
      if (existsSync(file)) throw taken(file);
      await mkdir(dirname(file), { recursive: true });
      const temporary = join(dirname(file), `.${process.pid}.${files.length}.graven.tmp`);
      files.push({ file, temporary });
      return streamSink(createWriteStream(temporary));
    });
    for (const { file, temporary } of files) {
      await link(temporary, file).catch((error: unknown) => {
        throw (error as { code?: string }).code === "EEXIST" ? taken(file) : error;
      });
      placed.push(file);
      await unlink(temporary);
    }
    return placed.toReversed();
  } catch (error) {
    for (const { temporary } of files) await rm(temporary, { force: true });
    for (const file of placed) await rm(file, { force: true });
    if (error instanceof GravenError || (error instanceof Error && error.name === "AbortError")) throw error;
    throw new GravenError("FIL-001", `Cannot write ${files.at(-1)?.file ?? "the files"}: ${messageOf(error)}`, { hint: "Nothing was written. Check the folder's permissions and the space on the disk.", cause: error });
  }
}

function taken(file: string): GravenError {
  return new GravenError("FIL-002", `The file ${file} is there already; it was not touched.`, { hint: "Remove it first, or choose another name, message or id." });
}

function streamSink(stream: WriteStream): FileSink {
  let failure: unknown;
  stream.on("error", (error) => {
    failure = error;
  });
  return {
    write: async (piece) => {
      if (failure) throw failure;
      if (!stream.write(piece)) await once(stream, "drain");
    },
    end: async () => {
      stream.end();
      await once(stream, "close");
      if (failure) throw failure;
    },
  };
}

/** Required rows as they stand in a database that has nothing else: those that the database numbers are counted from the start. */
function requiredRowsOf(schema: Parameters<typeof schemaHash>[0]): FixtureOptions["existing"] {
  return Object.fromEntries(
    Object.entries(schema.requiredRows).flatMap(([key, { rows }]) => {
      const counter = schema.tables[key]?.columns.find((column) => column.autoIncrement || column.identity);
      if (!schema.tables[key] || !rows.length) return [];
      let next = (counter?.identity?.start ?? 1) - 1;
      const standing = rows.map((row) => {
        if (!counter) return row;
        next = typeof row[counter.name] === "number" ? (row[counter.name] as number) : next + (counter.identity?.increment ?? 1);
        return { ...row, [counter.name]: next };
      });
      return [[key, standing]];
    }),
  );
}
