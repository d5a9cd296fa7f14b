import type { Kysely } from "kysely";
import { GravenError } from "../base/errors.ts";
import type { Config } from "../commands/config.ts";
import type { Context } from "../commands/context.ts";
import { pendingChanges } from "../commands/check.ts";
import { readApplied } from "../commands/database.ts";
import { revision as writeRevision, type RevisionOptions, type RevisionResult } from "../commands/revision.ts";
import type { DataRow } from "../commands/test-options.ts";
import { hash } from "../base/hash.ts";
import { declarationOf, isTable, type AnyTable } from "../models/table.ts";
import { ancestorsOf, descendantsOf, inOrder, parentsOf } from "../revisions/graph.ts";
import { downgradePath, stampChange, upgradePath } from "../revisions/paths.ts";
import { currentHeads, oneRevision, resolveSymbol } from "../revisions/resolve.ts";
import { schemaAt } from "../revisions/store.ts";
import { keyOf } from "../schema/key.ts";
import { adopted } from "./adopt.ts";
import { differences } from "./differences.ts";
import { stateKey, type Engine } from "./engine.ts";
import type { FakeRows } from "./fake-rows.ts";
import { insertRows } from "./insert.ts";
import { Pass } from "./pass.ts";
import type { TestProject } from "./project.ts";
import { rawCommands, type RawArguments, type RawCommandName, type RawResult } from "./raw-commands.ts";
import { RevisionHistory } from "./revision-history.ts";
import type { DatabaseAt, StubAt } from "./revision-rows.ts";
import type { Stand } from "./stand.ts";
import { stubOf } from "./stub.ts";

/** A revision that would be written. */
export interface GeneratedRevision extends RevisionResult {
  /** The text of its file; absent where nothing changed. */
  readonly source?: string;
}

/** A database of its own at some revision of the project, for tests of one's own. `createRunner` makes one. */
export class Runner {
  private readonly project: TestProject;
  private readonly engine: Engine;
  private readonly fake: FakeRows | undefined;
  private pass: Pass;
  /** Whether the database holds what the revisions and their data gave, and nothing that a test did. */
  private isUntouched = true;
  /** Milliseconds that keeping a state took: what is reached faster is not kept. */
  private costOfKeeping = 0;

  private constructor(project: TestProject, engine: Engine, stand: Stand, fake: FakeRows | undefined) {
    this.project = project;
    this.engine = engine;
    this.fake = fake;
    this.pass = new Pass(stand, fake);
  }

  static async open(project: TestProject, engine: Engine, fake: FakeRows | undefined): Promise<Runner> {
    return new Runner(project, engine, await engine.open(project), fake);
  }

  /** The revisions that nothing builds on. */
  get heads(): readonly string[] {
    return this.graph.heads;
  }

  /** Where the database stands: the applied revisions that no applied one builds on; none at base. */
  get current(): readonly string[] {
    return this.stand.heads;
  }

  /** All revisions in the order of an upgrade. */
  get history(): RevisionHistory {
    return new RevisionHistory(this.graph);
  }

  /** Kysely on the database, for queries and expectations. */
  get db(): Kysely<any> {
    this.isUntouched = false;
    return this.stand.connection.kysely;
  }

  /** The same, typed by the tables of a revision. Throws TST-014 when the database stands elsewhere. */
  dbAt<const Key extends string>(revision: Key): DatabaseAt<Key> {
    this.requireAt(revision);
    return this.db as DatabaseAt<Key>;
  }

  /** Reads the revision files again, after one was written or edited. */
  async refreshHistory(): Promise<RevisionHistory> {
    await this.project.refresh();
    return this.history;
  }

  /** Upgrades to a target with the data of each revision: an id, `head`, `heads`, `+1`, `label@head`. Gives where the database stands then. */
  async migrateUpTo(target: string): Promise<readonly string[]> {
    return this.climb(upgradePath(this.graph, target, this.stand.applied));
  }

  /** Upgrades to just before a revision: to those it builds on. */
  async migrateUpBefore(revision: string): Promise<readonly string[]> {
    const parents = parentsOf(this.graph, oneRevision(this.graph, revision));
    return this.climb(ancestorsOf(this.graph, parents).filter((id) => !this.stand.applied.has(id)));
  }

  /** Applies the next revision and gives its id; nothing at the end. */
  async migrateUpOne(): Promise<string | undefined> {
    const id = this.next;
    if (id !== undefined) await this.climb([id]);
    return id;
  }

