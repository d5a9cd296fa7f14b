import type { Argv, CommandModule } from "yargs";
import { GravenError } from "../base/errors.ts";
import type { Context } from "../commands/context.ts";
import { contextFor, type GlobalFlags } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import { printError } from "./print-error.ts";
import { Interrupted, type RenamePolicy } from "./prompts.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

/** How a verb is declared: what it takes, and the story it tells a person. */
export interface Verb<Flags> {
  readonly command: string;
  readonly describe: string;
  readonly builder: (yargs: Argv) => Argv<Flags>;
  readonly examples: readonly (readonly [string, string])[];
  /** Loads the command when it is run, and gives the exit code. */
  readonly run: (context: Context, flags: Flags, terminal: Terminal) => Promise<number>;
}

/** The exit code of the command that ran. */
let exitCode: number = exitCodes.done;
export const lastExitCode = (): number => exitCode;
export const setExitCode = (code: number): void => {
  exitCode = code;
};

/** A verb as yargs wants it: errors become sentences and exit codes here, and nowhere else. */
export function commandModule<Flags>(verb: Verb<Flags>): CommandModule {
  return {
    command: verb.command,
    describe: verb.describe,
    builder: (yargs) => verb.builder(verb.examples.reduce((each, [line, text]) => each.example(`$0 ${line}`, text), yargs)) as Argv,
    handler: async (parsed) => {
      const flags = parsed as unknown as Flags & GlobalFlags & { readonly renames?: RenamePolicy };
      const terminal = openTerminal({ json: Boolean(flags.json) });
      const abort = new AbortController();
      const stop = () => abort.abort();
      process.once("SIGINT", stop);
      try {
        refuseMore(parsed._.slice(1));
        exitCode = await verb.run(contextFor(terminal, flags, abort.signal), flags, terminal);
      } catch (error) {
        if (error instanceof Interrupted || abort.signal.aborted) {
          if (error instanceof Interrupted) terminal.talk(error.message);
          else printError(terminal, error, { debug: Boolean(flags.debug) });
          exitCode = exitCodes.interrupted;
          return;
        }
        printError(terminal, error, { debug: Boolean(flags.debug) });
        exitCode = exitCodes.failure;
      } finally {
        process.off("SIGINT", stop);
      }
    },
  };
}

/** What stands after all arguments that a command takes would be passed over in silence. */
function refuseMore(rest: readonly (string | number)[]): void {
  if (rest.length) throw new GravenError("CLI-001", `"${rest.join(" ")}" is not understood.`, { hint: "`gen <command> --help` tells what the command takes." });
}
