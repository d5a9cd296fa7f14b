import { randomBytes } from "node:crypto";
import { refuseToGuess } from "../diff/rename-questions.ts";
import type { GivenClient } from "../drivers/given.ts";
import type { Config } from "./config.ts";
import type { CommandEvent, Context, Questions } from "./context.ts";
import { diskFiles } from "./files.ts";

export interface ProjectOptions {
  /** The config as a value, or its file. Default: `graven.config.ts` of the folder. */
  readonly config?: Config | string;
  /** Where relative paths start. Default: the working folder. */
  readonly folder?: string;
  readonly url?: string;
  /** A client of the program's own, in place of a URL: of pg or mysql2 (a client or a pool), better-sqlite3 or PGlite. It is not closed, and comes back with the settings that it had. */
  readonly connection?: GivenClient;
  /** The PostgreSQL schema in which everything happens, the history included. */
  readonly schema?: string;
  /** What reaches `upgrade(op, { args })` of each revision. */
  readonly args?: Readonly<Record<string, string>>;
  /** Who answers questions. Default: nobody; where a rename is likely the command refuses (DIF-001). */
  readonly questions?: Partial<Questions>;
  readonly onEvent?: (event: CommandEvent) => void;
  readonly signal?: AbortSignal;
}

/**
 * What the commands need, for programs: prints nothing, asks nothing, never exits.
 * @example await upgrade(projectContext({ config: "./graven.config.ts" }), { target: "head" });
 */
export function projectContext(options: ProjectOptions = {}): Context {
  return {
    folder: options.folder ?? process.cwd(),
    config: options.config,
    url: options.url,
    connection: options.connection,
    schema: options.schema,
    args: options.args,
    files: diskFiles,
    now: () => new Date(),
    newId: () => randomBytes(6).toString("hex"),
    questions: { rename: refuseToGuess, backfill: async () => undefined, ...options.questions },
    report: options.onEvent ?? (() => {}),
    signal: options.signal,
  };
}