  /** Undoes everything above a target. */
  async migrateDownTo(target: string): Promise<readonly string[]> {
    return this.descend(downgradePath(this.graph, target, this.stand.applied));
  }

  /** Goes down as far as it can with a revision still to be undone: to what follows right after it. */
  async migrateDownBefore(revision: string): Promise<readonly string[]> {
    const children = this.graph.children.get(oneRevision(this.graph, revision)) ?? [];
    const above = descendantsOf(this.graph, children).filter((id) => this.stand.applied.has(id) && !children.includes(id));
    return this.descend(above.toReversed());
  }

  /** Undoes the revision that was applied last and gives its id; nothing at base. */
  async migrateDownOne(): Promise<string | undefined> {
    const id = inOrder(this.graph, this.stand.applied).at(-1);
    if (id !== undefined) await this.descend([id]);
    return id;
  }

  /** Upgrades to a target one revision at a time, and tells of each. */
  async managedUpgrade(target: string, onStep: (revision: string) => unknown = () => {}): Promise<readonly string[]> {
    for (const id of upgradePath(this.graph, target, this.stand.applied)) {
      await this.climb([id]);
      await onStep(id);
    }
    return this.current;
  }

  /** Downgrades to a target one revision at a time, and tells of each. */
  async managedDowngrade(target: string, onStep: (revision: string) => unknown = () => {}): Promise<readonly string[]> {
    for (const id of downgradePath(this.graph, target, this.stand.applied)) {
      await this.descend([id]);
      await onStep(id);
    }
    return this.current;
  }

  /** Applies the next revision, undoes it and applies it again; gives its id, and nothing at the end. */
  async roundtripNextRevision(): Promise<string | undefined> {
    const id = this.next;
    if (id === undefined) return undefined;
    await this.climb([id]);
    await this.descend([id]);
    await this.pass.takeOut();
    await this.climb([id]);
    return id;
  }

  /** Inserts a row or rows into a table as it stands. With a revision, refuses to do so elsewhere (TST-014). Throws TST-004 to TST-007. */
  async insertInto(table: string | AnyTable, rows: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[], revision?: string): Promise<void> {
    if (revision !== undefined) this.requireAt(revision);
    const name = typeof table === "string" ? table : keyOf(declarationOf(table));
    const given = ([adopted(rows)].flat() as DataRow[]).map((row): DataRow => ({ ...row, __tablename__: name }));
    this.isUntouched = false;
    await insertRows(this.stand, given, `insertInto("${name}")`);
  }

  /** The stub of a table at a revision, by default where the database stands; for `insertInto`, and for revisions. */
  async tableAtRevision<const Name extends string, const Key extends string = string>(name: Name, revision?: Key): Promise<StubAt<Name, Key>> {
    const { schema } = revision === undefined ? this.stand : await schemaAt(this.project.store, resolveSymbol(this.graph, revision, this.stand.applied));
    const stub = stubOf(schema, name, revision === undefined ? "where the database stands" : `at revision "${revision}"`);
    if (!isTable(stub)) throw new TypeError("unreachable: a stub is a table");
    return stub as StubAt<Name, Key>;
  }

  /** What `gen revision` would write, without writing it. */
  async generateRevision(options: RevisionOptions = {}): Promise<GeneratedRevision> {
    const texts = new Map<string, string>();
    const { context } = this.project;
    const captured: Context = {
      ...context,
      config: this.plainConfig(),
      files: { ...context.files, writeAll: async (files) => files.forEach(({ path, text }) => texts.set(path, text)) },
    };
    const result = await writeRevision(captured, options);
    const source = result.file === undefined ? undefined : texts.get(result.file);
    return { ...result, ...(source !== undefined && { source }) };
  }

  /** Says in the history that the database stands at a revision, and runs nothing. */
  async setRevision(revision: string): Promise<void> {
    const { applied } = stampChange(this.graph, [revision], this.stand.applied);
    this.isUntouched = false;
    await this.stand.stamp(new Set(applied), (await schemaAt(this.project.store, currentHeads(this.graph, new Set(applied)))).schema);
  }

