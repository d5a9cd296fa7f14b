import { GravenError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import { loadDialect } from "../dialects/index.ts";
import type { CatalogueMemory, Dialect } from "../dialects/dialect.ts";
import type { Connection } from "../drivers/index.ts";
import type { SavedDatabase, ScratchDatabase } from "../drivers/scratch/index.ts";
import { applyOperation } from "../operations/apply.ts";
import { findRevision, parentsOf } from "../revisions/graph.ts";
import { currentHeads } from "../revisions/resolve.ts";
import { checksumOf } from "../revisions/store.ts";
import { runRevision } from "../runtime/executor.ts";
import { ensureHistory, historyOf, type Direction, type History } from "../runtime/history.ts";
import { splitStatements } from "../base/sql-statements.ts";
import { printRevision } from "../runtime/offline.ts";
import type { RevisionWork } from "../runtime/plan.ts";
import { draftOf } from "../schema/edit.ts";
import { emptySchema, type Schema } from "../schema/types.ts";
import type { TestProject } from "./project.ts";
import { within } from "./within.ts";

/** Where a database stands: what is applied, and the schema that those revisions made. */
export interface Position {
  readonly applied: ReadonlySet<string>;
  readonly schema: Schema;
}

/** A state that copies can be opened of. */
export interface SavedStand {
  readonly saved: SavedDatabase;
  readonly position: Position;
}

/** A database under test. Each step runs as `gen upgrade` and `gen downgrade` run it, without reading the project again. */
export class Stand {
  readonly project: TestProject;
  readonly database: ScratchDatabase;
  readonly dialect: Dialect;
  readonly history: History;
  applied: ReadonlySet<string>;
  schema: Schema;
  private readonly memory: CatalogueMemory = {};
  /** Steps run as the SQL that `--sql` prints. What SQL cannot say runs as usual, and is named here. */
  readonly offline: { readonly functions: string[] } | undefined;

  private constructor(project: TestProject, database: ScratchDatabase, dialect: Dialect, { applied, schema }: Position, offline: boolean) {
    this.project = project;
    this.database = database;
    this.dialect = dialect;
    this.history = historyOf(dialect, project.config.historyTable);
    this.applied = applied;
    this.schema = schema;
    this.offline = offline ? { functions: [] } : undefined;
  }

  /** A stand on a database, which is empty unless its position is given. */
  static async on(project: TestProject, database: ScratchDatabase, position: Position = { applied: new Set(), schema: emptySchema }, options: { readonly offline?: boolean } = {}): Promise<Stand> {
    const stand = new Stand(project, database, await loadDialect(database.dialect), position, options.offline ?? false);
    await ensureHistory(stand.connection, stand.history);
    return stand;
  }

  get connection(): Connection {
    return this.database.connection;
  }

  get heads(): readonly string[] {
    return currentHeads(this.project.store.graph, this.applied);
  }

  /** Applies one revision. Throws what running it throws, and TST-010 when it does not end. */
  async up(id: string): Promise<void> {
    await this.step(id, "upgrade");
    this.applied = new Set([...this.applied, id]);
  }

  /** Undoes one revision. */
  async down(id: string): Promise<void> {
    await this.step(id, "downgrade");
    this.applied = new Set([...this.applied].filter((each) => each !== id));
  }

  /** Says in the history that other revisions are applied, and runs none. */
  async stamp(applied: ReadonlySet<string>, schema: Schema): Promise<void> {
    for (const id of this.applied) if (!applied.has(id)) await this.connection.execute(this.history.deleteSql(id));
    for (const id of applied) if (!this.applied.has(id)) await this.connection.execute(this.history.insertSql(this.historyRow(id)));
    this.applied = applied;
    this.schema = schema;
  }

  /** What the database itself says that it holds, in the form in which this database keeps schemas. */
  async catalogue(): Promise<Schema> {
    const read = await this.dialect.readCatalogue((sql, parameters) => this.connection.repeat(sql, parameters), { ignoreTables: [this.history.key], memory: this.memory, ...(this.hasGrants && { privileges: true }) });
    const namespace = this.history.table.schema;
    if (namespace === undefined || namespace in this.schema.namespaces) return this.dialect.physical(read);
    // The schema that was made for the history's table alone.
    const { [namespace]: _, ...namespaces } = read.namespaces;
    return this.dialect.physical({ ...read, namespaces });
  }

  private get hasGrants(): boolean {
    return this.project.config.privileges ?? Object.values(this.schema.objects).some(({ kind }) => kind === "grant");
  }

  async save(): Promise<SavedStand | undefined> {
    const saved = await this.database.save?.();
    return saved && { saved, position: { applied: this.applied, schema: this.schema } };
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async step(id: string, direction: Direction): Promise<void> {
    if (this.project.sets.skipped.has(id)) {
      await this.connection.execute(direction === "upgrade" ? this.history.insertSql(this.historyRow(id)) : this.history.deleteSql(id));
      return;
    }
    const { store, context, timeout } = this.project;
    const operations = await this.project.record(id, direction);
    const { file, message } = findRevision(store.graph, id);
    const work: RevisionWork = { revision: id, path: file, message, direction, operations, before: this.schema, history: this.history, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), toolVersion: version, now: context.now };
    const after = draftOf(this.schema);
    for (const { operation, place } of operations) {
      try {
        applyOperation(after, operation);
      } catch (error) {
        if (!(error instanceof GravenError)) throw error;
        throw new GravenError(error.code, `Revision "${id}": ${error.message}`, { place, hint: error.hint, cause: error });
      }
    }
    const abort = new AbortController();
    try {
      await within(timeout, `The ${direction} of revision "${id}"`, this.offline ? this.runPrinted(work) : runRevision(this.connection, this.dialect, { ...work, signal: abort.signal }));
    } catch (error) {
      abort.abort();
      throw error;
    }
    this.schema = after;
  }

  /** Runs a revision as its SQL; one that runs a function as usual. */
  private async runPrinted(work: RevisionWork): Promise<void> {
    let sql: string;
    try {
      sql = printRevision(this.dialect, work);
    } catch (error) {
      if (!(error instanceof GravenError) || error.code !== "RUN-040") throw error;
      this.offline?.functions.push(work.revision);
      return runRevision(this.connection, this.dialect, work);
    }
    try {
      // One by one, as a shell does: statements that reach the server together are one transaction, which some refuse.
      for (const piece of this.dialect.capabilities.transactionalDdl ? splitStatements(sql).map(({ text }) => text) : [sql]) await this.connection.execute(piece);
    } catch (error) {
      await this.connection.execute("ROLLBACK").catch(() => {});
      throw new GravenError("TST-109", `The SQL that \`gen upgrade --sql\` prints for revision "${work.revision}" fails: ${error instanceof Error ? error.message : String(error)}`, { ...(work.path !== undefined && { place: { file: work.path } }), cause: error });
    }
  }

  private historyRow(id: string) {
    const { store, context } = this.project;
    return { revision: id, parents: parentsOf(store.graph, id), checksum: checksumOf(store, id), appliedAt: context.now(), direction: "upgrade" as const, stepsDone: 0, stepsTotal: 0, toolVersion: version };
  }
}
