import { randomBytes } from "node:crypto";
import type { Context } from "../commands/context.ts";
import { diskFiles } from "../commands/files.ts";
import { questionsFor, type RenamePolicy } from "./prompts.ts";
import { reporterFor } from "./report.ts";
import type { Terminal } from "./terminal.ts";

/** The flags that every command takes. */
export interface GlobalFlags {
  readonly config?: string | undefined;
  readonly url?: string | readonly string[] | undefined;
  /** Of commands that take one schema; those that take several look into it themselves. */
  readonly schema?: string | readonly string[] | undefined;
  readonly x?: string | readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly debug?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** The world as a command line has it. */
export function contextFor(terminal: Terminal, flags: GlobalFlags & { readonly renames?: RenamePolicy | undefined }, signal?: AbortSignal): Context {
  return {
    folder: process.cwd(),
    config: flags.config ?? (process.env["GRAVEN_CONFIG"] || undefined),
    url: [flags.url].flat()[0],
    ...(typeof flags.schema === "string" && { schema: flags.schema }),
    args: argumentsOf([flags.x].flat()),
    files: diskFiles,
    now: () => new Date(),
    newId: () => randomBytes(6).toString("hex"),
    questions: questionsFor(terminal, flags.renames),
    report: reporterFor(terminal),
    signal,
  };
}

/** `-x key=value`, as often as it is given; without a value it is empty. */
function argumentsOf(given: readonly (string | undefined)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(given.flatMap((each) => (each === undefined ? [] : [each.includes("=") ? [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)] : [each, ""]])));
}
