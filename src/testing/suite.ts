import type { GravenError } from "../base/errors.ts";
import type { Schema } from "../schema/types.ts";
import { wantedNames } from "./catalogue-of-tests.ts";
import { differences } from "./differences.ts";
import type { Engine } from "./engine.ts";
import { FakeRows } from "./fake-rows.ts";
import { lossesOfTheSecondUpgrade, lossesThereAndBack, lossesUpward, type Loss } from "./losses.ts";
import { Pass } from "./pass.ts";
import type { TestProject } from "./project.ts";
import type { Stand } from "./stand.ts";
import { countOf, readRows, type DatabaseRows } from "./table-rows.ts";

/** A database that went up from base to the heads, and what it held there. */
export interface Ascent {
  readonly pass: Pass;
  readonly catalogue: Schema;
  readonly rows: DatabaseRows;
}

/** What one revision left, lost or failed at on its way up, down and up again. */
export interface RoundTrip {
  readonly revision: string;
  /** Differences of the schema after the downgrade. */
  readonly trace: readonly string[];
  readonly losses: readonly (Loss & { readonly when: string })[];
  /** Why it was not undone. */
  readonly refusal?: GravenError;
  readonly failure?: unknown;
}

/** The facts that the built-in tests judge, each found once, when a test first asks. */
export class Suite {
  readonly project: TestProject;
  readonly engine: Engine;
  private readonly fake: FakeRows | undefined;
  private ascended: Promise<Ascent> | undefined;
  private tripped: Promise<readonly RoundTrip[]> | undefined;
  private printed: Promise<Ascent> | undefined;
  private readonly stands = new Set<Stand>();
  /** Whether the ascent's own database stands at the heads no more. */
  private isTaken = false;
  private isClosed = false;

  constructor(project: TestProject, engine: Engine) {
    this.project = project;
    this.engine = engine;
    this.fake = FakeRows.from(project.options.fakeRows);
  }

  /** Whether any test sees rows, but those that the revisions insert. */
  get hasRows(): boolean {
    return this.project.sets.hasRows || this.fake !== undefined;
  }

  /** What is to be told, whatever a test finds. */
  takeWarnings(): readonly string[] {
    const warnings = [...(this.fake?.warnings ?? [])];
    this.fake?.warnings.clear();
    return warnings;
  }

  /** Begins with what the tests will ask for, while others run that need no database. A fault is told to whoever asks. */
  begin(): void {
    if (this.fake) return;
    this.ascend().catch(() => {});
    this.goAhead();
  }

  /** Up from base to the heads, one revision at a time. Fails the same way for everyone who asks. */
  ascend(): Promise<Ascent> {
    this.ascended ??= this.climb({}).then((ascent) => {
      this.goAhead();
      return ascent;
    });
    return this.ascended;
  }

  /** A database at the heads that may be looked into; another one where the first was moved on. */
  async live(): Promise<Pass> {
    const { pass } = this.isTaken ? await this.climb({}) : await this.ascend();
    return pass;
  }

  /** A database at the heads that may be moved; whoever takes it releases it. */
  async take(): Promise<Pass> {
    const pass = await this.live();
    this.isTaken = true;
    return pass;
  }

  /** The same by the SQL that `--sql` prints. */
  ascendOffline(): Promise<Ascent> {
    this.printed ??= this.climb({ offline: true });
    return this.printed;
  }

  /** Every revision up, down and up again, each from a state without traces of the others. */
  roundTrips(): Promise<readonly RoundTrip[]> {
    this.tripped ??= this.walk();
    return this.tripped;
  }

  async release(stand: Stand): Promise<void> {
    if (this.stands.delete(stand)) await stand.close().catch(() => {});
  }

  async close(): Promise<void> {
    this.isClosed = true;
    // What nobody waited for ends with its database.
    for (const stand of this.stands) await this.release(stand);
    await Promise.allSettled([this.ascended, this.tripped, this.printed]);
    await this.engine.close();
  }

