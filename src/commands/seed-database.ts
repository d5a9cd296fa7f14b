import type { Kysely } from "kysely";
import { GravenError } from "../base/errors.ts";
import type { Dialect, DialectName } from "../dialects/dialect.ts";
import { loadDialect } from "../dialects/index.ts";
import type { FixturesConfig, TableRule } from "../fixtures/define.ts";
import type { FixtureConnection, FixtureOptions, FixtureRow } from "../fixtures/types.ts";
import { buildSchema, frozenNaming } from "../models/build.ts";
import { declarationOf, isTable, type AnyTable, type Row } from "../models/table.ts";
import { keyOf } from "../schema/key.ts";
import { DEFAULT_REFERENCE_DATE } from "./seed-options.ts";

/** What `seed(db, …)` makes. */
export interface SeedDatabaseOptions<Models extends object> {
  /** The models whose tables are filled; what is no table is left out. */
  readonly models: Models;
  /** Rows by model, or so many for each row of another: `{ users: 10, posts: "3/users", tags: "1-5/posts" }`. */
  readonly counts?: { readonly [K in keyof Models]?: number | string };
  /** Rows of models that `counts` does not name. Default 0, or 10 where there are no counts at all. */
  readonly count?: number;
  /** The same seed gives the same rows; 1 by default. */
  readonly seed?: number;
  readonly locale?: string;
  readonly referenceDate?: Date | string;
  /** Generators, as `defineFixtures` takes them. */
  readonly fixtures?: { readonly [K in keyof Models]?: TableRule<any> } | FixturesConfig;
}

/** The rows that were made, by model. */
export type SeededRows<Models extends object> = { readonly [K in keyof Models as Models[K] extends AnyTable ? K : never]: Models[K] extends AnyTable ? readonly Row<Models[K]>[] : never };

/** Whether the first argument of `seed` is a database, not a command's context. */
export function isDatabase(value: unknown): value is Kysely<any> | string {
  return typeof value === "string" || (typeof value === "object" && value !== null && "getExecutor" in value && "selectFrom" in value);
}

/**
 * Fills the tables of models with made-up rows, for tests, and gives them back. `db` is a Kysely instance, a transaction of one (which
 * then may be rolled back), or a URL. Tables that hold rows keep them. Throws FIX-0xx.
 */
export async function seedDatabase<Models extends object>(db: Kysely<any> | string, options: SeedDatabaseOptions<Models>): Promise<SeededRows<Models>> {
  const tables = Object.entries(options.models).flatMap(([name, value]) => (isTable(value) ? [{ name, table: value as AnyTable, key: keyOf(declarationOf(value as AnyTable)) }] : []));
  if (!tables.length) throw new GravenError("FIX-064", "The models given to seed() hold no table.", { hint: 'Hand over the module of models, as in: import * as models from "./models.ts".' });
  const { schema } = buildSchema(tables.map(({ table }) => declarationOf(table)), [], frozenNaming);
  return withConnection(db, async (connection, dialect) => {
    const { configuredFixtures, generateRows, loadFaker, loadRows, loadSpellings, planFixtures, readExisting } = await import("../fixtures/index.ts");
    const configured = configuredFixtures(schema, configOf(options));
    const { counts, perParent } = countsOf(tables, options.counts ?? {});
    const wanted: FixtureOptions = {
      count: options.count ?? (options.counts ? 0 : 10),
      counts,
      perParent: { ...configured.perParent, ...perParent },
      config: configured.tables,
      seed: options.seed ?? 1,
      referenceDate: new Date(options.referenceDate ?? DEFAULT_REFERENCE_DATE),
      locale: options.locale,
      reading: loadSpellings[dialect.name].reading,
    };
    const existing = await readExisting(connection, dialect, schema);
    const fixture = generateRows(planFixtures(schema, { ...wanted, existing }), await loadFaker(wanted));
    await loadRows(connection, dialect, fixture, { schema });
    return rowsByModel(tables, fixture.parts) as SeededRows<Models>;
  });
}

type Named = { readonly name: string; readonly table: AnyTable; readonly key: string };

function configOf<Models extends object>({ fixtures, models }: SeedDatabaseOptions<Models>): FixturesConfig {
  if (!fixtures) return { tables: {} };
  return "tables" in fixtures && typeof fixtures.tables === "object" ? (fixtures as FixturesConfig) : { tables: fixtures as Record<string, TableRule>, models: models as Record<string, unknown> };
}

