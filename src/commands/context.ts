import type { Questioner } from "../diff/rename-questions.ts";
import type { Connection } from "../drivers/index.ts";
import type { Files } from "../revisions/store.ts";
import type { GivenClient } from "../drivers/given.ts";
import type { Config } from "./config.ts";

/** What a command needs of the world. Nothing below `commands` has a clock, makes an id, asks or prints. */
export interface Context {
  /** Where relative paths start, and where the config is looked for. */
  readonly folder: string;
  /** A config given as a value, or the path of its file. */
  readonly config?: Config | string | undefined;
  /** Overrides the config's URL. */
  readonly url?: string | undefined;
  /** A database that is open already, in place of the URL's: it is used and not closed. */
  readonly connection?: Connection | GivenClient | undefined;
  /** The PostgreSQL schema in which everything happens. */
  readonly schema?: string | undefined;
  /** What reaches the functions of revisions as `args`. */
  readonly args?: Readonly<Record<string, string>> | undefined;
  readonly files: Files;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly questions: Questions;
  readonly report: (event: CommandEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The questions a command may put. Each has a flag, so that nobody ever has to wait for an answer. */
export interface Questions {
  readonly rename: Questioner;
  /** SQL that gives the rows of a table a value, or nothing to leave it open. */
  readonly backfill: (table: string, column: string) => Promise<string | undefined>;
}

/** What happens while a command runs, for those who watch. */
export type CommandEvent = PlainEvent & {
  /** Which of several databases it is about. */
  readonly database?: string;
};

type PlainEvent =
  | { readonly kind: "note"; readonly message: string; readonly hint?: string }
  | { readonly kind: "warning"; readonly code: string; readonly message: string; readonly hint?: string }
  | { readonly kind: "wrote"; readonly file: string }
  | { readonly kind: "revisionStarted"; readonly revision: string; readonly message: string; readonly direction: "upgrade" | "downgrade"; readonly position: number; readonly total: number; readonly steps: number }
  | { readonly kind: "step"; readonly revision: string; readonly step: number; readonly steps: number; readonly sql?: string; readonly operation?: string }
  /** Another run holds the lock of the database. */
  | { readonly kind: "waiting"; readonly title: string; readonly holder?: string }
  /** Another session keeps a statement waiting. */
  | { readonly kind: "blocked"; readonly revision: string; readonly step: number; readonly blockers: readonly string[] }
  /** A lock was not to be had in time, and is tried for again. */
  | { readonly kind: "retry"; readonly revision: string; readonly step: number; readonly attempt: number; readonly milliseconds: number; readonly reason: string; readonly blockers: readonly string[] }
  | { readonly kind: "revisionDone"; readonly revision: string; readonly message: string; readonly direction: "upgrade" | "downgrade"; readonly milliseconds: number }
  | { readonly kind: "rows"; readonly table: string; readonly done: number; readonly total: number; readonly milliseconds: number }
  | { readonly kind: "progress"; readonly subject: string; readonly done: number; readonly total: number };