  /**
   * Begins what later tests ask for, each on a database of its own: a server works for one while this process reads the answers of
   * another. Made-up rows come from one source, whose order counts, so with them everything waits for its turn.
   */
  private goAhead(): void {
    if (this.fake) return;
    const wanted = new Set(wantedNames(this.project.options).map(({ name }) => name));
    // A fault is told to whoever asks.
    if (wanted.has("downgradeLeavesNoTrace") || wanted.has("noDataLost")) this.roundTrips().catch(() => {});
    if (wanted.has("offlineSql")) this.ascendOffline().catch(() => {});
  }

  private async open(options: { readonly offline?: boolean } = {}): Promise<Pass> {
    const stand = await this.engine.open(this.project, options);
    this.stands.add(stand);
    if (!this.isClosed) return new Pass(stand, this.fake);
    await this.release(stand);
    throw new Error("The tests have ended.");
  }

  private async climb(options: { readonly offline?: boolean }): Promise<Ascent> {
    const pass = await this.open(options);
    for (const id of this.project.store.graph.order) await pass.up(id);
    return { pass, catalogue: await pass.stand.catalogue(), rows: await readRows(pass.stand) };
  }

  private async walk(): Promise<readonly RoundTrip[]> {
    let pass = await this.open();
    let present = await pass.stand.catalogue();
    let rows: DatabaseRows | undefined;
    const trips: RoundTrip[] = [];
    for (const id of this.project.store.graph.order) {
      await pass.prepare(id);
      // Where nothing went in since, the rows are those that were read last.
      const { end, ...trip } = await this.trip(pass, id, present, this.fake || this.project.sets.before.has(id) ? undefined : rows);
      rows = this.project.sets.at.has(id) || this.project.sets.after.has(id) ? undefined : end;
      trips.push(trip);
      if (trip.failure !== undefined || trip.trace.length) {
        // What is left of this one must not be held against the next.
        await this.release(pass.stand);
        pass = await this.replay(id);
        rows = undefined;
      } else await pass.settle(id);
      present = await pass.stand.catalogue();
    }
    await this.release(pass.stand);
    return trips;
  }

  /** A fresh database at a revision of the order, with its data. */
  private async replay(last: string): Promise<Pass> {
    const pass = await this.open();
    const { order } = this.project.store.graph;
    for (const id of order.slice(0, order.indexOf(last) + 1)) await pass.up(id);
    return pass;
  }

  /** `rows` are those that stand now, where they are known; `end` those at the end, where they were read. */
  private async trip(pass: Pass, revision: string, present: Schema, rows: DatabaseRows | undefined): Promise<RoundTrip & { readonly end?: DatabaseRows }> {
    const { project } = this;
    const { stand } = pass;
    const [before, schema] = [rows ?? (await readRows(stand)), stand.schema];
    const hasRows = countOf(before) > 0;
    await pass.run(revision);
    const none: RoundTrip = { revision, trace: [], losses: [] };
    if (project.sets.skipped.has(revision)) return none;
    const up = (await project.record(revision, "upgrade")).map(({ operation }) => operation);
    const after = await readRows(stand);
    const losses = lossesUpward(before, after, schema, up).map((loss) => ({ ...loss, when: "on the way up" }));
    if (project.sets.kept.has(revision)) return { ...none, losses, end: after };
    const refusal = await project.refusal(revision);
    if (refusal) return { ...none, losses, refusal, end: after };
    try {
      const down = (await project.record(revision, "downgrade")).map(({ operation }) => operation);
      await stand.down(revision);
      const trace = differences(present, await stand.catalogue(), stand.dialect);
      const back = hasRows ? lossesThereAndBack(before, await readRows(stand), schema, up, down).filter((loss) => !losses.some(({ table }) => table === loss.table)) : [];
      losses.push(...back.map((loss) => ({ ...loss, when: "on the way up and down" })));
      if (trace.length) return { ...none, trace, losses };
      await stand.up(revision);
      const end = await readRows(stand);
      const again = lossesOfTheSecondUpgrade(after, end).filter((loss) => !losses.some(({ table }) => table === loss.table));
      losses.push(...again.map((loss) => ({ ...loss, when: "by the second upgrade" })));
      return { ...none, losses, end };
    } catch (failure) {
      return { ...none, losses, failure };
    }
  }
}
