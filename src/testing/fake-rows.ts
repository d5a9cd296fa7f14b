import { GravenError } from "../base/errors.ts";
import type { FakeRowsOptions } from "../commands/test-options.ts";
import { generateRows, loadFaker, loadRows, loadSpellings, planFixtures, readExisting, type FixtureOptions } from "../fixtures/index.ts";
import type { Table } from "../schema/types.ts";
import type { Stand } from "./stand.ts";
import { countRows } from "./table-rows.ts";

/** "Now" of made-up rows: the same on every run. */
const REFERENCE_DATE = new Date("2026-01-01T00:00:00Z");

/** Fills tables up with made-up rows, and remembers which cannot be filled. */
export class FakeRows {
  private readonly options: FakeRowsOptions;
  private faker: ReturnType<typeof loadFaker> | undefined;
  /** Tables, as they stood, for which no rows could be made, or not so many. */
  private readonly limits = new Map<Table, number>();
  readonly warnings = new Set<string>();

  private constructor(options: FakeRowsOptions) {
    this.options = options;
  }

  /** Nothing when no rows are wanted. */
  static from(option: number | FakeRowsOptions | undefined): FakeRows | undefined {
    const options = typeof option === "number" ? { count: option } : option;
    return options && (options.count > 0 || Object.values(options.counts ?? {}).some((count) => count > 0)) ? new FakeRows(options) : undefined;
  }

  /** Fills each table that holds fewer rows than wanted. Throws TST-012 when the database refuses made-up rows, FIX-001 and FIX-002 without faker. */
  async fill(stand: Stand, subject: string): Promise<void> {
    const missing = await this.missing(stand);
    if (!Object.keys(missing).length) return;
    try {
      await this.load(stand, missing);
    } catch (error) {
      if (!(error instanceof GravenError) || !error.code.startsWith("FIX-")) throw error;
      if (["FIX-001", "FIX-002"].includes(error.code)) throw error;
      if (error.code === "FIX-040") throw refused(error, subject);
      await this.loadOneByOne(stand, missing, subject);
    }
  }

  /** How many rows each table lacks. */
  private async missing(stand: Stand): Promise<Record<string, number>> {
    const { tables } = stand.schema;
    const lacking = [...(await countRows(stand))].map(([key, held]) => [key, Math.min(this.options.counts?.[key] ?? this.options.count, this.limits.get(tables[key]!) ?? Infinity) - held] as const);
    return Object.fromEntries(lacking.filter(([, count]) => count > 0));
  }

  private async load(stand: Stand, counts: Readonly<Record<string, number>>): Promise<void> {
    const { connection, dialect, schema } = stand;
    const tables = Object.keys(counts);
    const options: FixtureOptions = { count: 0, counts, tables, seed: this.options.seed ?? 1, referenceDate: REFERENCE_DATE, locale: this.options.locale, reading: loadSpellings[dialect.name].reading };
    const existing = await readExisting(connection, dialect, schema, tables);
    this.faker ??= loadFaker(options);
    await loadRows(connection, dialect, generateRows(planFixtures(schema, { ...options, existing }), await this.faker), { schema });
  }

  /** Some table cannot take so many rows: each gets what it can take, parents first as the order of the tables has them. */
  private async loadOneByOne(stand: Stand, counts: Readonly<Record<string, number>>, subject: string): Promise<void> {
    let open = Object.keys(counts);
    let last: GravenError | undefined;
    for (let isMoving = true; open.length && isMoving; ) {
      const left: string[] = [];
      for (const key of open) {
        const outcome = await this.loadSome(stand, key, counts[key]!, subject);
        if (!(outcome instanceof GravenError)) continue;
        last = outcome;
        left.push(key);
      }
      isMoving = left.length < open.length;
      open = left;
    }
    for (const key of open) {
      this.limits.set(stand.schema.tables[key]!, 0);
      this.warnings.add(`Table "${key}" got no made-up rows ${subject}: ${last?.message ?? ""} Give it rows with \`beforeRevisionData\`.`);
    }
  }

  /** As many rows of one table as can be made, found by halving; the fault when not even one can. */
  private async loadSome(stand: Stand, key: string, wanted: number, subject: string): Promise<GravenError | undefined> {
    let fault: GravenError | undefined;
    for (let count = wanted; count > 0; count = Math.floor(count / 2)) {
      try {
        await this.load(stand, { [key]: count });
        if (count < wanted) this.limits.set(stand.schema.tables[key]!, count);
        return undefined;
      } catch (error) {
        if (!(error instanceof GravenError) || !error.code.startsWith("FIX-")) throw error;
        if (error.code === "FIX-040") throw refused(error, subject);
        fault = error;
      }
    }
    return fault;
  }
}

function refused(error: GravenError, subject: string): GravenError {
  return new GravenError("TST-012", `The made-up rows ${subject} are refused: ${error.message}`, { hint: "Leave the table out with fakeRows: { count, counts: { table: 0 } }, and give it rows with `beforeRevisionData`.", cause: error });
}