  /**
   * Runs a command of `gen` on this database and gives its result.
   * @example const { sql } = await runner.rawCommand("upgrade", { target: "head", sql: true });
   */
  async rawCommand<K extends RawCommandName>(name: K, ...options: RawArguments<K>): Promise<RawResult<K>> {
    const command = (rawCommands as Readonly<Record<string, unknown>>)[name] as ((context: Context, ...rest: readonly unknown[]) => Promise<RawResult<K>>) | undefined;
    if (!command) throw new GravenError("TST-013", `There is no command "${name}".`, { hint: `The commands are ${Object.keys(rawCommands).join(", ")}.` });
    this.isUntouched = false;
    const result = await command({ ...this.project.context, config: this.plainConfig(), connection: this.stand.connection }, ...adopted(options));
    await this.project.refresh();
    const { applied, heads } = await readApplied({ connection: this.stand.connection, dialect: this.stand.dialect, history: this.stand.history }, this.project.store);
    if (applied.size !== this.stand.applied.size || [...applied].some((id) => !this.stand.applied.has(id))) {
      this.stand.applied = applied;
      this.stand.schema = (await schemaAt(this.project.store, heads)).schema;
    }
    return result;
  }

  /** What would have to change so that the models match the database where it stands; nothing when they do. */
  async compareWithModels(): Promise<readonly string[]> {
    const { dialect, schema } = this.stand;
    const changes = await pendingChanges({ config: this.project.config, dialect }, schema);
    return [...changes, ...differences(await this.stand.catalogue(), dialect.physical(dialect.physical(schema)), dialect).map((each) => `on the database: ${each}`)];
  }

  /** Begins again with an empty database. States that were reached before are copied, so that a test for each of many revisions stays cheap. */
  async restart(): Promise<void> {
    await this.stand.close();
    this.pass = new Pass(await this.engine.open(this.project), this.fake);
    this.isUntouched = true;
  }

  /** Drops the database and all copies. */
  async close(): Promise<void> {
    await this.stand.close().catch(() => {});
    await this.engine.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private get stand(): Stand {
    return this.pass.stand;
  }

  private get graph() {
    return this.project.store.graph;
  }

  private get next(): string | undefined {
    return this.graph.order.find((id) => !this.stand.applied.has(id));
  }

  private async climb(path: readonly string[]): Promise<readonly string[]> {
    const rest = await this.reopened(path);
    const started = performance.now();
    for (const id of rest) await this.pass.up(id);
    if (rest.length && this.isUntouched && performance.now() - started >= this.costOfKeeping * 2) {
      const begun = performance.now();
      await this.engine.keep(this.stand, this.key(this.stand.applied));
      this.costOfKeeping = performance.now() - begun;
    }
    return this.current;
  }

  /** Takes a copy of the highest state on the path that was reached before, and gives what is left of the path. */
  private async reopened(path: readonly string[]): Promise<readonly string[]> {
    if (!this.isUntouched || path.length < 2) return path;
    const states = path.map((_, at) => this.key(new Set([...this.stand.applied, ...path.slice(0, at + 1)])));
    const found = await this.engine.reopen(this.project, states.toReversed());
    if (!found) return path;
    await this.stand.close();
    this.pass = new Pass(found.stand, this.fake);
    return path.slice(states.indexOf(found.key) + 1);
  }

  private async descend(path: readonly string[]): Promise<readonly string[]> {
    this.isUntouched = false;
    for (const id of path) await this.pass.down(id);
    return this.current;
  }

  /** A state is another one when a file on the way to it was edited. */
  private key(applied: ReadonlySet<string>): string {
    return stateKey({ applied }, hash(inOrder(this.graph, applied).map((id) => this.project.store.sources.get(id)).join("\n")));
  }

  private requireAt(revision: string): void {
    const wanted = resolveSymbol(this.graph, revision, this.stand.applied);
    const { current } = this;
    if (wanted.length === current.length && wanted.every((id) => current.includes(id))) return;
    throw new GravenError("TST-014", `The database stands at ${current.join(", ") || "base"}, and not at ${wanted.join(", ") || "base"}.`, { hint: `Go there first: await runner.migrateUpTo("${revision}").` });
  }

  /** The config as a project writes it, for commands: absolute paths, and nothing that runs after files are written. */
  private plainConfig(): Config {
    const { models, migrations, fixtures, naming, template, historyTable } = this.project.config;
    return { models, migrations, fixtures, historyTable, dialect: this.stand.dialect.name, ...(naming && { naming }), ...(template !== undefined && { template }) };
  }
}