function countsOf(tables: readonly Named[], given: Readonly<Record<string, number | string | undefined>>) {
  const keyFor = (name: string): string => {
    const found = tables.find((each) => each.name === name || each.key === name);
    if (!found) throw new GravenError("FIX-003", `seed() counts rows of "${name}", which is no model.`, { hint: `The models are ${tables.map((each) => each.name).join(", ")}.` });
    return found.key;
  };
  const counts: Record<string, number> = {};
  const perParent: Record<string, { parent: string; min: number; max: number }> = {};
  for (const [name, count] of Object.entries(given)) {
    if (count === undefined) continue;
    if (typeof count === "number") {
      counts[keyFor(name)] = count;
      continue;
    }
    const match = /^\s*(\d+)(?:\s*(?:-|\.\.)\s*(\d+))?\s*\/\s*(\w+)\s*$/.exec(count);
    if (!match) throw new GravenError("FIX-003", `seed() counts "${count}" rows of "${name}", which is no number.`, { hint: 'Give a number, or so many for each row of another model, as in "3/users" or "1-5/users".' });
    perParent[keyFor(name)] = { parent: keyFor(match[3]!), min: Number(match[1]), max: Number(match[2] ?? match[1]) };
  }
  return { counts, perParent };
}

/** Rows by the properties of their models, with the links of circles in their places. */
function rowsByModel(tables: readonly Named[], parts: readonly { readonly kind: string; readonly table: string; readonly rows: readonly FixtureRow[]; readonly key?: readonly string[] }[]): Record<string, readonly Record<string, unknown>[]> {
  return Object.fromEntries(
    tables.map(({ name, table, key }) => {
      const { columns } = declarationOf(table);
      const rows = parts.filter((part) => part.kind === "rows" && part.table === key).flatMap((part) => part.rows.map((row) => ({ ...row })));
      for (const part of parts) {
        if (part.kind !== "updates" || part.table !== key) continue;
        const places = new Map(rows.map((row) => [JSON.stringify(part.key!.map((column) => row[column])), row]));
        for (const link of part.rows) Object.assign(places.get(JSON.stringify(part.key!.map((column) => link[column])))!, link);
      }

      return [name, rows.map((row) => Object.fromEntries(columns.flatMap((column) => (column.name in row ? [[column.property, row[column.name]]] : []))))];
    }),
  );
}

async function withConnection<T>(db: Kysely<any> | string, work: (connection: FixtureConnection, dialect: Dialect) => Promise<T>): Promise<T> {
  if (typeof db === "string") {
    const { openDatabase } = await import("../drivers/index.ts");
    const connection = await openDatabase({ url: db });
    try {
      return await work(connection, await loadDialect(connection.dialect));
    } finally {
      await connection.close();
    }
  }
  const { CompiledQuery } = await import("kysely");
  const dialect = await loadDialect(dialectOf(db));
  const through = (session: Kysely<any>, own: boolean): Promise<T> => {
    const run = async (text: string) => (await session.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text))).rows;
    // Within the caller's transaction, the caller ends it.
    const outer = own ? {} : { begin: () => run("SAVEPOINT graven_seed"), commit: () => run("RELEASE SAVEPOINT graven_seed"), rollback: () => run("ROLLBACK TO SAVEPOINT graven_seed") };
    return work({ query: run, execute: run, ...outer }, dialect);
  };
  return db.isTransaction ? through(db, false) : db.connection().execute((session) => through(session, true));
}

const names: Readonly<Record<string, DialectName>> = { postgres: "postgres", sqlite: "sqlite", mysql: "mysql" };

/** By the class of the adapter, whichever dialect made it. */
function dialectOf(db: Kysely<any>): DialectName {
  for (let prototype: object | null = db.getExecutor().adapter; prototype; prototype = Object.getPrototypeOf(prototype)) {
    const name = Object.keys(names).find((each) => prototype!.constructor.name.toLowerCase().includes(each));
    if (name !== undefined) return names[name]!;
  }
  throw new GravenError("DRV-004", "It is not known which database the Kysely instance speaks to.", { hint: "Give the URL of the database in its place." });
}
