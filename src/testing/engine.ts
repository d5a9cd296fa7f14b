import { GravenError } from "../base/errors.ts";
import { quotedList } from "../base/text.ts";
import type { TestDatabase } from "../commands/test-options.ts";
import { openScratch, scratchKysely, type Scratch, type ScratchDatabase } from "../drivers/scratch/index.ts";
import { dialectOf, isLocal, maskUrl } from "../drivers/url.ts";
import { Stand, type Position, type SavedStand } from "./stand.ts";
import type { TestProject } from "./project.ts";

/** A kind of database to test on, and the databases that were made there. */
export class Engine {
  /** What a person calls it: `sqlite`, `pglite`, `postgres`; with a number where several are alike. */
  readonly name: string;
  private readonly given: TestDatabase;
  private readonly base: string;
  private scratch: Promise<Scratch> | undefined;
  private isChecked = false;
  private readonly states = new Map<string, SavedStand>();

  constructor(name: string, given: TestDatabase, base: string) {
    this.name = name;
    this.given = given;
    this.base = base;
  }

  /** A stand on a fresh database. Throws TST-009 when what should be empty is not. */
  async open(project: TestProject, options: { readonly offline?: boolean } = {}): Promise<Stand> {
    const database = await this.fresh();
    try {
      return await Stand.on(project, database, undefined, options);
    } catch (error) {
      await database.close().catch(() => {});
      throw error;
    }
  }

  /** A stand on a copy of a state that was reached before, the nearest of those given first; nothing where none was. */
  async reopen(project: TestProject, keys: readonly string[]): Promise<{ readonly stand: Stand; readonly key: string } | undefined> {
    for (const key of keys) {
      const state = this.states.get(key);
      if (state) return { stand: await Stand.on(project, await state.saved.open(), state.position), key };
    }
    return undefined;
  }

  /** Keeps the state of a stand under a key, where the database can be copied. */
  async keep(stand: Stand, key: string): Promise<void> {
    if (this.states.has(key)) return;
    const saved = await stand.save();
    if (saved) this.states.set(key, saved);
  }

  /** Drops every database that was made. */
  async close(): Promise<void> {
    const scratch = this.scratch;
    this.scratch = undefined;
    this.states.clear();
    await (await scratch?.catch(() => undefined))?.close();
  }

  private async fresh(): Promise<ScratchDatabase> {
    this.scratch ??= typeof this.given === "string" ? openScratch(this.given, this.base) : Promise.resolve(scratchKysely(this.given.kysely, this.given.dialect));
    const database = await (await this.scratch).open();
    // A database that was made from a template holds what the template holds, the first as the last; a project's own may be anything.
    if (!this.isChecked || typeof this.given !== "string") await this.refuseTables(database);
    this.isChecked = true;
    return database;
  }

  private async refuseTables(database: ScratchDatabase): Promise<void> {
    const { loadDialect } = await import("../dialects/index.ts");
    const dialect = await loadDialect(database.dialect);
    const tables = Object.keys((await dialect.readCatalogue((sql) => database.connection.query(sql))).tables);
    if (!tables.length) return;
    const shown = quotedList(tables.slice(0, 10));
    await database.close();
    throw new GravenError("TST-009", `The database for the tests (${this.name}) is not empty: it has the ${tables.length === 1 ? "table" : "tables"} ${shown}${tables.length > 10 ? ` and ${tables.length - 10} more` : ""}.`, {
      hint: "Nothing was changed. Tests need an empty database: name another one, or a server's URL, where a scratch database is made.",
    });
  }
}

/** The engines that the options name, or the one that the config's URL leads to. Throws TST-008 when there is none, or it may not be used. */
export function enginesOf(project: TestProject): readonly Engine[] {
  const { options, config, context } = project;
  const given: readonly TestDatabase[] = options.databases === undefined || context.url !== undefined ? [defaultDatabase(project)] : ([options.databases].flat() as TestDatabase[]);
  if (!given.length) throw new GravenError("TST-008", "The test options name no database.", { hint: 'Name one, as in databases: ["sqlite:"], or leave `databases` out.' });
  const names = given.map((each) => (typeof each === "string" ? (each.startsWith("pglite:") ? "pglite" : dialectOf(each)) : (each.title ?? each.dialect ?? "kysely")));
  return given.map((each, at) => {
    const alike = names.filter((name, other) => name === names[at] && other <= at).length;
    return new Engine(alike > 1 ? `${names[at]} ${alike}` : names[at]!, each, config.folder);
  });
}

function defaultDatabase({ config, context }: TestProject): TestDatabase {
  const url = context.url ?? config.url;
  if (url === undefined) {
    throw new GravenError("TST-008", "Nothing says where to run the tests: the config has no url.", {
      ...(config.file !== undefined && { place: { file: config.file } }),
      hint: 'Name a database in the test options, as in databases: ["sqlite:"], or { kysely: () => … } that makes a fresh one.',
    });
  }
  // A file that the project works with is never tested on.
  if (dialectOf(url) === "sqlite") return "sqlite:";
  if (url.startsWith("pglite:")) return `pglite:${/\?.*$/s.exec(url)?.[0] ?? ""}`;
  if (context.url === undefined && !isLocal(url)) {
    throw new GravenError("TST-008", `The config's database ${maskUrl(url)} is not on this machine, and tests make databases on its server.`, { hint: "Name a server for tests in the test options, `databases`, or with --url." });
  }
  return url;
}

/** The key of a state: where a database stands, and by which files and data it came there. */
export function stateKey(position: Pick<Position, "applied">, fingerprint: string): string {
  return `${fingerprint} ${[...position.applied].sort().join(" ")}`;
}
