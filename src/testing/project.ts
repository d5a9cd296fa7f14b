import { GravenError } from "../base/errors.ts";
import type { LoadedConfig } from "../commands/config.ts";
import type { Context } from "../commands/context.ts";
import { openConfig, readProjectModels, storeOf } from "../commands/project.ts";
import { recordRevision, refuseUndecided } from "../commands/record.ts";
import type { TestOptions } from "../commands/test-options.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { ReadSchema } from "../models/build.ts";
import type { RevisionStore } from "../revisions/store.ts";
import type { Direction } from "../runtime/history.ts";
import type { RecordedOperation } from "../runtime/recorder.ts";
import { RevisionSets } from "./revision-sets.ts";

type Recorded = readonly RecordedOperation[];

/** A project under test: its config, its history, and what each of its revisions records, read once for all databases. */
export class TestProject {
  readonly context: Context;
  readonly config: LoadedConfig;
  readonly options: TestOptions;
  store: RevisionStore;
  sets: RevisionSets;
  private readonly recordings = new Map<string, Promise<Recorded>>();
  private readonly models = new Map<string, Promise<ReadSchema>>();

  private constructor(context: Context, config: LoadedConfig, options: TestOptions, store: RevisionStore) {
    this.context = context;
    this.config = config;
    this.options = options;
    this.store = store;
    this.sets = new RevisionSets(store.graph, options);
  }

  /** Opens the project. Options given here stand before those of the config. Throws CFG-00x, REV-0xx, TST-001 to TST-003. */
  static async open(context: Context, given: TestOptions): Promise<TestProject> {
    const config = await openConfig(context);
    const options = { ...config.test, ...given };
    return new TestProject(context, config, options, await storeOf(context, config));
  }

  /** Reads the revision files again. */
  async refresh(): Promise<void> {
    this.store = await storeOf(this.context, this.config);
    this.sets = new RevisionSets(this.store.graph, this.options);
    this.recordings.clear();
  }

  /** What a revision's function records. Throws what recording throws, RUN-020 for a todo and RUN-021 for what refuses. */
  record(id: string, direction: Direction): Promise<Recorded> {
    const key = `${direction} ${id}`;
    let recorded = this.recordings.get(key);
    if (!recorded) {
      recorded = recordRevision(this.store, id, direction).then((operations) => {
        refuseUndecided(id, operations);
        return operations;
      });
      this.recordings.set(key, recorded);
      // Whoever asks first is told; a fault that nobody asks for is none.
      recorded.catch(() => {});
    }
    return recorded;
  }

  /** Why a revision cannot be undone, when it says so itself. */
  async refusal(id: string): Promise<GravenError | undefined> {
    if (this.sets.skipped.has(id)) return undefined;
    try {
      await this.record(id, "downgrade");
      return undefined;
    } catch (error) {
      return error instanceof GravenError && error.code === "RUN-021" ? error : undefined;
    }
  }

  /** The schema that the models declare, for a dialect. */
  readModels(dialect: Dialect): Promise<ReadSchema> {
    let read = this.models.get(dialect.name);
    if (!read) this.models.set(dialect.name, (read = readProjectModels({ config: this.config, dialect })));
    return read;
  }

  get timeout(): number {
    return this.options.timeout ?? 30_000;
  }
}
