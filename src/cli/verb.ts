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
  /** Whether --url may be given several times. */
  readonly manyDatabases?: boolean;
  readonly run: (context: Context, flags: Flags, terminal: Terminal) => Promise<number>;
}

const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** The exit code of the command that ran. */
let exitCode: number = exitCodes.done;
export const lastExitCode = (): number => exitCode;
export const setExitCode = (code: number): void => {
  exitCode = code;
};

/** A verb as yargs wants it: errors become sentences and exit codes here, and nowhere else. */
export function commandModule<Flags>(verb: Verb<Flags>): CommandModule {
  /** The flags that may be given several times. */
  let lists: ReadonlySet<string> = new Set();
  let numbers: readonly string[] = [];
  return {
    command: verb.command,
    describe: verb.describe,
    builder: (yargs) => {
      const declared = verb.builder(verb.examples.reduce((each, [line, text]) => each.example(`$0 ${line}`, text), yargs)) as Argv;
      const { array, number } = (declared as unknown as { getOptions(): { readonly array: readonly string[]; readonly number: readonly string[] } }).getOptions();
      lists = new Set([...array, ...(verb.manyDatabases ? ["url"] : []), "x"]);
      numbers = number;
      return declared;
    },
    handler: async (parsed) => {
      const flags = parsed as unknown as Flags & GlobalFlags & { readonly renames?: RenamePolicy };
      const terminal = openTerminal({ json: Boolean(flags.json), quiet: flags.quiet });
      const abort = new AbortController();
      // SIGTERM is how a container or a service manager asks for the same; a second signal of a kind ends the process as usual.
      const stop = (signal: NodeJS.Signals) => abort.abort(signal);
      for (const signal of stopSignals) process.once(signal, stop);
      try {
        refuseMore(parsed._.slice(1));
        refuseTwice(parsed, lists);
        refuseNoNumber(parsed, numbers);
        exitCode = await verb.run(contextFor(terminal, flags, abort.signal), flags, terminal);
      } catch (error) {
        if (error instanceof Interrupted || abort.signal.aborted) {
          if (error instanceof Interrupted) terminal.talk(error.message);
          else printError(terminal, error, { debug: Boolean(flags.debug) });
          exitCode = abort.signal.reason === "SIGTERM" ? exitCodes.terminated : exitCodes.interrupted;
          return;
        }
        printError(terminal, error, { debug: Boolean(flags.debug) });
        exitCode = exitCodes.failure;
      } finally {
        for (const signal of stopSignals) process.off(signal, stop);
      }
    },
  };
}

/** Of a flag that has one value, a second one would take the place of the first, or stand beside it where nobody looks. */
function refuseTwice(parsed: Readonly<Record<string, unknown>>, lists: ReadonlySet<string>): void {
  // yargs gives each flag under its own name and in camel case.
  const isTwice = (value: unknown) => Array.isArray(value) && value.some((each) => typeof each !== "boolean");
  const twice = Object.keys(parsed).find((key) => /^[a-z][a-z-]+$/.test(key) && isTwice(parsed[key]) && !lists.has(key));
  if (twice !== undefined) throw new GravenError("CLI-001", `--${twice} was given ${(parsed[twice] as unknown[]).length} times.`, { hint: "It has one value: leave the others out." });
}

/** yargs makes NaN of what is no number, which is neither more nor less than anything: a run would wait for ever. */
function refuseNoNumber(parsed: Readonly<Record<string, unknown>>, numbers: readonly string[]): void {
  const name = numbers.find((each) => Number.isNaN(parsed[each]));
  if (name !== undefined) throw new GravenError("CLI-001", `--${name} takes a number.`, { hint: `\`gen <command> --help\` tells what it means.` });
}

/** What stands after all arguments that a command takes would be passed over in silence. */
function refuseMore(rest: readonly (string | number)[]): void {
  if (rest.length) throw new GravenError("CLI-001", `"${rest.join(" ")}" is not understood.`, { hint: "`gen <command> --help` tells what the command takes." });
}
