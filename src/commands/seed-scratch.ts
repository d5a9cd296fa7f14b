import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GravenError, messageOf } from "../base/errors.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import type { FixtureFile } from "../fixtures/fixture.ts";
import type { RowBatch } from "../fixtures/types.ts";
import { schemaAt } from "../revisions/store.ts";
import type { Column, ColumnType, Schema } from "../schema/types.ts";
import type { Context } from "./context.ts";
import { withDatabase, type OpenDatabase } from "./database.ts";
import type { Project } from "./project.ts";
import { requiredCondition } from "./seed-truncate.ts";

interface Carried {
  readonly batches: AsyncIterable<RowBatch>;
  readonly tables: readonly string[];
  readonly end: () => Promise<void>;
}

/**
 * Rows of a fixture as they are at a later revision: a scratch database is upgraded to the fixture's revision, takes its rows, and
 * is upgraded to where the database stands. Throws FIX-083 where no scratch database can be made.
 */
export async function carriedRows(context: Context, project: Project, database: OpenDatabase, { fixture, batches, schema, heads }: { readonly fixture: FixtureFile; readonly batches: () => AsyncIterable<RowBatch>; readonly schema: Schema; readonly heads: readonly string[] }): Promise<Carried> {
  const scratch = await scratchDatabase(project, database);
  try {
    const { upgrade } = await import("./run.ts");
    const { loadBatches, orderTables, putOffKeys } = await import("../fixtures/index.ts");
    const quiet: Context = { ...context, url: scratch.url, report: () => {} };
    await upgrade(quiet, { target: fixture.header.revision! });
    const { schema: former } = await schemaAt(project.store, [fixture.header.revision!]);
    await withDatabase(quiet, project.config, ({ connection, dialect }) => loadBatches(connection, dialect, batches(), { deferred: true, fast: true, putOff: putOffKeys(former, Object.keys(former.tables)) }));
    for (const head of heads) await upgrade(quiet, { target: head });
    const { order, modes } = orderTables(schema, Object.keys(schema.tables), () => false);
    const tables: string[] = [];
    await withDatabase(quiet, project.config, async ({ connection, dialect }) => {
      for (const key of order) {
        const [row] = await connection.query(`SELECT count(*) AS number FROM ${dialect.tableName(key)} WHERE NOT ${requiredCondition(dialect, schema, key)}`);
        if (Number(row?.["number"]) > 0) tables.push(key);
      }
    });
    const late = (key: string) => schema.tables[key]!.foreignKeys.filter((foreignKey) => modes.get(foreignKey) === "update").flatMap(({ columns }) => columns.filter((name) => schema.tables[key]!.columns.some((column) => column.name === name && column.nullable)));
    return { tables, batches: readRows(quiet, project, schema, tables, late), end: scratch.end };
  } catch (error) {
    await scratch.end();
    throw error;
  }
}

/** The rows of the scratch database as texts, which every column reads back; the links of circles come last. */
async function* readRows(context: Context, project: Project, schema: Schema, tables: readonly string[], late: (key: string) => readonly string[]): AsyncGenerator<RowBatch> {
  const batches: RowBatch[] = [];
  await withDatabase(context, project.config, async ({ connection, dialect }) => {
    const links: RowBatch[] = [];
    for (const key of tables) {
      const table = schema.tables[key]!;
      const columns = table.columns.filter(({ generated }) => !generated);
      const ways = columns.map((column) => ({ column, ...readWays[dialect.name](column, dialect) }));
      const order = table.primaryKey ? ` ORDER BY ${table.primaryKey.columns.map(dialect.quote).join(", ")}` : "";
      const rows = await connection.query(`SELECT ${ways.map(({ column, sql }) => `${sql} AS ${dialect.quote(column.name)}`).join(", ")} FROM ${dialect.tableName(key)} WHERE NOT ${requiredCondition(dialect, schema, key)}${order}`);
      const waiting = late(key);
      const counters = columns.filter(({ autoIncrement, identity }) => autoIncrement || identity).map(({ name }) => name);
      const types = Object.fromEntries(ways.map(({ column, type }) => [column.name, type]));
      batches.push({ kind: "rows", table: key, columns: types, lists: columns.map(({ name }) => rows.map((row) => (waiting.includes(name) ? null : row[name]))), count: rows.length, counters, key: [] });
      const found = table.primaryKey?.columns;
      if (!waiting.length || !found) continue;
      const linked = rows.filter((row) => waiting.some((name) => row[name] !== null));
      const names = [...found, ...waiting];
      if (linked.length) links.push({ kind: "updates", table: key, columns: Object.fromEntries(names.map((name) => [name, types[name]!])), lists: names.map((name) => linked.map((row) => row[name])), count: linked.length, counters: [], key: found });
    }
    batches.push(...links);
  });
  yield* batches;
}

interface ReadWay {
  readonly sql: string;
  readonly type: ColumnType;
}

const asText: ColumnType = { kind: "text" };

/** How a column is read so that its value can be written back unchanged. */
const readWays: { readonly [D in DialectName]: (column: Column, dialect: Dialect) => ReadWay } = {
  postgres: ({ name }, { quote }) => ({ sql: `${quote(name)}::text`, type: asText }),
  sqlite: ({ name }, { quote }) => ({ sql: quote(name), type: asText }),
  mysql: readFromMysql,
  mariadb: readFromMysql,
};

function readFromMysql({ name, type }: Column, { quote }: Dialect): ReadWay {
  if (type.kind === "binary" || (type.kind === "sql" && /^(binary|varbinary|tinyblob|blob|mediumblob|longblob)\b/i.test(type.sql))) return { sql: quote(name), type: { kind: "binary" } };
  if (type.kind === "sql" && /^bit\b/i.test(type.sql)) return { sql: `BIN(${quote(name)})`, type };
  if (type.kind === "sql" && /^(geometry|point|linestring|polygon)\b/i.test(type.sql)) return { sql: `ST_AsText(${quote(name)})`, type };
  return { sql: `CAST(${quote(name)} AS CHAR)`, type: asText };
}

interface Scratch {
  readonly url: string;
  readonly end: () => Promise<void>;
}

/** A database of the same kind that nobody else knows, and its end. */
async function scratchDatabase({ url }: Project, { connection, dialect }: OpenDatabase): Promise<Scratch> {
  const { schemeOfUrl, withDatabaseName } = await import("../drivers/url.ts");
  const scheme = url === undefined ? undefined : schemeOfUrl(url);
  if (scheme === "sqlite" || scheme === "pglite") {
    const folder = await mkdtemp(join(tmpdir(), "graven-scratch-"));
    return { url: `${scheme}:${join(folder, "scratch.db")}`, end: () => rm(folder, { recursive: true, force: true }) };
  }
  if (url === undefined) throw new GravenError("FIX-083", "A fixture of an earlier revision is carried over in a scratch database, and a Kysely dialect says nothing of where to make one.", { hint: "Give the database by its URL." });
  const name = `graven_scratch_${process.pid}_${Date.now().toString(36)}`;
  try {
    await connection.execute(`CREATE DATABASE ${dialect.quote(name)}`);
  } catch (cause) {
    throw new GravenError("FIX-083", `A fixture of an earlier revision is carried over in a scratch database, and none can be made here: ${messageOf(cause)}`, { hint: "Let the user create databases, or write the fixture again for this revision.", cause });
  }
  return { url: withDatabaseName(url, name), end: () => connection.execute(`DROP DATABASE IF EXISTS ${dialect.quote(name)}`) };
}
