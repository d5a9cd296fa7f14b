import yargs, { type Argv } from "yargs";
import { GravenError } from "../base/errors.ts";
import { version } from "../base/version.ts";
import { exitCodes } from "./exit-codes.ts";
import { printError } from "./print-error.ts";
import { openTerminal } from "./terminal.ts";
import { unknownWords } from "./unknown-words.ts";
import { commandModule, lastExitCode, setExitCode, type Verb } from "./verb.ts";
import { branches } from "./verbs/branches.ts";
import { bundle } from "./verbs/bundle.ts";
import { check } from "./verbs/check.ts";
import { current } from "./verbs/current.ts";
import { downgrade } from "./verbs/downgrade.ts";
import { edit } from "./verbs/edit.ts";
import { ensureVersion } from "./verbs/ensure-version.ts";
import { heads } from "./verbs/heads.ts";
import { history } from "./verbs/history.ts";
import { init } from "./verbs/init.ts";
import { listTemplates } from "./verbs/list-templates.ts";
import { merge } from "./verbs/merge.ts";
import { pull } from "./verbs/pull.ts";
import { rebase } from "./verbs/rebase.ts";
import { review } from "./verbs/review.ts";
import { revision } from "./verbs/revision.ts";
import { seed } from "./verbs/seed.ts";
import { show } from "./verbs/show.ts";
import { snapshot } from "./verbs/snapshot.ts";
import { squash } from "./verbs/squash.ts";
import { stamp } from "./verbs/stamp.ts";
import { test } from "./verbs/test.ts";
import { upgrade } from "./verbs/upgrade.ts";

const verbs = [init, revision, upgrade, downgrade, stamp, current, history, heads, branches, show, edit, merge, rebase, squash, bundle, check, review, test, snapshot, seed, pull, ensureVersion, listTemplates] as unknown as readonly Verb<never>[];

/** Runs a command line and gives its exit code. Only here and in the rooms beside it is anything printed. */
export async function main(args: readonly string[]): Promise<number> {
  const json = args.includes("--json");
  try {
    const parser = commandLine(args);
    leaveOutIdleHelp(parser);
    await parser.parseAsync();
    return lastExitCode();
  } catch (error) {
    printError(openTerminal({ json }), error, { debug: args.includes("--debug") });
    setExitCode(exitCodes.failure);
    return exitCodes.failure;
  }
}

/** The parser of a command line, with all commands and the flags that they share. */
export function commandLine(args: readonly string[]): Argv {
  const parser: Argv = yargs(withTargets(args))
    // A flag takes the one value after it, so that what follows stays an argument: gen edit --seed role head.
    .parserConfiguration({ "greedy-arrays": false })
    .scriptName("gen")
    // What yargs itself says is read by unknownWords, and stands among our own sentences.
    .locale("en")
    .usage("$0 <command>\n\nMigrations set in stone: diffs your models and writes reviewed TypeScript revisions.")
    .option("config", { alias: "c", type: "string", describe: "The config file (default: $GRAVEN_CONFIG, else graven.config.ts here)", global: true })
    .option("url", { type: "string", describe: "The database, in place of the config's; several times for upgrade and downgrade", global: true })
    .option("x", { type: "string", describe: "key=value that reaches upgrade(op, { args }) of each revision", global: true })
    .option("json", { type: "boolean", describe: "JSON on stdout, for machines; the last line is the result", global: true })
    .option("quiet", { alias: "q", type: "boolean", describe: "No progress and no remarks; results, warnings and errors stay", global: true })
    .option("debug", { type: "boolean", describe: "Show the stack of an error", global: true })
    .version(version)
    .help()
    .alias("help", "h")
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .demandCommand(1, "Name a command.")
    .strict()
    .recommendCommands()
    .exitProcess(false)
    .epilogue("Exit codes: 0 done, 1 findings, 2 failure, 130 interrupted.")
    .fail((message, error) => {
      // Some of what yargs itself finds comes as an error of its own.
      if (error && error.name !== "YError") throw error;
      throw new GravenError("CLI-001", unknownWords(error?.message ?? message, flagsOf(parser), args), { hint: "`gen --help` lists the commands, `gen <command> --help` its flags." });
    });
  for (const verb of verbs) parser.command(commandModule(verb));
  return parser;
}

/**
 * yargs lays out the help of every command that it runs, in case it is asked for later: nobody does, and it takes longer than most
 * commands. There is no option for it, so its method is put out of use; gives whether it was found.
 */
export function leaveOutIdleHelp(parser: Argv): boolean {
  const { getInternalMethods } = parser as unknown as { getInternalMethods?(): { getUsageInstance?(): { cacheHelpMessage?: () => void } } };
  const usage = getInternalMethods?.call(parser).getUsageInstance?.();
  if (typeof usage?.cacheHelpMessage !== "function") return false;
  usage.cacheHelpMessage = () => {};
  return true;
}

/** The flags of the command that was parsed, as they are typed; yargs keeps the list, but its types do not say so. */
function flagsOf(parsed: Argv): readonly string[] {
  const { key } = (parsed as unknown as { getOptions(): { readonly key: Readonly<Record<string, unknown>> } }).getOptions();
  return Object.keys(key);
}

/** Arguments with the targets that begin with a minus told apart from flags: `-- -2` is the target `-2`, `-- head` just `head`, `-r -5:` a range. */
function withTargets(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const [at, arg] of args.entries()) {
    const next = args[at + 1] ?? "";
    if (arg === "--" && /^(-\d|[^-])/.test(next)) continue;
    const before = joined.at(-1) ?? "";
    if (/^-\d+:/.test(arg) && /^(-r|--rev-range)$/.test(before)) joined.splice(-1, 1, `--rev-range=${arg}`);
    else joined.push(arg);
  }
  return joined;
}
