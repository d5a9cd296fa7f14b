import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { GravenError, messageOf } from "../base/errors.ts";
import type { FixtureFile } from "../fixtures/fixture.ts";
import type { Fixture, FixtureRow, RowBatch, TableRows } from "../fixtures/types.ts";
import { describeOperation } from "../operations/apply.ts";
import type { Operation } from "../operations/index.ts";
import { findRevision } from "../revisions/graph.ts";
import { upgradePath } from "../revisions/paths.ts";
import { schemaHash } from "../schema/same.ts";
import type { ColumnType, Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { readApplied, withDatabase, withLock } from "./database.ts";
import type { Project } from "./project.ts";
import { progressOf, schemaOfDatabase } from "./seed-fill.ts";
import { refuseForeignDatabase, refuseStandingRows } from "./seed-guard.ts";
import { carriedRows } from "./seed-scratch.ts";
import type { SeedOptions, SeedResult } from "./seed.ts";
import { countStanding, deletions } from "./seed-truncate.ts";

/**
 * Loads a fixture file. Where the database is further on than the fixture, its rows are carried there by the revisions in between,
 * in a scratch database. Throws FIX-080 for a file that is none, FIX-081 for a revision that the database has not reached.
 */
export async function loadFixtureFile(context: Context, project: Project, options: SeedOptions & { readonly load: string }): Promise<SeedResult> {
  if (!options.dryRun) await refuseForeignDatabase(project, options);
  const file = resolve(context.folder, options.load);
  const fixture = await readFixture(file);
  return withDatabase(context, project.config, async (database) => {
    const schema = await schemaOfDatabase(project, database);
    const { heads } = await readApplied(database, project.store);
    const changes = await changesSince(context, project, fixture, heads, schema);
    const rows = Object.fromEntries([...new Set(fixture.parts.map(({ table }) => table))].map((table) => [table, fixture.parts.reduce((sum, part) => sum + (part.kind === "rows" && part.table === table ? (part.sidecar?.rows ?? part.rows.length) : 0), 0)]));
    for (const change of changes ?? []) context.report({ kind: "note", message: `Since the fixture was written: ${change}.` });
    if (options.dryRun) return { rows, ...(changes && { changes }) };
    const { loadBatches, planFixtures, putOffKeys } = await import("../fixtures/index.ts");
    const source = changes ? await carriedRows(context, project, database, { fixture, batches: () => batchesFrom(fixture, file), schema, heads }) : { batches: batchesFrom(fixture, file), tables: Object.keys(rows), end: async () => {} };
    try {
      const present = source.tables.filter((table) => table in schema.tables);
      if (!options.append && !options.truncate) refuseStandingRows(await countStanding(database, schema, present));
      const named = (options.tables ?? []).flatMap((names) => names.split(","));
      const before = options.truncate ? await deletions(database, planFixtures(schema, { count: 0, seed: 1, referenceDate: fixture.header.referenceDate }), named) : [];
      const loaded = await withLock(context, database, undefined, () =>
        loadBatches(database.connection, database.dialect, source.batches, {
          deferred: changes !== undefined || fixture.deferred,
          putOff: putOffKeys(schema, present),
          fast: options.fast || changes !== undefined,
          schema,
          before,
          hint: "Nothing was loaded. Rows of a fixture keep the ids that they were written with: rows that hold the same stand in the way, and --truncate --table deletes those of the tables that you name.",
          signal: context.signal,
          onNote: (message) => context.report({ kind: "note", message }),
          onProgress: progressOf(context, { tables: Object.entries(rows).map(([key, count]) => ({ key, count })) as never }),
        }),
      );
      return { rows: loaded, ...(changes && { changes }) };
    } finally {
      await source.end();
    }
  });
}

async function readFixture(file: string): Promise<FixtureFile> {
  const { loadModule } = await import("../modules/load.ts");
  const exported = (await loadModule(file))["default"] as FixtureFile | undefined;
  if (!exported?.header || !Array.isArray(exported.parts)) throw new GravenError("FIX-080", "The file has no default export made by defineFixture.", { place: { file }, hint: "Files that `gen seed --load` reads are written by `gen seed --fake 20 --out fixtures/dev.ts`." });
  return exported;
}

/** What the schema has changed since the fixture's revision; nothing where the rows fit as they are. */
async function changesSince({ args }: Context, { store }: Project, { header, parts }: FixtureFile, heads: readonly string[], schema: Schema): Promise<readonly string[] | undefined> {
  if (header.revision === null || (heads.length === 1 && heads[0] === header.revision) || schemaHash(schema).startsWith(header.schemaHash)) return undefined;
  findRevision(store.graph, header.revision);
  const behind = new Set(upgradePath(store.graph, header.revision, new Set()));
  const applied = new Set(heads.flatMap((head) => upgradePath(store.graph, head, new Set())));
  if (![...behind].every((revision) => applied.has(revision))) {
    throw new GravenError("FIX-081", `The fixture fits revision "${header.revision}", which the database has not reached: it stands at ${heads.map((head) => `"${head}"`).join(" and ")}.`, { hint: `Run \`gen upgrade ${header.revision}\` first.` });
  }
  const between = [...applied].filter((revision) => !behind.has(revision));
  const { recordRevision } = await import("./record.ts");
  const operations = await Promise.all(between.map(async (revision) => (await recordRevision(store, revision, "upgrade", args)).map(({ operation }) => operation)));
  return toldChanges(operations.flat(), parts.map(({ table }) => table));
}

/** What happened to the tables of a fixture, and to any that came, in words; tables are followed through their renames. */
function toldChanges(operations: readonly Operation[], named: readonly string[]): readonly string[] {
  const tables = new Set(named);
  return operations.flatMap((operation) => {
    const table = "table" in operation && typeof operation.table === "string" ? operation.table : undefined;
    if (operation.kind === "renameTable" && tables.has(operation.from)) tables.add(operation.to);
    return table === undefined || tables.has(table) ? [describeOperation(operation)] : [];
  });
}

/** The rows of a fixture, those of files beside it as they are read. Throws FIX-082 for a file that is not the one that was written. */
async function* batchesFrom(fixture: Fixture, file: string): AsyncGenerator<RowBatch> {
  const { batchesFromParts } = await import("../fixtures/index.ts");
  for (const part of fixture.parts) {
    if (part.kind !== "rows" || !part.sidecar) yield* batchesFromParts([part]);
    else for await (const rows of sidecarRows(resolve(dirname(file), part.sidecar.file), part)) yield* batchesFromParts([{ ...part, rows }]);
  }
}

const LINES_AT_ONCE = 2_000;

async function* sidecarRows(path: string, { columns, sidecar }: TableRows): AsyncGenerator<FixtureRow[]> {
  await verifySidecar(path, sidecar!);
  const binary = Object.entries(columns).flatMap(([name, type]) => (isBinary(type) ? [name] : []));
  let rows: FixtureRow[] = [];
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === "") continue;
    const row = JSON.parse(line) as Record<string, unknown>;
    for (const name of binary) if (typeof row[name] === "string") row[name] = Buffer.from((row[name] as string).replace(/^\\x/, ""), "hex");
    rows.push(row);
    if (rows.length < LINES_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length) yield rows;
}

function isBinary(type: ColumnType): boolean {
  return type.kind === "binary" || (type.kind === "sql" && /^(bytea|blob|tinyblob|mediumblob|longblob|binary|varbinary)\b/i.test(type.sql));
}

async function verifySidecar(path: string, { checksum }: NonNullable<TableRows["sidecar"]>): Promise<void> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    throw new GravenError("FIX-082", `The file ${path}, which holds rows of the fixture, cannot be read: ${messageOf(error)}`, { hint: "It stands beside the fixture and belongs to it: bring it back, or write the fixture again." });
  }
  if (hash.digest("hex") !== checksum) throw new GravenError("FIX-082", `The file ${path} is not the one that was written with the fixture.`, { hint: "Undo the edit, or write the fixture again." });
}

